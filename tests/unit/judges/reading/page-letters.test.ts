/** Whether a reader has the letters of a page, in whatever words and order. */
import { expect, test } from "vitest";
import { hasLettersOf } from "../../../../src/judges/pdf/reading/page-letters.ts";
import type { PageWords } from "../../../../src/judges/pdf/reading/page-words.ts";

const PAGE: PageWords = {
  page: 1,
  words: ["«قالت", "جدتي»", "2021،", "هكذا:"],
  beside: ["المكتبة", "4"],
  pictures: "ab",
  parted: new Map(),
  seams: new Map(),
};

const hasLetters = (...words: readonly string[]): boolean =>
  hasLettersOf(
    PAGE,
    words.map((text) => ({ text, endsLine: false })),
  );

test("words may be parted, moved and turned round", () => {
  expect(hasLetters("«قالت", "جدتي»", "2021،", "هكذا:")).toBe(true);
  expect(hasLetters("2021", "»قا", "لت", "،", "جدتي«", ":هكذا")).toBe(true);
});

test("what stands beside, and letters of pictures, may be read or not", () => {
  expect(hasLetters("4", "المكتبة", "«قالت", "جدتي»", "2021،", "هكذا:", "b")).toBe(true);
});

test("a letter too few or too many is another text", () => {
  expect(hasLetters("«قالت", "جدتي»", "2021،", "هكذا")).toBe(false);
  expect(hasLetters("«قالت", "جدتي»", "202،", "هكذا:")).toBe(false);
  expect(hasLetters("«قالت", "جدتي»", "2021،", "هكذا:", "bb")).toBe(false);
  expect(hasLetters("«قالت", "جدتك»", "2021،", "هكذا:")).toBe(false);
});
