/** The table of contents: one entry a chapter, in the order of the text. */
import type { JSX } from "preact";
import type { RenderedPublication } from "../../../theme/rendered.ts";
import type { Words } from "../../../theme/words.ts";

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
        {publication.chapters.map(({ slug, title }) => (
          <li key={slug}>
            <a href={`#${slug}`}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
