/**
 * The table of contents: one entry a chapter and a part, in the order of the text. Chapters of a part
 * are a list in its entry.
 */
import type { ComponentChildren, JSX } from "preact";
import type { RenderedChapter, RenderedPart, RenderedPublication } from "../../theme/rendered.ts";
import { langOf, type Words } from "../../theme/words.ts";
import { isPlainText } from "../source-marks.ts";

export function Contents({
  publication,
  words,
  accentOf,
  titleOf = ({ title }) => title,
}: {
  readonly publication: RenderedPublication;
  readonly words: Words;
  /** Which accent of the theme an entry has; none where it is undefined. */
  readonly accentOf?: (chapter: RenderedChapter) => number | undefined;
  /** What an entry says, without links; the title where it is undefined. */
  readonly titleOf?: (entry: RenderedChapter | RenderedPart) => ComponentChildren;
}): JSX.Element {
  return (
    <nav class="contents" id="contents" data-no-hyphens aria-labelledby="contents-title">
      <h2 id="contents-title" lang={langOf(words, publication.lang)}>
        {words.contents}
      </h2>
      <ol>
        {publication.groups.map(({ part, chapters }) => {
          const entries = chapters.map((chapter) => (
            <li key={chapter.slug} data-accent={accentOf?.(chapter)}>
              <Entry slug={chapter.slug} lang={chapter.lang}>
                {titleOf(chapter)}
              </Entry>
            </li>
          ));
          return part === undefined ? (
            entries
          ) : (
            <li key={part.slug} class="part-entry">
              <Entry slug={part.slug} lang={part.lang}>
                {titleOf(part)}
              </Entry>
              <ol>{entries}</ol>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** A title with emphasis is in an element of its own: styles lay out the link, and it stays one item. */
function Entry({
  slug,
  lang,
  children,
}: {
  readonly slug: string;
  /** Of the title, where it is not the publication's. */
  readonly lang: string | undefined;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <a href={`#${slug}`}>
      {isPlainText(children) && lang === undefined ? (
        children
      ) : (
        <span class="entry" lang={lang}>
          {children}
        </span>
      )}
    </a>
  );
}
