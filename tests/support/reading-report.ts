/**
 * What a reader reads otherwise in a PDF, as lines for a person. Input: a file, what its pages
 * should read as, and a reader; output: differences of words and of order.
 */
import type { TestContext } from "vitest";
import { comparePage, type PageDifference } from "../../src/check/reading/compare-page.ts";
import type { PageWords } from "../../src/check/reading/page-words.ts";
import type { TextReader } from "./readers/reader.ts";

export interface ReadingReport {
  readonly words: readonly string[];
  /** None for a reader that sorts the page by where text stands. */
  readonly order: readonly string[];
}

export async function compareReader(
  context: TestContext,
  reader: TextReader,
  file: string,
  pages: readonly PageWords[],
): Promise<ReadingReport> {
  const texts = await reader.read(context, file);
  if (texts.length !== pages.length) {
    throw new Error(`${reader.name} reads ${texts.length} pages of ${pages.length}`);
  }
  return reportPages(reader, pages, texts);
}

/** The same for texts that were read before, one a page. */
export function reportPages(
  reader: TextReader,
  pages: readonly PageWords[],
  texts: readonly string[],
): ReadingReport {
  const differences = pages.flatMap((page, index) =>
    reader.canRead(page) ? comparePage(page, reader.wordsOf(page, texts[index] ?? "")) : [],
  );
  const lines = (kind: PageDifference["kind"]): readonly string[] =>
    differences
      .filter((difference) => difference.kind === kind)
      .map(({ page, where, message }) => `page ${page}, ${where}: ${reader.name} ${message}`);
  return { words: lines("words"), order: reader.keepsOrder ? lines("order") : [] };
}
