/**
 * The title of a chapter with its number, where the publication wants numbers. It is text and not a
 * counter of the styles, so that all have it: who reads the page or hears it, the contents, the
 * bookmarks of a PDF, and who copies it.
 */
import type { ComponentChildren, JSX } from "preact";
import { wordsFor } from "../../../theme/words.ts";
import type { ReportFields } from "../fields.ts";

export function ChapterTitle({
  nth,
  appendix,
  publicationLang,
  fields,
  children,
}: {
  /** How many chapters come before it in the edition. */
  readonly nth: number;
  /** Its letter, where it is an appendix. */
  readonly appendix: string | undefined;
  readonly publicationLang: string;
  readonly fields: ReportFields;
  readonly children: ComponentChildren;
}): JSX.Element {
  if (!fields["chapter-numbers"]) return <>{children}</>;
  if (appendix !== undefined) {
    return (
      <>
        <span class="appendix-label">{wordsFor(publicationLang).appendix(appendix)}</span>{" "}
        {children}
      </>
    );
  }
  return (
    <>
      <span class="chapter-number">{nth + 1}</span>
      {/* The number never stands alone at the end of a line. */}
      {"\u00A0"}
      {children}
    </>
  );
}
