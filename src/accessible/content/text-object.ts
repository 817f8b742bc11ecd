/**
 * A text object (BT … ET) as text units, one for each font, size and line that is set in it. Input:
 * what its operators do, one by one; output: units and what only sets a state, in their order. The
 * browser says in marked content what clusters of glyphs read as, and which runs are set from right to
 * left; soft hyphens, which paint nothing, are dropped. ISO 32000-1 §9.4, §14.8.2.3.3, §14.9.4.
 */
import { stringValue, type ContentOperand } from "../../pdf/content/operations.ts";
import { codesIn } from "../../pdf/fonts/codes-in.ts";
import type { BookFont } from "../../pdf/fonts/font-book.ts";
import { apply, IDENTITY, moved, multiply, type Matrix } from "../../pdf/geometry/matrix.ts";
import type { Cluster, Glyph, StateOperation, TextUnit } from "./units.ts";

/** What text is set in. */
export interface TextFont {
  readonly fontName: string;
  readonly font: BookFont;
  readonly size: number;
}

export interface TextSpacing {
  readonly charSpacing: number;
  readonly wordSpacing: number;
}

export interface TextSurroundings {
  /** From user space to CSS pixels of the page. */
  readonly matrix: Matrix;
  readonly mark: string | undefined;
}

/** A mark around glyphs: what they read as together, or that they run from right to left. */
export interface TextSpan {
  readonly text: string | undefined;
  readonly isReversed: boolean;
}

const softHyphen = "\u00AD";

interface OpenUnit {
  readonly textMatrix: Matrix;
  readonly clusters: Cluster[];
  isReversed: boolean;
}

export class TextObjectReader {
  readonly #around: TextSurroundings;
  readonly #parts: (TextUnit | StateOperation)[] = [];
  readonly #spans: TextSpan[] = [];
  #font: TextFont;
  /** Of the line and of the next glyph. */
  #line = IDENTITY;
  #x = 0;
  #y = 0;
  /** Where a line begins is counted from where the line before it began. */
  #lineX = 0;
  #lineY = 0;
  #unit: OpenUnit | undefined;
  /** Glyphs of the span that is open. */
  #spanGlyphs: Glyph[] | undefined;

  constructor(font: TextFont, around: TextSurroundings) {
    this.#font = font;
    this.#around = around;
  }

  /** ET */
  end(): readonly (TextUnit | StateOperation)[] {
    this.#close();
    return this.#parts;
  }

  /** Tf */
  setFont(font: TextFont): void {
    this.#partSpan();
    this.#close();
    this.#font = font;
  }

  /** Tm */
  setMatrix(matrix: Matrix): void {
    this.#close();
    this.#line = matrix;
    this.#x = this.#y = 0;
  }

  /** T*, and ' and " before they show. */
  nextLine(x: number, y: number): void {
    this.#close();
    this.move(x, y);
  }

  /** Td TD */
  move(x: number, y: number): void {
    if (this.#unit === undefined) {
      // Nothing is shown yet: the unit's own space begins here.
      this.#line = moved(this.#line, x, y);
      this.#x = this.#y = 0;
      this.#lineX = this.#lineY = 0;
      return;
    }
    this.#lineX += x;
    this.#lineY += y;
    this.#x = this.#lineX;
    this.#y = this.#lineY;
  }

  /** Whatever else stands between texts. */
  setState(operation: StateOperation): void {
    this.#close();
    this.#parts.push(operation);
  }

  /** BDC BMC */
  openSpan(span: TextSpan): void {
    if (span.isReversed) this.#close();
    this.#spans.push(span);
    if (span.text !== undefined) this.#spanGlyphs = [];
  }

  /** EMC */
  closeSpan(): void {
    const span = this.#spans.pop();
    if (span?.isReversed === true) this.#close();
    if (span?.text === undefined) return;
    const glyphs = this.#spanGlyphs ?? [];
    this.#spanGlyphs = undefined;
    if (glyphs.length > 0 && span.text !== softHyphen) this.#add({ glyphs, text: span.text });
  }

  /** Tj TJ ' ". @param items strings, and adjustments in thousandths of the type size. */
  show(items: readonly ContentOperand[], { charSpacing, wordSpacing }: TextSpacing): void {
    const { font, size } = this.#font;
    for (const item of items) {
      if (typeof item === "number") {
        this.#x -= (item / 1000) * size;
        continue;
      }
      const bytes = stringValue(item);
      if (bytes === undefined) continue;
      for (const code of codesIn(bytes, font.codeLength)) {
        this.#glyph(code);
        const isSpace = font.codeLength === 1 && code === 0x20;
        this.#x += (font.widthOf(code) / 1000) * size + charSpacing + (isSpace ? wordSpacing : 0);
      }
    }
  }

  /**
   * Glyphs of one span may be of two fonts: a Type 3 font holds no more than 256, and the browser makes
   * several of one that we write. Those before the change read as the whole, and those after it as nothing.
   */
  #partSpan(): void {
    const glyphs = this.#spanGlyphs ?? [];
    const span = this.#spans.pop();
    if (span === undefined) return;
    const { text } = span;
    const isParted = text !== undefined && text !== softHyphen && glyphs.length > 0;
    this.#spans.push(isParted ? { ...span, text: "" } : span);
    if (!isParted) return;
    this.#add({ glyphs, text });
    this.#spanGlyphs = [];
  }

  #glyph(code: number): void {
    if (this.#unit === undefined && !this.#isDropped()) {
      this.#unit = {
        textMatrix: this.#line,
        clusters: [],
        isReversed: this.#spans.some(({ isReversed }) => isReversed),
      };
      this.#lineX = this.#lineY = 0;
    }
    const glyph = { code, x: this.#x, y: this.#y };
    if (this.#spanGlyphs) this.#spanGlyphs.push(glyph);
    else this.#add({ glyphs: [glyph], text: this.#font.font.textOf(code) ?? "" });
  }

  #isDropped(): boolean {
    return this.#spans.at(-1)?.text === softHyphen;
  }

  #add(cluster: Cluster): void {
    this.#unit?.clusters.push(cluster);
  }

  #close(): void {
    const unit = this.#unit;
    this.#unit = undefined;
    if (unit === undefined) return;
    const [first] = unit.clusters;
    const [origin] = first?.glyphs ?? [];
    // What follows is counted from where the unit's space begins.
    this.#line = moved(this.#line, this.#lineX, this.#lineY);
    this.#x -= this.#lineX;
    this.#y -= this.#lineY;
    this.#lineX = this.#lineY = 0;
    if (origin === undefined) return;
    const { fontName, font, size } = this.#font;
    const { matrix, mark } = this.#around;
    const { textMatrix, isReversed } = unit;
    const [x, y] = apply(multiply(matrix, textMatrix), origin.x, origin.y);
    const clusters = isReversed ? inReadingOrder(unit.clusters) : unit.clusters;
    let text = "";
    for (const cluster of clusters) text += cluster.text;
    this.#parts.push({
      kind: "text",
      fontName,
      font,
      size,
      textMatrix,
      clusters,
      isReversed,
      text,
      mark,
      x,
      y,
      matrix,
    });
  }
}

function inReadingOrder(clusters: readonly Cluster[]): readonly Cluster[] {
  return clusters.toReversed().map(({ glyphs, text }) => ({
    glyphs: glyphs.length > 1 ? glyphs.toReversed() : glyphs,
    text,
  }));
}
