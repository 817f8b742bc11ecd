/**
 * Text units and their fonts, made by hand: glyphs in a row, a code for each letter. Input: a text and
 * what is special about it; output: what the content's readers and writers take.
 */
import type { FontDecoder } from "../../src/pdf/fonts/font-decoder.ts";
import type { BookFont } from "../../src/pdf/fonts/font-book.ts";
import { FontCodes, type CodeSpace } from "../../src/pdf/fonts/font-codes.ts";
import { apply, IDENTITY, multiply, type Matrix } from "../../src/pdf/geometry/matrix.ts";
import type { ReadPiece } from "../../src/accessible/content/read-piece.ts";
import type { Cluster, StreamUnits, TextUnit } from "../../src/accessible/content/units.ts";

/** The first code that `letterFont` adds for a further reading. */
export const FIRST_ADDED = 0xf000;

export interface LetterFontOptions {
  readonly codeLength?: 1 | 2;
  /** Letters that the font has, where it does not have all. */
  readonly letters?: string;
  /** By letter, in thousandths of the font size; others are 500 wide. */
  readonly widths?: Readonly<Record<string, number>>;
  readonly space?: CodeSpace;
}

/** The code of a letter is its UTF-16 number. */
export function letterFont(options: LetterFontOptions = {}): BookFont {
  const { codeLength = 2, letters, widths = {} } = options;
  const texts = new Map(Array.from(letters ?? "", (letter) => [codeOf(letter), letter]));
  const decoder: FontDecoder = {
    codeLength,
    isComposite: codeLength === 2,
    name: "Letters",
    textOf: (code) => (letters === undefined ? String.fromCharCode(code) : texts.get(code)),
    texts,
    widthOf: (code) => widths[String.fromCharCode(code)] ?? 500,
  };
  const codes = new FontCodes(options.space ?? { free: upFrom, copies: undefined });
  return { ...decoder, object: undefined, codeFor: (code, text) => codes.codeFor(code, text) };
}

function* upFrom(): Generator<number> {
  for (let code = FIRST_ADDED; code < 0x10000; code++) yield code;
}

export function codeOf(letter: string): number {
  return letter.charCodeAt(0);
}

export interface UnitOptions {
  readonly font?: BookFont;
  readonly size?: number;
  /** Of its first glyph, in text space. */
  readonly x?: number;
  readonly y?: number;
  /** Between letters, beyond their widths, in font sizes. */
  readonly spacing?: number | ((index: number) => number);
  /** Its letters are set from right to left, and `x` is where the first one stands. */
  readonly isReversed?: boolean;
  readonly textMatrix?: Matrix;
  readonly matrix?: Matrix;
}

/** One glyph for each letter, one after the other. */
export function textUnit(text: string, options: UnitOptions = {}): TextUnit {
  const { font = letterFont(), size = 10, x = 0, y = 0, spacing = 0, isReversed = false } = options;
  let at = x;
  const clusters = Array.from(text, (letter, index) => {
    const code = codeOf(letter);
    const glyph = { code, x: at, y };
    const own = typeof spacing === "number" ? spacing : spacing(index);
    at += ((isReversed ? -1 : 1) * (font.widthOf(code) / 1000) + own) * size;
    return { glyphs: [glyph], text: letter };
  });
  return unitOf(clusters, options);
}

export function unitOf(clusters: readonly Cluster[], options: UnitOptions = {}): TextUnit {
  const { font = letterFont(), size = 10, isReversed = false } = options;
  const { textMatrix = IDENTITY, matrix = IDENTITY } = options;
  const [first] = clusters[0]?.glyphs ?? [];
  const [x, y] = apply(multiply(matrix, textMatrix), first?.x ?? 0, first?.y ?? 0);
  return {
    kind: "text",
    fontName: "F1",
    font,
    size,
    textMatrix,
    clusters,
    isReversed,
    text: clusters.map((cluster) => cluster.text).join(""),
    mark: undefined,
    x,
    y,
    matrix,
  };
}

/** A piece for each letter, as they stand. */
export function piecesOf(unit: TextUnit): ReadPiece[] {
  return unit.clusters.map(({ glyphs, text }) => ({
    glyphs,
    texts: glyphs.map((_, index) => (index === 0 ? text : "\u200B")),
    actualText: undefined,
  }));
}

export function streamOf(...units: StreamUnits["units"]): StreamUnits {
  return { stream: "page", ref: undefined, resources: undefined, units };
}
