/**
 * A table of the web edition in a box that scrolls by itself, so that the page need not where a window
 * is narrow. Input: a table as an element, and what is known of it; output: the same table, in a box if
 * it has so many columns that it may need one. The box has a name, and keys reach it.
 */
import type { JSX } from "preact";
import { wordsFor } from "../../theme/words.ts";

export interface ShownTable {
  readonly element: JSX.Element;
  readonly columns: number;
  /** Its numbers are never divided, so that it may be wide with few columns. */
  readonly isFinancial: boolean;
  /** Its caption as plain text. */
  readonly caption: string | undefined;
  /** Of the caption's element, where it has one. */
  readonly captionId: string | undefined;
  /** The language of the text that it stands in. */
  readonly lang: string;
}

/** As many as a window of 320 pixels has room for, with words and numbers of usual length. */
const COLUMNS_WITHOUT_BOX = 3;

export function scrollingTable(table: ShownTable): JSX.Element {
  const { element, columns, isFinancial, caption, captionId, lang } = table;
  if (columns <= COLUMNS_WITHOUT_BOX && !isFinancial) return element;
  const name =
    captionId === undefined
      ? { "aria-label": caption ?? wordsFor(lang).unnumberedTable }
      : { "aria-labelledby": captionId };
  // Landmarks are found by their names: one that is called "Table" as others are would be none.
  return (
    <div class="table-box" role={caption === undefined ? "group" : "region"} tabIndex={0} {...name}>
      {element}
    </div>
  );
}
