/** Text objects as units: where their glyphs stand, and what their clusters read as. */
import { describe, expect, test } from "vitest";
import { readStream } from "../../../../src/accessible/content/stream-reader.ts";
import type { TextUnit } from "../../../../src/accessible/content/units.ts";
import { apply, IDENTITY, multiply } from "../../../../src/pdf/geometry/matrix.ts";
import { hexText } from "../../../../src/pdf/content/hex-text.ts";
import { contentSource, fontNameOf } from "../../../support/content.ts";
import { letterFont, type LetterFontOptions } from "../../../support/text-units.ts";

/** Codes of one byte are Latin letters, 500 wide; `F2` has codes of two bytes. */
function unitsOf(content: string, options: LetterFontOptions = {}): TextUnit[] {
  const fonts = {
    F1: letterFont({ codeLength: 1, ...options }),
    F2: letterFont({ codeLength: 2, widths: { a: 600 } }),
  };
  const source = contentSource(content, { Font: { F1: {}, F2: {} } });
  const units = readStream(source, {
    stream: "page",
    mark: undefined,
    fontOf: (font) => (fontNameOf(source, font, ["F2"]) === "F2" ? fonts.F2 : fonts.F1),
    formOf: () => undefined,
  });
  return units.filter((unit) => unit.kind === "text");
}

/** Each letter with its place in user space. */
function placesIn(units: readonly TextUnit[]): (readonly [string, number, number])[] {
  return units.flatMap(({ clusters, textMatrix, font }) =>
    clusters.flatMap(({ glyphs }) =>
      glyphs.map(({ code, x, y }) => {
        const [userX, userY] = apply(textMatrix, x, y);
        return [font.textOf(code) ?? "", round(userX), round(userY)] as const;
      }),
    ),
  );
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function places(content: string): (readonly [string, number, number])[] {
  return placesIn(unitsOf(`BT /F1 10 Tf ${content} ET`));
}

describe("glyphs stand", () => {
  test("one after the other, by their widths", () => {
    expect(places("1 0 0 1 20 30 Tm (abc) Tj")).toEqual([
      ["a", 20, 30],
      ["b", 25, 30],
      ["c", 30, 30],
    ]);
  });

  test("nearer or farther by the numbers in TJ, thousandths of the font size", () => {
    expect(places("[(a) -1000 (b) 500 (c)] TJ")).toEqual([
      ["a", 0, 0],
      ["b", 15, 0],
      ["c", 15, 0],
    ]);
  });

  test("where Td puts the line, which counts from the line's start", () => {
    expect(places("20 30 Td (ab) Tj 5 -12 Td (c) Tj 1 1 Td (d) Tj")).toEqual([
      ["a", 20, 30],
      ["b", 25, 30],
      ["c", 25, 18],
      ["d", 26, 19],
    ]);
  });

  test("in the space that Tm sets, turned and scaled", () => {
    expect(places("0 2 -2 0 100 50 Tm (ab) Tj 0 10 Td (c) Tj")).toEqual([
      ["a", 100, 50],
      ["b", 100, 60],
      ["c", 80, 50],
    ]);
  });

  test("anew after each Tm, which counts from nothing", () => {
    expect(places("9 9 Td (a) Tj 1 0 0 1 1 2 Tm (b) Tj")).toEqual([
      ["a", 9, 9],
      ["b", 1, 2],
    ]);
  });

  test("farther apart by Tc, and by Tw after a space of one byte", () => {
    expect(places("2 Tc 3 Tw (a b) Tj")).toEqual([
      ["a", 0, 0],
      [" ", 7, 0],
      ["b", 17, 0],
    ]);
    const wide = unitsOf("BT /F2 10 Tf 3 Tw <006100200062> Tj ET");
    expect(placesIn(wide).map(([, x]) => x)).toEqual([0, 6, 11]);
  });

  test("on the next line after T* and ', by TL, and by TD", () => {
    expect(places("20 50 Td 12 TL (a) Tj T* (b) Tj (c) ' 0 -7 TD (d) Tj T* (e) Tj")).toEqual([
      ["a", 20, 50],
      ["b", 20, 38],
      ["c", 20, 26],
      ["d", 20, 19],
      ["e", 20, 12],
    ]);
  });

  // Its first two operands are word and character spacing (ISO 32000-1 §9.4.3), and no numbers of TJ.
  test('after ", in the spacing that it sets', () => {
    expect(places('12 TL 3 2 (a b) "')).toEqual([
      ["a", 0, -12],
      [" ", 7, -12],
      ["b", 17, -12],
    ]);
  });

  test("in the spacing and leading that an earlier text object set", () => {
    const units = unitsOf("BT /F1 10 Tf 2 Tc 12 TL (a) Tj ET BT T* (bc) Tj ET");
    expect(placesIn(units)).toEqual([
      ["a", 0, 0],
      ["b", 0, -12],
      ["c", 7, -12],
    ]);
  });

  test("in the text state that Q restores", () => {
    const units = unitsOf("BT /F1 10 Tf ET q BT /F1 20 Tf 2 Tc (ab) Tj ET Q BT (cd) Tj ET");
    expect(units.map(({ size }) => size)).toEqual([20, 10]);
    expect(placesIn(units).map(([, x]) => x)).toEqual([0, 12, 0, 5]);
  });

  // ISO 32000-1 §9.3.1: text state operators may stand outside text objects. Chromium writes none there.
  test("in the text state that is set outside a text object", () => {
    const [unit] = unitsOf("/F2 20 Tf 2 Tc BT <00610062> Tj ET");
    expect(unit).toMatchObject({ fontName: "F2", size: 20 });
  });
});

describe("a unit", () => {
  test("is what one font and size set in one text space", () => {
    const units = unitsOf(
      "BT /F1 10 Tf 20 30 Td (ab) Tj /F2 8 Tf <0061> Tj <0062> Tj /F1 10 Tf (c) Tj ET",
    );
    expect(units.map(({ fontName, size, text }) => [fontName, size, text])).toEqual([
      ["F1", 10, "ab"],
      ["F2", 8, "ab"],
      ["F1", 10, "c"],
    ]);
    expect(placesIn(units).map(([, x, y]) => [x, y])).toEqual([
      [20, 30],
      [25, 30],
      [30, 30],
      [34.8, 30],
      [38.8, 30],
    ]);
  });

  test("counts lines from the start of the line where a font ended within it", () => {
    const units = unitsOf(
      "BT /F1 10 Tf 20 30 Td (a) Tj 4 -8 Td (b) Tj /F2 10 Tf 0 -8 Td <0063> Tj ET",
    );
    expect(placesIn(units)).toEqual([
      ["a", 20, 30],
      ["b", 24, 22],
      ["c", 24, 14],
    ]);
  });

  test("says where it begins on the page", () => {
    const source = contentSource("q 2 0 0 2 0 0 cm BT /F1 10 Tf 5 7 Td (a) Tj ET Q");
    source.state.matrix = [1, 0, 0, -1, 0, 100];
    const [unit] = readStream(source, {
      stream: "page",
      mark: undefined,
      fontOf: () => letterFont({ codeLength: 1 }),
      formOf: () => undefined,
    }).filter((each) => each.kind === "text");
    expect(unit).toMatchObject({ x: 10, y: 86 });
    const [x, y] = apply(multiply(unit?.matrix ?? IDENTITY, unit?.textMatrix ?? IDENTITY), 0, 0);
    expect([x, y]).toEqual([10, 86]);
  });

  test("ends where a state is set within the text object, which comes after it", () => {
    const units = readStream(contentSource("BT /F1 10 Tf (a) Tj 1 0 0 rg (b) Tj ET"), {
      stream: "page",
      mark: undefined,
      fontOf: () => letterFont({ codeLength: 1 }),
      formOf: () => undefined,
    });
    expect(units).toMatchObject([
      { kind: "text", text: "a" },
      { kind: "state", operations: [{ operator: "rg", raw: "1 0 0 rg" }] },
      { kind: "text", text: "b" },
    ]);
    expect(placesIn(units.filter((unit) => unit.kind === "text"))).toEqual([
      ["a", 0, 0],
      ["b", 5, 0],
    ]);
  });

  test("is none where nothing is shown", () => {
    expect(unitsOf("BT /F1 10 Tf 1 0 0 1 2 3 Tm ET")).toEqual([]);
    expect(unitsOf("BT /F1 10 Tf () Tj [] TJ ET")).toEqual([]);
  });
});

describe("marks within a text object", () => {
  const span = (text: string, shown: string): string =>
    `/Span<</ActualText ${hexText(text)}>> BDC ${shown} EMC`;

  test("make a cluster of the glyphs that read as a text together", () => {
    const [unit] = unitsOf(`BT /F1 10 Tf (a) Tj ${span("xyz", "(b) Tj 2 3 Td (c) Tj")} (d) Tj ET`);
    expect(unit?.clusters.map(({ text, glyphs }) => [text, glyphs.length])).toEqual([
      ["a", 1],
      ["xyz", 2],
      ["d", 1],
    ]);
    expect(unit?.text).toBe("axyzd");
    expect(placesIn(unit ? [unit] : []).map(([letter, x, y]) => [letter, x, y])).toEqual([
      ["a", 0, 0],
      ["b", 5, 0],
      ["c", 2, 3],
      ["d", 7, 3],
    ]);
  });

  test("drop soft hyphens, whose glyphs stand where the next letter does", () => {
    const font: LetterFontOptions = { widths: { "\u00AD": 0 } };
    const hyphen = span("\u00AD", "<AD> Tj");
    const units = unitsOf(`BT /F1 10 Tf ${hyphen} (a) Tj ${hyphen} (b) Tj ET`, font);
    expect(units.map(({ text }) => text)).toEqual(["ab"]);
    expect(placesIn(units)).toEqual([
      ["a", 0, 0],
      ["b", 5, 0],
    ]);
    expect(unitsOf(`BT /F1 10 Tf ${hyphen} ET`, font)).toEqual([]);
  });

  test("say that glyphs run from right to left: they are read from the last to the first", () => {
    const [before, turned, after] = unitsOf(
      `BT /F1 10 Tf (a) Tj /ReversedChars BMC (fed) Tj ${span("cb", "(c) Tj (b) Tj")} EMC (g) Tj ET`,
    );
    expect(before).toMatchObject({ text: "a", isReversed: false });
    expect(turned).toMatchObject({ text: "cbdef", isReversed: true });
    expect(after).toMatchObject({ text: "g", isReversed: false });
    // Glyphs stay where they were painted.
    expect(placesIn(turned ? [turned] : []).map(([letter, x]) => [letter, x])).toEqual([
      ["b", 25],
      ["c", 20],
      ["d", 15],
      ["e", 10],
      ["f", 5],
    ]);
    expect(placesIn(after ? [after] : [])).toEqual([["g", 30, 0]]);
  });

  test("of other kinds change nothing", () => {
    const [unit, ...others] = unitsOf("BT /F1 10 Tf (a) Tj /P <</X 1>> BDC (b) Tj EMC /M MP ET");
    expect(others).toEqual([]);
    expect(unit?.clusters.map(({ text }) => text)).toEqual(["a", "b"]);
  });
});

test("a code that the font says nothing of reads as nothing", () => {
  const [unit] = unitsOf("BT /F1 10 Tf (ab) Tj ET", { letters: "a" });
  expect(unit?.clusters.map(({ text }) => text)).toEqual(["a", ""]);
});

test("a span that goes on in another font reads where it begins, and stands where it stood", () => {
  const span = `/Span<</ActualText ${hexText("fi")}>>BDC`;
  const units = unitsOf(
    `BT /F1 10 Tf 1 0 0 1 20 30 Tm ${span} (a) Tj /F2 10 Tf 5 2 Td <0062> Tj EMC ET`,
  );
  expect(units.map(({ fontName, text }) => [fontName, text])).toEqual([
    ["F1", "fi"],
    ["F2", ""],
  ]);
  expect(placesIn(units)).toEqual([
    ["a", 20, 30],
    ["b", 25, 32],
  ]);
});
