import { expect, test } from "vitest";
import { alignWords } from "../../../../src/judges/pdf/reading/align-words.ts";

const words = (text: string): string[] => text.split(" ").filter((word) => word !== "");

test.each([
  ["equal lists", "a b c", "a b c", []],
  ["nothing and nothing", "", "", []],
  ["a word lost", "a b c", "a c", [{ at: 1, missing: 1, readAt: 1, extra: 0 }]],
  ["a word too many", "a c", "a b c", [{ at: 1, missing: 0, readAt: 1, extra: 1 }]],
  ["one for another", "a b c", "a x c", [{ at: 1, missing: 1, readAt: 1, extra: 1 }]],
  ["all lost", "a b", "", [{ at: 0, missing: 2, readAt: 0, extra: 0 }]],
  [
    "two places",
    "a b c d e",
    "x b c d",
    [
      { at: 0, missing: 1, readAt: 0, extra: 1 },
      { at: 4, missing: 1, readAt: 4, extra: 0 },
    ],
  ],
  [
    "a block that moved",
    "n q a b c d",
    "a b c d n q",
    [
      { at: 0, missing: 2, readAt: 0, extra: 0 },
      { at: 6, missing: 0, readAt: 4, extra: 2 },
    ],
  ],
])("%s", (_name, expected, read, gaps) => {
  expect(alignWords(words(expected), words(read))).toEqual(gaps);
});

test("lists too long for a table differ in one place", () => {
  const many = (word: string): string[] => Array.from({ length: 6000 }, (_, at) => `${word}${at}`);
  const expected = ["start", ...many("a"), "end"];
  expect(alignWords(expected, ["start", ...many("b"), "end"])).toEqual([
    { at: 1, missing: 6000, readAt: 1, extra: 6000 },
  ]);
});
