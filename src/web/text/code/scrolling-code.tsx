/**
 * Code of the web edition in a box that scrolls by itself, so that its lines stay whole and the page need
 * not scroll where a window is narrow. Input: code as an element, and what is known of it; output: the
 * same, in a box if a line is so long that it may need one. The box has a name, and keys reach it.
 */
import type { JSX } from "preact";
import { isSameLanguage } from "../../../languages/find-by-language.ts";
import { wordsFor } from "../../../theme/words.ts";
import type { ShownCode } from "./show-code.tsx";

/** As many as a window of 320 pixels has room for, in a list too. */
const COLUMNS_WITHOUT_BOX = 26;

/** @param lang the language of the text around it. */
export function scrollingCode(
  { element, columns, language, file }: ShownCode,
  lang: string,
): JSX.Element {
  if (columns <= COLUMNS_WITHOUT_BOX) return element;
  const words = wordsFor(lang);
  const name = [words.code, file ?? language].filter((part) => part !== undefined).join(", ");
  // Landmarks are found by their names: one that is called as others are would be none.
  return (
    <div
      class="code-box"
      role={file === undefined ? "group" : "region"}
      tabIndex={0}
      aria-label={name}
      lang={isSameLanguage(words.lang, lang) ? undefined : words.lang}
    >
      {element}
    </div>
  );
}
