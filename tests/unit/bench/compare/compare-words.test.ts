import { describe, expect, test } from "vitest";
import { compareWords } from "../../../../bench/compare/measure/compare-words.ts";
import { matchInOrder } from "../../../../bench/compare/measure/diff.ts";
import { withoutDirection, wordsOf } from "../../../../bench/compare/measure/words.ts";

const compare = (document: string, read: string) => compareWords(wordsOf(document), wordsOf(read));

describe("words", () => {
  test("are letters, marks and digits, in lower case", () => {
    expect(wordsOf("Don’t stop: 3.5 km — Élan!")).toEqual([
      ...["don", "t", "stop", "3", "5", "km", "élan"],
    ]);
  });

  test("are the same however the letters are written", () => {
    expect(wordsOf("co\u00adeﬃcient \ud835\udc65 e\u0301")).toEqual(["coefficient", "x", "é"]);
  });

  test("are single characters in scripts without spaces", () => {
    expect(wordsOf("世界 PDF宣言です")).toEqual(["世", "界", "pdf", "宣", "言", "で", "す"]);
  });
});

test("words from right to left are the same in both directions", () => {
  expect(withoutDirection("سلام")).toBe(withoutDirection("مالس"));
  expect(withoutDirection("سلام")).not.toBe(withoutDirection("سلم"));
  expect(withoutDirection("stop")).not.toBe(withoutDirection("pots"));
});

describe("matchInOrder", () => {
  test("finds the longest run where nothing occurs once", () => {
    const pairs = matchInOrder("a b c a b b a".split(" "), "c b a b a c".split(" "));
    expect(pairs).toHaveLength(4);
  });

  test("gives pairs that are the same and in order", () => {
    const one = Array.from({ length: 500 }, (_, index) => String((index * 7) % 31));
    const other = Array.from({ length: 400 }, (_, index) => String((index * 11) % 29));
    const pairs = matchInOrder(one, other);
    expect(pairs.length).toBeGreaterThan(10);
    for (const [index, pair] of pairs.entries()) {
      expect(one[pair.one]).toBe(other[pair.other]);
      const before = pairs[index - 1];
      if (before === undefined) continue;
      expect(pair.one).toBeGreaterThan(before.one);
      expect(pair.other).toBeGreaterThan(before.other);
    }
  });
});

describe("compareWords", () => {
  test("finds nothing where all is read", () => {
    expect(compare("One, two; three.", "one two three")).toEqual({
      ...{ total: 3, inOrder: 3, moved: 0, lost: 0, added: 0 },
      ...{ lostExamples: [], addedExamples: [] },
    });
  });

  test("tells what is lost, moved and added", () => {
    const found = compare(
      "the quick brown fox jumps over the lazy dog",
      "the quick fox jumps over the dog page 7 lazy",
    );
    expect(found).toMatchObject({ total: 9, inOrder: 7, moved: 1, lost: 1, added: 2 });
    expect(found.lostExamples).toEqual(["brown"]);
    expect(found.addedExamples).toEqual(["page 7"]);
  });

  test("counts a word that is read twice as added once", () => {
    expect(compare("one two three", "one two two three")).toMatchObject({ lost: 0, added: 1 });
  });

  test("counts a word that occurs twice and is read once as lost once", () => {
    expect(compare("one two two three", "one two three")).toMatchObject({ lost: 1, added: 0 });
  });

  test("finds words with spaces at other places", () => {
    expect(
      compare("an example of typesetting here", "an exam-\nple oftypesetting here"),
    ).toMatchObject({ inOrder: 5, moved: 0, lost: 0, added: 0 });
  });

  test("does not find a short word in a longer one", () => {
    expect(compare("is a b", "is page b")).toMatchObject({ lost: 1, added: 1 });
  });

  test("does not find a word of which letters are missing", () => {
    expect(compare("some coefficients here", "some coecients here")).toMatchObject({
      ...{ inOrder: 2, lost: 1, added: 1 },
    });
  });

  test("finds what is there of a long text of which the middle is missing", () => {
    const words = Array.from({ length: 30_000 }, (_, index) => `w${index % 700}`);
    const found = compareWords(words, [...words.slice(0, 10_000), ...words.slice(20_000)]);
    expect(found).toMatchObject({ total: 30_000, lost: 10_000, added: 0 });
  });
});
