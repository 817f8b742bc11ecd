/**
 * A text unit as operators of a content stream: every glyph where the browser painted it, by a code
 * that reads as its text. Input: a unit and what its pieces read as; output: lines from BT to ET.
 * ISO 32000-1 §9.4, §14.9.4.
 *
 * Glyphs of a line stand in one array of TJ wherever they can: PDFium throws away a text object that
 * holds nothing but a space, and reads the words beside it as one. Glyphs that run from right to left
 * are painted in reading order, each at its own place.
 */
import { SILENT } from "../../pdf/fonts/readable-text.ts";
import { moved } from "../../pdf/geometry/matrix.ts";
import { hexText } from "../../pdf/content/hex-text.ts";
import type { ReadPiece } from "./read-piece.ts";
import type { Glyph, TextUnit } from "./units.ts";

/** Under what name a copy of the unit's font is found; see `FontCodes`. */
export type NameOfCopy = (copy: number) => string;

export function paintText(
  unit: TextUnit,
  pieces: readonly ReadPiece[],
  nameOfCopy: NameOfCopy,
): readonly string[] {
  return new TextPainter(unit, nameOfCopy).paint(pieces);
}

/** Of text that nobody sees, as part of the unit's. */
const unseenSize = 0.99;

/** A glyph farther than this, in thousandths of the font size, from where the last one ends. */
const farthestStep = 20_000;

class TextPainter {
  readonly #unit: TextUnit;
  readonly #nameOfCopy: NameOfCopy;
  readonly #lines: string[] = ["BT"];
  /** What stands in the array that is being written. */
  #items: string[] = [];
  #codes = "";
  /** Where the next glyph falls, from the unit's first glyph on. */
  #penX = 0;
  #penY = 0;
  /** What Td counts from. */
  #lineX = 0;
  #lineY = 0;
  #charSpacing = 0;
  #copy = 0;
  #isUnseen = false;
  #stretch = 1;
  /** pdf.js leaves out what reads as nothing, with its width: the next glyph needs a place. */
  #isBehindSilence = false;

  constructor(unit: TextUnit, nameOfCopy: NameOfCopy) {
    this.#unit = unit;
    this.#nameOfCopy = nameOfCopy;
  }

  paint(pieces: readonly ReadPiece[]): readonly string[] {
    const origin = pieces[0]?.glyphs[0];
    if (origin === undefined) return [];
    const { fontName, size, textMatrix } = this.#unit;
    const matrix = moved(textMatrix, origin.x, origin.y);
    this.#lines.push(`/${fontName} ${short(size)} Tf`, `${matrix.map(short).join(" ")} Tm`);
    this.#charSpacing = this.#unit.isReversed ? 0 : letterSpacing(this.#unit);
    if (this.#charSpacing !== 0) this.#lines.push(`${short(this.#charSpacing)} Tc`);
    for (const piece of pieces) this.#piece(piece, origin);
    this.#behind(
      pieces.flatMap((piece) => piece.behind ?? []),
      origin,
    );
    this.#flush();
    this.#setUnseen(false);
    this.#setStretch(1);
    if (this.#copy !== 0) this.#setFont(0);
    if (this.#charSpacing !== 0) this.#lines.push("0 Tc");
    this.#lines.push("ET");
    return this.#lines;
  }

  /**
   * What is seen and read by none of its codes: its span says nothing to Poppler and PDFium, which go
   * by places and would end a word at what stands over it.
   */
  #behind(glyphs: readonly Glyph[], origin: Glyph): void {
    if (glyphs.length === 0) return;
    this.#flush();
    this.#lines.push("/Span<</ActualText <FEFF>>>BDC");
    for (const glyph of glyphs) {
      this.#piece({ glyphs: [glyph], texts: [SILENT], actualText: undefined }, origin);
    }
    this.#flush();
    this.#lines.push("EMC");
  }

  #piece({ glyphs, texts, actualText }: ReadPiece, origin: Glyph): void {
    const codes = glyphs.map(({ code }, index) =>
      this.#unit.font.codeFor(code, texts[index] ?? ""),
    );
    let spoken = saidByCodes(texts, actualText) ? undefined : actualText;
    // A font that takes no further codes says in a span what the code does not.
    if (codes.includes(undefined)) spoken = actualText ?? texts.join("");
    if (spoken !== undefined) {
      this.#flush();
      this.#lines.push(`/Span<</ActualText ${hexText(spoken)}>>BDC`);
    }
    for (const [index, glyph] of glyphs.entries()) {
      const { code, copy } = codes[index] ?? { code: glyph.code, copy: 0 };
      if (copy !== this.#copy) this.#setFont(copy);
      this.#setUnseen(glyph.isUnseen === true);
      this.#setStretch(glyph.stretch ?? 1);
      const isApart = this.#unit.isReversed && (index === 0 || glyph.isUnseen === true);
      const startsAnew = isApart || this.#isBehindSilence;
      this.#isBehindSilence = false;
      this.#goTo(glyph.x - origin.x, glyph.y - origin.y, startsAnew);
      this.#show(code, glyph.code);
    }
    if (spoken !== undefined) {
      this.#flush();
      this.#lines.push("EMC");
    }
    this.#isBehindSilence = texts.length > 1 && texts.at(-1) === SILENT;
  }

  #setFont(copy: number): void {
    this.#flush();
    this.#copy = copy;
    this.#lines.push(`/${this.#nameOfCopy(copy)} ${short(this.#unit.size)} Tf`);
  }

  /**
   * Text rendering mode 3 paints nothing; ISO 32000-1 §9.3.6. The size is another, by which pdf.js
   * tells that a mark does not belong to the letters that it turns round.
   */
  #setUnseen(isUnseen: boolean): void {
    if (isUnseen === this.#isUnseen) return;
    this.#flush();
    this.#isUnseen = isUnseen;
    const { size } = this.#unit;
    const name = this.#nameOfCopy(this.#copy);
    this.#lines.push(
      isUnseen ? "3 Tr" : "0 Tr",
      `/${name} ${short(isUnseen ? size * unseenSize : size)} Tf`,
    );
  }

  /** Horizontal scaling; ISO 32000-1 §9.3.4. */
  #setStretch(stretch: number): void {
    if (stretch === this.#stretch) return;
    this.#flush();
    this.#stretch = stretch;
    this.#lines.push(`${short(stretch * 100)} Tz`);
  }

  /** @param startsAnew whether the glyph is a text object of its own. */
  #goTo(x: number, y: number, startsAnew: boolean): void {
    const { size } = this.#unit;
    const step = size === 0 ? 0 : Math.round(((this.#penX - x) / size) * 1000);
    if (y === this.#penY && !startsAnew && Math.abs(step) < farthestStep) {
      if (step === 0) return;
      this.#endString();
      this.#items.push(String(step));
      this.#penX -= (step / 1000) * size;
      return;
    }
    this.#flush();
    if (x === this.#penX && y === this.#penY) return;
    this.#lines.push(`${short(x - this.#lineX)} ${short(y - this.#lineY)} Td`);
    this.#penX = this.#lineX = x;
    this.#penY = this.#lineY = y;
  }

  /** @param glyph the browser's code for the same glyph, by which its width is known. */
  #show(code: number, glyph: number): void {
    const { font, size } = this.#unit;
    this.#codes += code
      .toString(16)
      .toUpperCase()
      .padStart(font.codeLength * 2, "0");
    this.#penX += ((font.widthOf(glyph) / 1000) * size + this.#charSpacing) * this.#stretch;
  }

  #endString(): void {
    if (this.#codes !== "") this.#items.push(`<${this.#codes}>`);
    this.#codes = "";
  }

  #flush(): void {
    this.#endString();
    const [first] = this.#items;
    if (first === undefined) return;
    const isOneString = this.#items.length === 1 && first.startsWith("<");
    this.#lines.push(isOneString ? `${first} Tj` : `[${this.#items.join("")}] TJ`);
    this.#items = [];
  }
}

/** PDFium leaves out of ActualText what is beyond U+FFFF, such as most emoji; of codes it does not. */
function saidByCodes(texts: readonly string[], actualText: string | undefined): boolean {
  if (actualText === undefined || !/[\u{10000}-\u{10FFFF}]/u.test(actualText)) return false;
  return texts.join("").replaceAll(SILENT, "") === actualText.replaceAll(SILENT, "");
}

/** Spaces closer than this, in font sizes, are the same: widths are written in thousandths. */
const sameSpacing = 0.004;

/** What most glyphs of a line are set apart by, beyond their widths; 0 where that differs. */
function letterSpacing({ clusters, font, size }: TextUnit): number {
  const least = sameSpacing * size * 2;
  const spaces: number[] = [];
  let count = 0;
  let before: Glyph | undefined;
  for (const { glyphs } of clusters) {
    for (const glyph of glyphs) {
      if (before?.y === glyph.y) {
        count++;
        const space = glyph.x - before.x - (font.widthOf(before.code) / 1000) * size;
        if (Math.abs(space) > least) spaces.push(space);
      }
      before = glyph;
    }
  }
  // In nearly every line it is kerning, here and there.
  if (count < 2 || spaces.length * 2 <= count) return 0;
  spaces.sort((a, b) => a - b);
  const median = spaces[spaces.length >> 1] ?? 0;
  const alike = spaces.filter((space) => Math.abs(space - median) < sameSpacing * size).length;
  return alike * 2 > count ? Number(short(median)) : 0;
}

/** Five decimals of a CSS pixel are less than any device shows. */
function short(value: number): string {
  const text = String(Math.round(value * 1e5) / 1e5);
  return text.includes("e") ? "0" : text.replace(/^(-?)0\./, "$1.");
}
