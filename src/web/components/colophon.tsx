/**
 * The colophon: the publisher's own text, or, where the publisher says nothing, how the edition is
 * made and which judges it must pass. Nothing at all where the publisher wants none.
 */
import type { JSX } from "preact";
import type { PageProps } from "../../theme/theme.ts";
import { langOf } from "../../theme/words.ts";

export function Colophon(props: PageProps): JSX.Element | null {
  const { publication, words } = props;
  const { colophon } = publication;
  if (colophon.kind === "none") return null;
  const wordsLang = langOf(words, publication.lang);
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

function DefaultText({ publication, families, judges, words }: PageProps): JSX.Element {
  const { title, publisher } = publication;
  return (
    <>
      {words.colophon({ title, publisher, families, judges }).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </>
  );
}
