/**
 * All figures of one PDF but those of veraPDF. Input: the file and the words of its document; output:
 * figures. It makes nothing.
 */
import { readFile } from "node:fs/promises";
import type { PdfFigures } from "../results.ts";
import { compareWords, type WordComparison } from "./compare-words.ts";
import { readTags } from "./read-tags.ts";
import { readTexts } from "./read-text.ts";
import { withoutDirection } from "./words.ts";

/** @throws Error where the file cannot be read. */
export async function measurePdf(
  file: string,
  expected: readonly string[],
  hasPoppler: boolean,
): Promise<PdfFigures> {
  const { pages, claims, words, isTagged, ...counts } = await readTags(await readFile(file));
  const readings = hasPoppler ? await readTexts(file) : [];
  const best = bestOf(readings.map((reading) => compareWords(expected, reading)));
  return {
    pages,
    claims,
    ...(best && { words: best }),
    tags: { isTagged, words: compareTagged(expected, words), ...counts },
  };
}

function compareTagged(expected: readonly string[], words: readonly string[]): WordComparison {
  return compareWords(expected.map(withoutDirection), words.map(withoutDirection));
}

/** The reading that has the most words in order. */
export function bestOf(comparisons: readonly WordComparison[]): WordComparison | undefined {
  return comparisons.toSorted((a, b) => b.inOrder - a.inOrder || a.lost - b.lost)[0];
}
