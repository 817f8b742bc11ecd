/** The publisher's text as words: what every edition must say, in this order. */
import { readFile } from "node:fs/promises";

/** What extraction broke, mended: see tests/fixtures/source/README.md. */
const MENDS: readonly (readonly [broken: string, mended: string])[] = [
  ["fait face à la Covid-19", "Orange fait face à la Covid-19"],
  ["la planification de nos\n\nopérations", "la planification de nos opérations"],
];

/** Words without their punctuation, soft hyphens and ornaments; a dash between spaces is no word. */
export function wordsOf(text: string): readonly string[] {
  return text
    .replaceAll("\u00AD", "")
    .replaceAll("’", "'")
    .replaceAll("\u2011", "-")
    .replaceAll("…", "...")
    .split(/[\s\u00A0\u202F]+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}+]+|[^\p{L}\p{N}+]+$/gu, ""))
    .filter((word) => word !== "");
}

export async function readSourceWords(): Promise<readonly string[]> {
  const file = new URL("../fixtures/source/orange-chapter.txt", import.meta.url);
  let text = await readFile(file, "utf8");
  for (const [broken, mended] of MENDS) {
    if (!text.includes(broken)) throw new Error(`the source has no “${broken}”`);
    text = text.replace(broken, mended);
  }
  return wordsOf(text);
}
