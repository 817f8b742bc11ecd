import { expect, test } from "vitest";
import type { PageWords } from "../../../src/judges/pdf/reading/page-words.ts";
import { wordsOf, type ReaderWord } from "../../../src/judges/pdf/reading/reader-words.ts";
import { joinOverLines, splitGlued } from "../../support/readers/settle-words.ts";

const page = (text: string): PageWords => ({
  page: 1,
  words: wordsOf(text),
  beside: [],
  pictures: "",
  parted: new Map(),
  seams: new Map(),
});
const words = (text: string): readonly ReaderWord[] =>
  text.split(" ").map((word) => ({ text: word, endsLine: false }));
const textOf = (read: readonly ReaderWord[]): string => read.map(({ text }) => text).join(" ");

test("words that follow each other on the page and were run together are split", () => {
  const title = page("Orange fait face à la mer");
  expect(textOf(splitGlued(title, words("Orangefait faceàla mer")))).toBe(
    "Orange fait face à la mer",
  );
});

test("words that do not follow each other stay together", () => {
  const title = page("Orange fait face à la mer");
  expect(textOf(splitGlued(title, words("Orangeface fait")))).toBe("Orangeface fait");
  expect(textOf(splitGlued(title, words("Orangefa")))).toBe("Orangefa");
});

test("a word whose second part comes after another column is joined", () => {
  const column = page("un outil indispensable pour tous");
  expect(textOf(joinOverLines(column, words("un outil indis‐ → 3 pensable pour tous")))).toBe(
    "un outil indispensable → 3 pour tous",
  );
});

test("an author's hyphen that was taken for one of layout is put back", () => {
  expect(textOf(joinOverLines(page("a well-known boat"), words("a wellknown boat")))).toBe(
    "a well-known boat",
  );
});

test("what is no word of the page stays as it was read", () => {
  expect(textOf(joinOverLines(page("a quay"), words("a qu- x ey")))).toBe("a qu- x ey");
});
