/** What each glyph of a text says, to readers of codes and to readers of ActualText. */
import { describe, expect, test } from "vitest";
import {
  merged,
  readClusters,
  readingOf,
} from "../../../../src/accessible/content/read-clusters.ts";
import type { Cluster } from "../../../../src/accessible/content/units.ts";
import { SILENT, STANDING_SPACE } from "../../../../src/pdf/fonts/readable-text.ts";
import { codeOf, piecesOf, textUnit, unitOf } from "../../../support/text-units.ts";

/** Glyphs `glyphs`, 5 apart from `x` on, that read as `text`. */
function cluster(glyphs: string, text: string, x = 0, y = 0): Cluster {
  return {
    glyphs: Array.from(glyphs, (glyph, index) => ({ code: codeOf(glyph), x: x + index * 5, y })),
    text,
  };
}

describe("glyphs from left to right", () => {
  test("say a letter each", () => {
    const pieces = readClusters(textUnit("ab"));
    expect(pieces.map(({ texts }) => texts)).toEqual([["a"], ["b"]]);
    expect(pieces.every(({ actualText }) => actualText === undefined)).toBe(true);
  });

  test("say all letters of a ligature", () => {
    const [piece] = readClusters(unitOf([cluster("\uFB03", "ffi")]));
    expect(piece).toMatchObject({ texts: ["ffi"], actualText: undefined });
  });

  test("say a text together where only together they are one", () => {
    const [piece] = readClusters(unitOf([cluster("xy", "क्ष")]));
    expect(piece).toMatchObject({ texts: ["क्ष", SILENT], actualText: "क्ष" });
  });

  test("say a letter and its mark each, where the font knows them so", () => {
    const [piece] = readClusters(unitOf([cluster("e\u0301", "e\u0301")]));
    expect(piece).toMatchObject({ texts: ["e", "\u0301"], actualText: undefined });
  });

  test("end in a soft hyphen where layout has put a hyphen", () => {
    const pieces = readClusters(textUnit("ab-"), { softHyphen: true });
    expect(pieces.map(({ texts }) => texts.join())).toEqual(["a", "b", "\u00AD"]);
  });
});

describe("a text that is read as another", () => {
  test("says it with its first code and in ActualText", () => {
    expect(readClusters(textUnit("abc"), { replacement: "three" })).toMatchObject([
      { texts: ["three", SILENT, SILENT], actualText: "three" },
    ]);
  });

  test("says it with its code alone where it has but one", () => {
    expect(readClusters(textUnit("a"), { replacement: "one" })).toMatchObject([
      { texts: ["one"], actualText: undefined },
    ]);
  });

  test("says a long one in ActualText alone", () => {
    const long = "word ".repeat(50);
    expect(readClusters(textUnit("a"), { replacement: long })).toMatchObject([
      { texts: [SILENT], actualText: long },
    ]);
  });

  test("is silent where it reads as nothing, and white space where it is decoration", () => {
    const nothing = { replacement: "" };
    expect(readClusters(textUnit("ab"), nothing)).toMatchObject([
      { texts: [SILENT, SILENT], actualText: undefined },
    ]);
    expect(readClusters(textUnit("ab"), nothing, false)).toMatchObject([{ texts: [" ", " "] }]);
  });
});

describe("glyphs from right to left", () => {
  const options = { isReversed: true, size: 10 };

  test("say a letter each, where they stand", () => {
    const unit = textUnit("אב", options);
    expect(readClusters(unit).map(({ glyphs, texts }) => [texts, glyphs[0]?.x])).toEqual([
      [["א"], 0],
      [["ב"], -5],
    ]);
  });

  test("say a letter and its points with glyphs of one letter each", () => {
    const pointed = { ...cluster("בx", "ב\u05BC\u05B8", 20) };
    const [piece] = readClusters(unitOf([pointed], options));
    expect(piece?.texts).toEqual(["ב", "\u05BC", "\u05B8"]);
    expect(piece?.actualText).toBeUndefined();
    // The letter is seen where it stands; what says the points is not, and stands a little to the left.
    expect(piece?.glyphs.map(({ isUnseen = false }) => isUnseen)).toEqual([false, true, true]);
    const places = piece?.glyphs.map(({ x }) => x) ?? [];
    expect(places[0]).toBe(20);
    expect(places).toEqual([...places].sort((a, b) => b - a));
    expect(Math.min(...places)).toBeGreaterThan(19);
    // What is seen of the points besides is painted behind the line.
    expect(piece?.behind).toEqual([{ code: codeOf("x"), x: 25, y: 0 }]);
  });

  test("say a word whose letters climb with letters of one width on the line", () => {
    const raised = cluster("ג", "ג", 10, 4);
    const clusters = [cluster("א", "א", 20), raised, cluster("ב", "ב", 0)];
    const pieces = readClusters(unitOf(clusters, options));
    expect(pieces).toHaveLength(1);
    const [piece] = pieces;
    expect(piece?.texts).toEqual(["א", "ג", "ב"]);
    expect(piece?.glyphs.every(({ isUnseen, y }) => isUnseen === true && y === 0)).toBe(true);
    // From the right edge of the first letter, at 25, to the left edge of the last, without a gap.
    const each = 25 / 3;
    const places = piece?.glyphs.map(({ x }) => x) ?? [];
    for (const [index, x] of places.entries()) expect(x).toBeCloseTo(25 - (index + 1) * each);
    expect(piece?.glyphs[0]?.stretch).toBeCloseTo(each / 5);
    expect(piece?.behind).toEqual(clusters.flatMap(({ glyphs }) => glyphs));
  });

  test("say a letter with marks that stands off the line where it stands, on the line", () => {
    const raised = cluster("גx", "ג\u05BC", 0, 4);
    const unit = unitOf([cluster("א", "א", 20), raised, cluster("ב", "ב", 10)], options);
    const piece = readClusters(unit)[1];
    expect(piece?.glyphs[0]).toMatchObject({ x: 0, y: 0, isUnseen: true });
    expect(piece?.behind).toEqual(raised.glyphs);
  });

  test("say spaces that stand where words are turned round", () => {
    const unit = textUnit("א ב", options);
    const texts = readClusters(unit, { isTurned: true }).map((piece) => piece.texts.join());
    expect(texts).toEqual(["א", STANDING_SPACE, "ב"]);
  });
});

test("whatever the clusters are, a reader of ActualText reads the text", () => {
  const unit = unitOf([cluster("a", "a"), cluster("xyz", "ffl"), cluster("e\u0301", "e\u0301")]);
  expect(readingOf(readClusters(unit))).toBe(unit.text);
});

test("pieces as one keep their glyphs and codes", () => {
  const pieces = piecesOf(textUnit("ab"));
  expect(merged(pieces, "c")).toEqual({
    glyphs: pieces.flatMap(({ glyphs }) => glyphs),
    texts: ["a", "b"],
    actualText: "c",
  });
});
