/** Words that readers would break and spaces that they would not see, since they go by distances. */
import { describe, expect, test } from "vitest";
import { glueWords } from "../../../../src/accessible/content/glue-words.ts";
import {
  merged,
  readClusters,
  readingOf,
} from "../../../../src/accessible/content/read-clusters.ts";
import type { ReadPiece } from "../../../../src/accessible/content/read-piece.ts";
import type { TextUnit } from "../../../../src/accessible/content/units.ts";
import { SILENT, STANDING_SPACE } from "../../../../src/pdf/fonts/readable-text.ts";
import { codeOf, letterFont, piecesOf, textUnit, unitOf } from "../../../support/text-units.ts";

function glue(unit: TextUnit): readonly ReadPiece[] {
  return glueWords(unit, piecesOf(unit));
}

function codesOf(pieces: readonly ReadPiece[]): string[] {
  return pieces.map(({ texts }) => texts.join(""));
}

describe("a word", () => {
  test.each([
    ["set as the font has it", 0],
    ["kerned a little", (index: number) => (index % 2 === 0 ? -0.08 : 0.05)],
  ])("%s stays in codes", (_name, spacing) => {
    const unit = textUnit("Title", { spacing });
    expect(glue(unit)).toEqual(piecesOf(unit));
  });

  test("set wide is said as one, by its first code and in ActualText", () => {
    const unit = textUnit("Title", { spacing: 0.2 });
    const [word, ...others] = glue(unit);
    expect(others).toEqual([]);
    expect(word?.actualText).toBe("Title");
    expect(word?.texts).toEqual(["Title", SILENT, SILENT, SILENT, SILENT]);
    expect(word?.glyphs).toEqual(unit.clusters.flatMap(({ glyphs }) => glyphs));
  });

  test("set wide does not take its neighbours along", () => {
    const spacing = (index: number): number => (index < 2 ? 0.2 : 0);
    const pieces = glue(textUnit("abc def", { spacing }));
    expect(pieces.map(({ actualText }) => actualText)).toEqual([
      "abc",
      ...Array.from(" def", () => undefined),
    ]);
  });

  test("that steps far back is said as one", () => {
    const [word] = glue(textUnit("ab", { spacing: -0.3 }));
    expect(word?.actualText).toBe("ab");
  });

  test("with a letter above the line is said as one", () => {
    const { clusters } = textUnit("H2O");
    const raised = clusters.map(({ glyphs, text }, at) => ({
      glyphs: glyphs.map((glyph) => ({ ...glyph, y: at === 1 ? -2 : 0 })),
      text,
    }));
    expect(glue(unitOf(raised))[0]?.actualText).toBe("H2O");
  });

  test("with a mark is said as one", () => {
    const font = letterFont({ widths: { "\u0301": 0 } });
    const [word] = glue(textUnit("e\u0301t", { font }));
    expect(word?.actualText).toBe("e\u0301t");
    expect(word?.texts).toEqual(["e\u0301t", SILENT, SILENT]);
  });

  test("with a cluster that is said in ActualText is said as one", () => {
    const glyph = (letter: string, x: number) => ({ code: codeOf(letter), x, y: 0 });
    const unit = unitOf([
      { glyphs: [glyph("a", 0)], text: "a" },
      { glyphs: [glyph("x", 5), glyph("y", 10)], text: "ffl" },
    ]);
    const [word, ...others] = glueWords(unit, readClusters(unit));
    expect(others).toEqual([]);
    expect(word).toMatchObject({ actualText: "affl", texts: ["affl", SILENT, SILENT] });
  });

  test("of more letters than any word stays in codes", () => {
    const unit = textUnit("a".repeat(121), { spacing: 0.2 });
    expect(glue(unit)).toEqual(piecesOf(unit));
  });

  test("from right to left stays in codes", () => {
    const unit = textUnit("אבג", { isReversed: true, spacing: 0.3 });
    expect(glue(unit)).toEqual(piecesOf(unit));
  });
});

test("the rest of a divided word, which is read with the next, stays as it is", () => {
  const unit = textUnit("chen und so", { spacing: 0.2 });
  const pieces = piecesOf(unit);
  const phrase = merged(pieces.slice(0, 8), "und");
  expect(glueWords(unit, [phrase, ...pieces.slice(8)])[0]).toBe(phrase);
});

describe("a space", () => {
  const between = (width: number, space = " "): readonly ReadPiece[] =>
    glue(textUnit(`a${space}b`, { font: letterFont({ widths: { [space]: width } }) }));

  test.each([
    [250, " "],
    [170, " "],
    [150, "  "],
    [120, "  "],
    [100, STANDING_SPACE],
    [20, STANDING_SPACE],
  ])("of %i thousandths is said as %j", (width, said) => {
    expect(codesOf(between(width))).toEqual(["a", said, "b"]);
  });

  test("that kerning narrows is as narrow as what is seen", () => {
    const spacing = (index: number): number => (index === 0 ? -0.2 : 0);
    const font = letterFont({ widths: { " ": 250 } });
    expect(codesOf(glue(textUnit("a b", { font, spacing })))).toEqual(["a", STANDING_SPACE, "b"]);
  });

  test.each(["\u00A0", "\u202F"])("that is another than U+0020 stays: %j", (space) => {
    expect(codesOf(between(100, space))).toEqual(["a", space, "b"]);
  });

  test("at the end or the start stays as it is", () => {
    const font = letterFont({ widths: { " ": 50 } });
    expect(codesOf(glue(textUnit("a ", { font })))).toEqual(["a", " "]);
    expect(codesOf(glue(textUnit(" a", { font })))).toEqual([" ", "a"]);
  });
});

test("nothing is lost or said twice", () => {
  const text = "A wide  title, e\u0301tc. ";
  const pieces = glue(textUnit(text, { spacing: 0.15 }));
  expect(readingOf(pieces)).toBe(text);
  expect(codesOf(pieces).join("").replaceAll(SILENT, "")).toBe(text);
});
