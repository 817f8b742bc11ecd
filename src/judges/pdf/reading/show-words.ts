/**
 * Words as findings show them, so that a person sees what differs. Input: words; output: text. Pure.
 */
import { isReadable } from "./reader-words.ts";

const CONTEXT_WORDS = 5;
const SHOWN_WORDS = 8;

/** What a reader does, e.g. `reads “b” where the source has “a”`. */
export function wordMessage(lost: readonly string[], added: readonly string[]): string {
  if (added.length === 0) return `does not read ${quoteWords(lost)}`;
  if (lost.length === 0) return `reads ${quoteWords(added)}, which the source does not have`;
  return `reads ${quoteWords(added)} where the source has ${quoteWords(lost)}`;
}

/** Where on a page, or in a text, the word with that index stands. */
export function placeBefore(list: readonly string[], at: number): string {
  const before = list.slice(Math.max(0, at - CONTEXT_WORDS), at);
  return before.length === 0
    ? "at the start"
    : `after “${at > CONTEXT_WORDS ? "… " : ""}${before.map(visible).join(" ")}”`;
}

/** Words in quotation marks, not too many. */
export function quoteWords(list: readonly string[]): string {
  const shown = list.slice(0, SHOWN_WORDS).map(visible).join(" ");
  return `“${shown}${list.length > SHOWN_WORDS ? " …" : ""}”`;
}

/** Modifier letters and ligatures, which look like an apostrophe and like letters. */
const LOOK_ALIKE = /[\u02b0-\u02ff\ufb00-\ufb06]/u;

/** Characters that a screen does not show, and those easily taken for others, by their numbers. */
function visible(word: string): string {
  return Array.from(word, (char) =>
    isReadable(char) && !LOOK_ALIKE.test(char)
      ? char
      : `<U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}>`,
  ).join("");
}
