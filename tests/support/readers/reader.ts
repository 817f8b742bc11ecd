/** What a program is that reads the text of a PDF for the tests. */
import type { TestContext } from "vitest";
import type { PageWords } from "../../../src/judges/pdf/reading/page-words.ts";
import type { ReaderWord } from "../../../src/judges/pdf/reading/reader-words.ts";

export interface TextReader {
  /** The name that reports show. */
  readonly name: string;
  /** It gives text as the page paints it; another sorts it by where it stands. */
  readonly keepsOrder: boolean;
  /**
   * Pages that it is known to read wrongly are left out.
   * @param longValues what codes of the file's fonts read as that is longer than one character.
   */
  readonly canRead: (page: PageWords, longValues: readonly string[]) => boolean;
  /** The texts of the pages of a file, in lines. The test is skipped where the program is missing. */
  readonly read: (context: TestContext, file: string) => Promise<readonly string[]>;
  /** The words of a page's text. */
  readonly wordsOf: (page: PageWords, text: string) => readonly ReaderWord[];
  /**
   * What of a word can be compared on pages with text from right to left, for readers that sort
   * such lines in their own way; words are compared whole where it is undefined.
   */
  readonly comparable?: (word: string) => readonly string[];
}
