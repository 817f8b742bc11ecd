/** The colophon: how the publication was made and judged, in its language. */
import type { JSX } from "preact";
import type { RenderedPublication } from "../rendered-publication.ts";
import type { Words } from "../words.ts";

export function Colophon({
  publication,
  families,
  words,
}: {
  readonly publication: RenderedPublication;
  /** Names of the edition's font families. */
  readonly families: readonly string[];
  readonly words: Words;
}): JSX.Element {
  const { title, publisher } = publication;
  return (
    <section
      class="colophon"
      id="colophon"
      aria-labelledby="colophon-title"
      lang={words.lang === publication.lang ? undefined : words.lang}
      data-no-hyphens
    >
      <h2 id="colophon-title">{words.colophonTitle}</h2>
      {words.colophon({ title, publisher, families }).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </section>
  );
}
