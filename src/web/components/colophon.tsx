/**
 * The colophon: the publisher's own text, or, where the publisher says nothing, how the edition is
 * made and which judges it must pass. Nothing at all where the publisher wants none.
 */
import type { JSX } from "preact";
import { KINDS } from "../../editions/kinds.ts";
import type { Edition } from "../../publication/publication.ts";
import type { RenderedPublication } from "../rendered-publication.ts";
import type { Words } from "../words.ts";

interface ColophonProps {
  readonly publication: RenderedPublication;
  /** Names of the edition's font families. */
  readonly families: readonly string[];
  readonly kind: Edition["kind"];
  readonly words: Words;
}

export function Colophon(props: ColophonProps): JSX.Element | null {
  const { publication, words } = props;
  const { colophon } = publication;
  if (colophon.kind === "none") return null;
  const wordsLang = words.lang === publication.lang ? undefined : words.lang;
  const isOwn = colophon.kind === "own";
  return (
    <section
      class="colophon"
      id="colophon"
      aria-labelledby="colophon-title"
      lang={isOwn ? undefined : wordsLang}
    >
      <h2 id="colophon-title" lang={isOwn ? wordsLang : undefined}>
        {words.colophonTitle}
      </h2>
      <div class="text">{isOwn ? colophon.body : <DefaultText {...props} />}</div>
    </section>
  );
}

function DefaultText({ publication, families, kind, words }: ColophonProps): JSX.Element {
  const { title, publisher } = publication;
  const judges = KINDS[kind].colophon;
  return (
    <>
      {words.colophon({ title, publisher, families, judges }).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </>
  );
}
