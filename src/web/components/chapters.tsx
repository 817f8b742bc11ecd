/** The chapters of a publication, those of a part inside of it. */
import { Fragment, type ComponentChildren, type JSX } from "preact";
import type { RenderedChapter, RenderedPublication } from "../../theme/rendered.ts";

export function Chapters({
  publication,
  show = ({ element }) => element,
}: {
  readonly publication: RenderedPublication;
  /** What the page makes of a chapter: the chapter alone where it is undefined. */
  readonly show?: (chapter: RenderedChapter) => ComponentChildren;
}): JSX.Element {
  return (
    <>
      {publication.groups.map(({ part, chapters }) => {
        const shown = chapters.map((chapter) => (
          <Fragment key={chapter.slug}>{show(chapter)}</Fragment>
        ));
        return (
          <Fragment key={part?.slug ?? chapters[0]?.slug}>
            {part === undefined ? shown : part.around(shown)}
          </Fragment>
        );
      })}
    </>
  );
}
