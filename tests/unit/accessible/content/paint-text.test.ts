/** Text units as operators, interpreted again: every glyph must stand where the browser painted it. */
import { describe, expect, test } from "vitest";
import { paintText } from "../../../../src/accessible/content/paint-text.ts";
import { merged, readClusters } from "../../../../src/accessible/content/read-clusters.ts";
import type { ReadPiece } from "../../../../src/accessible/content/read-piece.ts";
import type { Cluster, TextUnit } from "../../../../src/accessible/content/units.ts";
import { SILENT } from "../../../../src/pdf/fonts/readable-text.ts";
import { apply, type Matrix } from "../../../../src/pdf/geometry/matrix.ts";
import { ContentMachine, type ShownGlyph } from "../../../support/content-machine.ts";
import {
  codeOf,
  FIRST_ADDED,
  letterFont,
  piecesOf,
  textUnit,
  unitOf,
} from "../../../support/text-units.ts";

interface Painted {
  readonly lines: readonly string[];
  readonly machine: ContentMachine;
  readonly glyphs: readonly ShownGlyph[];
}

function paint(unit: TextUnit, pieces: readonly ReadPiece[] = piecesOf(unit)): Painted {
  const nameOfCopy = (copy: number): string => (copy === 0 ? "F1" : `F1.${copy}`);
  const lines = paintText(unit, pieces, nameOfCopy);
  const machine = new ContentMachine(unit.font).run(lines.join("\n"));
  expect(machine.openMarks).toBe(0);
  return { lines, machine, glyphs: machine.glyphs };
}

/** How far the glyph that is the farthest off stands from its place, in font sizes. */
function farthestOff(
  { clusters, textMatrix, size }: TextUnit,
  shown: readonly ShownGlyph[],
): number {
  const glyphs = clusters.flatMap((cluster) => cluster.glyphs);
  expect(shown.map(({ code }) => code)).toEqual(glyphs.map(({ code }) => code));
  const sizeInUser = size * Math.hypot(textMatrix[2], textMatrix[3]);
  const distances = glyphs.map((glyph, index) => {
    const [x, y] = apply(textMatrix, glyph.x, glyph.y);
    return Math.hypot((shown[index]?.x ?? NaN) - x, (shown[index]?.y ?? NaN) - y) / sizeInUser;
  });
  return Math.max(...distances);
}

function showing(lines: readonly string[]): string[] {
  return lines.filter((line) => /T[jJ]$/.test(line));
}

/** Between letters, in font sizes: never twice the same, as kerning and justification make them. */
function uneven(index: number): number {
  return Math.sin(index * 1.7) * 0.04 + 0.0137;
}

describe("a line", () => {
  const text = "abcdefghij".repeat(20);

  test("of even letters is one string", () => {
    const { lines } = paint(textUnit("abc", { x: 3, y: 4 }));
    expect(lines).toEqual(["BT", "/F1 10 Tf", "1 0 0 1 3 4 Tm", "<006100620063> Tj", "ET"]);
  });

  test.each([9, 13.333, 40, 1])("of uneven letters is one array, size %d", (size) => {
    const unit = textUnit(text, { spacing: uneven, x: 17, y: 400, size });
    const { lines, glyphs } = paint(unit);
    expect(showing(lines)).toHaveLength(1);
    expect(farthestOff(unit, glyphs)).toBeLessThan(0.001);
  });

  test("keeps its places in a space that is turned and scaled", () => {
    const textMatrix: Matrix = [0.3, 0.4, -0.4, 0.3, 100, 50];
    const unit = textUnit(text, { spacing: uneven, textMatrix, size: 16 });
    expect(farthestOff(unit, paint(unit).glyphs)).toBeLessThan(0.001);
  });

  test("of letters whose widths are no whole thousandths keeps its places", () => {
    const font = letterFont({ widths: { a: 512.6953, b: 333.0078, c: 600.5859 } });
    const unit = textUnit(text, { spacing: uneven, font });
    expect(farthestOff(unit, paint(unit).glyphs)).toBeLessThan(0.001);
  });

  test("that steps up and down, or far along, keeps its places", () => {
    const glyph = (letter: string, x: number, y: number): Cluster => ({
      glyphs: [{ code: codeOf(letter), x, y }],
      text: letter,
    });
    const unit = unitOf([
      glyph("a", 1, 2),
      glyph("b", 6, 5),
      glyph("c", 11, 5),
      glyph("d", 16, 2),
      glyph("e", 900, 2),
      glyph("f", -40, 2),
    ]);
    expect(farthestOff(unit, paint(unit).glyphs)).toBeLessThan(0.001);
  });

  test("has no numbers that content streams do not know", () => {
    const unit = textUnit("ab", { x: 1e-9, y: -1e-7, spacing: 1e-8, size: 1e-3 });
    expect(paint(unit).lines.join(" ")).not.toMatch(/\de|NaN|Infinity/);
  });

  test("of nothing is nothing", () => {
    expect(paint(textUnit("")).lines).toEqual([]);
  });
});

describe("letters that are set wide", () => {
  const wide = textUnit("wide", { spacing: 0.1 });

  test("are set by Tc, which ends with them", () => {
    const { lines, machine, glyphs } = paint(wide);
    expect(lines).toContain("1 Tc");
    expect(showing(lines)).toEqual(["<0077006900640065> Tj"]);
    expect(farthestOff(wide, glyphs)).toBeLessThan(0.001);
    expect(machine.charSpacing).toBe(0);
  });

  test("keep their places where some are kerned besides", () => {
    const unit = textUnit("abcdefghij".repeat(20), {
      spacing: (index) => 0.1 + (index % 5 === 0 ? -0.037 : 0.0004),
    });
    const { lines, machine, glyphs } = paint(unit);
    expect(lines.filter((line) => line.endsWith(" Tc"))).toHaveLength(2);
    expect(farthestOff(unit, glyphs)).toBeLessThan(0.001);
    expect(machine.charSpacing).toBe(0);
  });

  test.each([
    ["kerned letters", uneven],
    ["even letters", 0],
  ])("%s are set without", (_name, spacing) => {
    const { lines } = paint(textUnit("abcdef", { spacing }));
    expect(lines.some((line) => line.endsWith(" Tc"))).toBe(false);
  });
});

describe("readings", () => {
  test("of one glyph have codes of their own", () => {
    const unit = textUnit("’’’");
    const pieces = piecesOf(unit).map((piece, at) => ({
      ...piece,
      texts: [["’", "'", "’"][at] ?? ""],
    }));
    const { glyphs, lines } = paint(unit, pieces);
    expect(glyphs.map(({ code }) => code)).toEqual([codeOf("’"), FIRST_ADDED, codeOf("’")]);
    expect(showing(lines)).toHaveLength(1);
    // An added code is as wide as the glyph's own; the machine's font has 500 for both.
    expect(glyphs.map(({ x }) => x)).toEqual([0, 5, 10]);
  });

  test("of copies are shown in the copy, under the name that it has", () => {
    const font = letterFont({
      codeLength: 1,
      space: { free: () => [][Symbol.iterator](), copies: { from: 0, end: 1 } },
    });
    const unit = textUnit("aaaa", { font });
    const pieces = piecesOf(unit).map((piece, at) => ({
      ...piece,
      texts: [["a", "x", "y", "a"][at] ?? ""],
    }));
    const { glyphs, lines } = paint(unit, pieces);
    expect(glyphs.map((glyph) => [glyph.font, glyph.code, glyph.size, glyph.x])).toEqual([
      ["F1", 0x61, 10, 0],
      ["F1.1", 0, 10, 5],
      ["F1.2", 0, 10, 10],
      ["F1", 0x61, 10, 15],
    ]);
    expect(lines.at(-1)).toBe("ET");
  });

  test("of a copy at the end leave the font itself behind", () => {
    const font = letterFont({
      codeLength: 1,
      space: { free: () => [][Symbol.iterator](), copies: { from: 0, end: 9 } },
    });
    const unit = textUnit("aa", { font });
    const pieces = piecesOf(unit).map((piece, at) => ({ ...piece, texts: [at === 0 ? "a" : "x"] }));
    const { lines } = paint(unit, pieces);
    expect(lines.filter((line) => line.endsWith(" Tf")).at(-1)).toBe("/F1 10 Tf");
  });
});

describe("what glyphs say together", () => {
  test("is a mark around them alone, in another string", () => {
    const unit = textUnit("abcd");
    const [a, b, c, d] = piecesOf(unit) as [ReadPiece, ReadPiece, ReadPiece, ReadPiece];
    const { lines, glyphs } = paint(unit, [a, merged([b, c], "ß\u{1F600}"), d]);
    expect(glyphs.map(({ spoken }) => spoken)).toEqual([
      undefined,
      "ß\u{1F600}",
      "ß\u{1F600}",
      undefined,
    ]);
    expect(farthestOff(unit, glyphs)).toBeLessThan(0.001);
    expect(showing(lines)).toHaveLength(3);
    expect(lines.filter((line) => /BDC|EMC/.test(line))).toEqual([
      "/Span<</ActualText <FEFF00DFD83DDE00>>>BDC",
      "EMC",
    ]);
  });

  test("may be nothing at all", () => {
    const unit = textUnit("a");
    const { glyphs } = paint(unit, [merged(piecesOf(unit), "")]);
    expect(glyphs.map(({ spoken }) => spoken)).toEqual([""]);
  });

  test("is said where the font takes no further codes", () => {
    const font = letterFont({ space: { free: () => [][Symbol.iterator](), copies: undefined } });
    const unit = textUnit("aa", { font });
    const pieces = piecesOf(unit).map((piece, at) => ({ ...piece, texts: [at === 0 ? "a" : "x"] }));
    const { glyphs } = paint(unit, pieces);
    expect(glyphs.map(({ code, spoken }) => [code, spoken])).toEqual([
      [codeOf("a"), undefined],
      [codeOf("a"), "x"],
    ]);
  });

  test("gives the glyph behind silence a place of its own, as readers drop its width", () => {
    const unit = textUnit("abc");
    const [a, b, c] = piecesOf(unit) as [ReadPiece, ReadPiece, ReadPiece];
    const cluster = { ...merged([a, b], "xy"), texts: ["xy", SILENT] };
    const { lines, glyphs } = paint(unit, [{ ...cluster, actualText: undefined }, c]);
    expect(showing(lines)).toHaveLength(2);
    expect(glyphs.map(({ x }) => x)).toEqual([0, 5, 10]);
  });
});

describe("from right to left", () => {
  test("each glyph is shown by itself where it stands, in reading order", () => {
    const unit = textUnit("אבגד", { x: 80, y: 9, isReversed: true });
    const { glyphs, lines } = paint(unit);
    expect(glyphs.map(({ x, y }) => [x, y])).toEqual([
      [80, 9],
      [75, 9],
      [70, 9],
      [65, 9],
    ]);
    expect(new Set(glyphs.map(({ shownBy }) => shownBy)).size).toBe(4);
    expect(showing(lines).every((line) => line.endsWith("Tj"))).toBe(true);
  });

  test("letters that are set wide have no Tc", () => {
    const unit = textUnit("אבגד", { isReversed: true, spacing: -0.2 });
    const { glyphs, lines } = paint(unit);
    expect(farthestOff(unit, glyphs)).toBeLessThan(0.001);
    expect(lines.some((line) => line.endsWith(" Tc"))).toBe(false);
  });

  test("glyphs that nobody sees are painted in mode 3, and what follows is seen", () => {
    const pointed: Cluster = {
      glyphs: [
        { code: codeOf("ב"), x: 20, y: 0 },
        { code: codeOf("x"), x: 21, y: 0 },
      ],
      text: "ב\u05BC",
    };
    const next: Cluster = { glyphs: [{ code: codeOf("א"), x: 15, y: 0 }], text: "א" };
    const unit = unitOf([pointed, next], { isReversed: true });
    const { glyphs, machine } = paint(unit, readClusters(unit));
    expect(glyphs.map(({ mode }) => mode)).toEqual([0, 3, 0, 0]);
    expect(glyphs.map(({ size }) => size)).toEqual([10, 9.9, 10, 10]);
    expect(machine.mode).toBe(0);
    // Seen: the letter, the next, and behind them the point.
    const seen = glyphs.filter(({ mode }) => mode === 0).map(({ x }) => Math.round(x));
    expect(seen).toEqual([20, 15, 21]);
  });

  test("a text that ends unseen leaves a mode in which text is seen", () => {
    const unit = textUnit("א", { isReversed: true });
    const pieces = piecesOf(unit).map((piece) => ({
      ...piece,
      glyphs: piece.glyphs.map((glyph) => ({ ...glyph, isUnseen: true })),
    }));
    const { glyphs, machine, lines } = paint(unit, pieces);
    expect(glyphs).toMatchObject([{ mode: 3 }]);
    expect(machine.mode).toBe(0);
    expect(lines.filter((line) => line.endsWith(" Tf")).at(-1)).toBe("/F1 10 Tf");
  });
});
