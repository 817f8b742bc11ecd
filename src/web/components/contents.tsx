/**
 * The table of contents: one entry a chapter and a part, in the order of the text. Chapters of a part
 * are a list in its entry.
 */
import type { JSX } from "preact";
import type { RenderedChapter, RenderedPublication } from "../../theme/rendered.ts";
import type { Words } from "../../theme/words.ts";

/** Which accent of the theme an entry has; none where it is undefined. */
type AccentOf = ((chapter: RenderedChapter) => number | undefined) | undefined;

export function Contents({
  publication,
  words,
  accentOf,
}: {
  readonly publication: RenderedPublication;
  readonly words: Words;
  readonly accentOf?: AccentOf;
}): JSX.Element {
  return (
    <nav class="contents" id="contents" data-no-hyphens aria-labelledby="contents-title">
      <h2 id="contents-title">{words.contents}</h2>
      <ol>
        {publication.groups.map(({ part, chapters }) =>
          part === undefined ? (
            <Chapters key={chapters[0]?.slug} chapters={chapters} accentOf={accentOf} />
          ) : (
            <li key={part.slug} class="part-entry">
              <a href={`#${part.slug}`}>{part.title}</a>
              <ol>
                <Chapters chapters={chapters} accentOf={accentOf} />
              </ol>
            </li>
          ),
        )}
      </ol>
    </nav>
  );
}

function Chapters({
  chapters,
  accentOf,
}: {
  readonly chapters: readonly RenderedChapter[];
  readonly accentOf: AccentOf;
}): JSX.Element {
  return (
    <>
      {chapters.map((chapter) => (
        <li key={chapter.slug} data-accent={accentOf?.(chapter)}>
          <a href={`#${chapter.slug}`}>{chapter.title}</a>
        </li>
      ))}
    </>
  );
}
