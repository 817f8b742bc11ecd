/** Poppler, the reader of GNOME and KDE, by its command pdftotext. */
import type { TestContext } from "vitest";
import { readerWords } from "../../../src/judges/pdf/reading/compare-page.ts";
import { runProgram } from "../programs.ts";
import type { TextReader } from "./reader.ts";
import { isRightToLeft, lettersOnly } from "./right-to-left.ts";
import { joinOverLines, splitGlued } from "./settle-words.ts";

/**
 * `-raw` keeps the order of painting. It puts a space only where a gap is wide enough, whatever
 * spaces the file has, so tight titles and narrow spaces are lost: those `pdftotext` alone tells.
 * It ends a word, and a line, before each glyph that stands to the left of the last one, so nothing
 * can be said of words from right to left.
 */
export const popplerRaw: TextReader = {
  name: "pdftotext -raw",
  keepsOrder: true,
  canRead: (page) => !isRightToLeft(page),
  read: (context, file) => pdftotext(context, ["-raw"], file),
  wordsOf: (page, text) => splitGlued(page, readerWords(page, text)),
};

/**
 * As people call it, and as Poppler's viewers copy text: sorted by where it stands on the page,
 * which says nothing about the order of the file. It joins lines that end in a hyphen without it.
 * Beside text from right to left it glues punctuation, numbers and Latin words to their neighbours,
 * as its own bidirectional algorithm puts no spaces there.
 */
export const poppler: TextReader = {
  name: "pdftotext",
  keepsOrder: false,
  canRead: () => true,
  read: (context, file) => pdftotext(context, [], file),
  wordsOf: (page, text) => joinOverLines(page, readerWords(page, text)),
  comparable: lettersOnly,
};

async function pdftotext(
  context: TestContext,
  options: readonly string[],
  file: string,
): Promise<readonly string[]> {
  const args = [...options, "-enc", "UTF-8", file, "-"];
  const { stdout } = await runProgram(context, "pdftotext", args);
  // Each page ends in a form feed.
  return stdout.split("\f").slice(0, -1);
}
