/**
 * What a reader reads otherwise in a PDF, as lines for a person. Input: a file, what its pages
 * should read as, and a reader; output: differences of words and of order.
 */
import { comparePage, type PageDifference } from "../../src/judges/pdf/reading/compare-page.ts";
import type { PageWords } from "../../src/judges/pdf/reading/page-words.ts";
import type { ReaderWord } from "../../src/judges/pdf/reading/reader-words.ts";
import type { TextReader } from "./readers/reader.ts";
import { isRightToLeft } from "./readers/right-to-left.ts";

export interface ReadingReport {
  readonly words: readonly string[];
  /** None for a reader that sorts the page by where text stands. */
  readonly order: readonly string[];
  /** Numbers of pages that were not compared, because the reader is known to read such ones wrongly. */
  readonly leftOut: readonly number[];
}

/** A file that is compared. */
export interface ComparedFile {
  readonly pages: readonly PageWords[];
  /** What codes of its fonts read as that is longer than one character. */
  readonly longValues: readonly string[];
  /**
   * Numbers of pages that are painted in the order of the structure: only there can a reader that
   * goes by painting read in that order. All where it is undefined.
   */
  readonly paintedInOrder?: ReadonlySet<number>;
}

/** @param texts what the reader gave, a page each. */
export function compareReader(
  reader: TextReader,
  { pages, longValues, paintedInOrder }: ComparedFile,
  texts: readonly string[],
): ReadingReport {
  if (texts.length !== pages.length) {
    throw new Error(`${reader.name} reads ${texts.length} pages of ${pages.length}`);
  }
  const leftOut = new Set(
    pages.filter((page) => !reader.canRead(page, longValues)).map(({ page }) => page),
  );
  const differences = pages.flatMap((page, index) =>
    leftOut.has(page.page) ? [] : compareText(reader, page, texts[index] ?? ""),
  );
  const lines = (kind: PageDifference["kind"]): readonly string[] =>
    differences
      .filter((difference) => difference.kind === kind)
      .filter(({ page }) => kind === "words" || paintedInOrder?.has(page) !== false)
      .map(({ page, where, message }) => `page ${page}, ${where}: ${reader.name} ${message}`);
  return {
    words: lines("words"),
    order: reader.keepsOrder ? lines("order") : [],
    leftOut: [...leftOut],
  };
}

function compareText(reader: TextReader, page: PageWords, text: string): readonly PageDifference[] {
  const words = reader.wordsOf(page, text);
  const { comparable } = reader;
  if (comparable === undefined || !isRightToLeft(page)) return comparePage(page, words);
  const reduced: PageWords = {
    ...page,
    words: page.words.flatMap(comparable),
    beside: page.beside.flatMap(comparable),
    parted: new Map(),
    seams: new Map(),
  };
  const read = words.flatMap(({ text: word, endsLine }): readonly ReaderWord[] =>
    comparable(word).map((part) => ({ text: part, endsLine })),
  );
  return comparePage(reduced, read);
}
