/** The table of contents: one entry a part, in the order of the text. */
import type { JSX } from "preact";
import type { RenderedPublication } from "../rendered-publication.ts";
import type { Words } from "../words.ts";

export function Contents({
  publication,
  words,
}: {
  readonly publication: RenderedPublication;
  readonly words: Words;
}): JSX.Element {
  return (
    <nav class="contents" id="contents" data-no-hyphens aria-labelledby="contents-title">
      <h2 id="contents-title">{words.contents}</h2>
      <ol>
        {publication.parts.map((part) => (
          <li key={part.slug} data-accent={part.kind === "testimonial" ? part.accent : undefined}>
            <a href={`#${part.slug}`}>{part.title}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
