/**
 * A text object (BT … ET) as text units, one for each font, size and line that is set in it. Input:
 * the operations after BT; output: units and what only sets a state, in their order. The browser says
 * in marked content what clusters of glyphs read as, and which runs are set from right to left; soft
 * hyphens, which paint nothing, are dropped. ISO 32000-1 §9.4, §14.8.2.3.3, §14.9.4.
 */
import type { BookFont } from "../../pdf/fonts/font-book.ts";
import { apply, IDENTITY, matrixOf, multiply, type Matrix } from "../../pdf/geometry/matrix.ts";
import { nameIn, numbersIn, type Operation } from "../../pdf/content/content-operations.ts";
import { actualTextIn, shownItems } from "../../pdf/content/shown-strings.ts";
import type { Cluster, Glyph, StateOperation, TextUnit } from "./units.ts";

/** What of the text state outlasts a text object. ISO 32000-1 §9.3. */
export interface TextState {
  readonly fontName: string;
  readonly font: BookFont;
  readonly size: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  readonly leading: number;
}

export interface TextObjectParts {
  readonly parts: readonly (TextUnit | StateOperation)[];
  readonly state: TextState;
}

export interface TextSurroundings {
  /** The stream that holds the text. */
  readonly content: string;
  readonly fontOf: (name: string) => BookFont;
  /** From user space to CSS pixels of the page. */
  readonly matrix: Matrix;
  readonly mark: string | undefined;
}

const softHyphen = "\u00AD";

export function readTextObject(
  operations: Iterator<Operation>,
  state: TextState,
  around: TextSurroundings,
): TextObjectParts {
  return new TextObjectReader(state, around).read(operations);
}

/** What an operator of the text state sets, within a text object or outside; ISO 32000-1 §9.3.1. */
export function withTextState(
  state: TextState,
  operation: Operation,
  { content, fontOf }: Pick<TextSurroundings, "content" | "fontOf">,
): TextState {
  const value = numbersIn(content, operation).at(-1) ?? 0;
  switch (operation.operator) {
    case "Tf": {
      const fontName = nameIn(content, operation);
      return { ...state, fontName, font: fontOf(fontName), size: value };
    }
    case "Tc":
      return { ...state, charSpacing: value };
    case "Tw":
      return { ...state, wordSpacing: value };
    case "TL":
      return { ...state, leading: value };
    default:
      return state;
  }
}

/** A mark around glyphs: what they read as together, or that they run from right to left. */
interface Span {
  readonly text: string | undefined;
  readonly isReversed: boolean;
}

interface OpenUnit {
  readonly textMatrix: Matrix;
  readonly clusters: Cluster[];
  isReversed: boolean;
}

class TextObjectReader {
  readonly #around: TextSurroundings;
  readonly #parts: (TextUnit | StateOperation)[] = [];
  readonly #spans: Span[] = [];
  #state: TextState;
  /** Of the line and of the next glyph. */
  #line = IDENTITY;
  #x = 0;
  #y = 0;
  #unit: OpenUnit | undefined;
  /** Glyphs of the span that is open. */
  #spanGlyphs: Glyph[] | undefined;

  constructor(state: TextState, around: TextSurroundings) {
    this.#state = state;
    this.#around = around;
  }

  read(operations: Iterator<Operation>): TextObjectParts {
    for (let next = operations.next(); next.done !== true; next = operations.next()) {
      if (next.value.operator === "ET") break;
      this.#operation(next.value);
    }
    this.#close();
    return { parts: this.#parts, state: this.#state };
  }

  #operation(operation: Operation): void {
    const { content } = this.#around;
    switch (operation.operator) {
      case "BDC":
      case "BMC":
        this.#openSpan(operation);
        return;
      case "EMC":
        this.#closeSpan();
        return;
      case "Tf":
        this.#partSpan();
        this.#close();
        this.#state = withTextState(this.#state, operation, this.#around);
        return;
      case "Tc":
      case "Tw":
      case "TL":
        this.#state = withTextState(this.#state, operation, this.#around);
        return;
      case "Tm":
        this.#close();
        this.#line = matrixOf(numbersIn(content, operation));
        this.#x = this.#y = 0;
        return;
      case "Td":
      case "TD":
        this.#move(operation);
        return;
      case "T*":
        this.#nextLine();
        return;
      case "'":
        this.#nextLine();
        this.#show(operation);
        return;
      case '"':
        this.#nextLine();
        this.#showSpaced(operation);
        return;
      case "Tj":
      case "TJ":
        this.#show(operation);
        return;
      case "MP":
      case "DP":
        return;
      default:
        this.#close();
        this.#parts.push({
          operator: operation.operator,
          raw: content.slice(operation.start, operation.end),
        });
    }
  }

  /** Where a line begins is counted from where the line before it began. */
  #lineX = 0;
  #lineY = 0;

  #move(operation: Operation): void {
    const [x = 0, y = 0] = numbersIn(this.#around.content, operation);
    if (operation.operator === "TD") this.#state = { ...this.#state, leading: -y };
    this.#moveBy(x, y);
  }

  #nextLine(): void {
    this.#close();
    this.#moveBy(0, -this.#state.leading);
  }

  #moveBy(x: number, y: number): void {
    if (this.#unit === undefined) {
      // Nothing is shown yet: the unit's own space begins here.
      this.#line = multiply(this.#line, [1, 0, 0, 1, x, y]);
      this.#x = this.#y = 0;
      this.#lineX = this.#lineY = 0;
      return;
    }
    this.#lineX += x;
    this.#lineY += y;
    this.#x = this.#lineX;
    this.#y = this.#lineY;
  }

  #openSpan(operation: Operation): void {
    const { content } = this.#around;
    const operands = content.slice(operation.start, operation.operatorStart);
    const isReversed = operands.includes("/ReversedChars");
    if (isReversed) this.#close();
    const text = actualTextIn(operands);
    this.#spans.push({ text, isReversed });
    if (text !== undefined) this.#spanGlyphs = [];
  }

  #closeSpan(): void {
    const span = this.#spans.pop();
    if (span?.isReversed === true) this.#close();
    if (span?.text === undefined) return;
    const glyphs = this.#spanGlyphs ?? [];
    this.#spanGlyphs = undefined;
    if (glyphs.length > 0 && span.text !== softHyphen) this.#add({ glyphs, text: span.text });
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

  /** The first operands of " are word and character spacing; ISO 32000-1 §9.4.3. */
  #showSpaced(operation: Operation): void {
    const { content } = this.#around;
    const raw = content.slice(operation.start, operation.operatorStart);
    const [wordSpacing, charSpacing, ...shown] = shownItems(raw, this.#state.font.codeLength);
    if (typeof wordSpacing === "number" && typeof charSpacing === "number") {
      this.#state = { ...this.#state, wordSpacing, charSpacing };
    }
    this.#showItems(shown);
  }

  #show(operation: Operation): void {
    const raw = this.#around.content.slice(operation.start, operation.operatorStart);
    this.#showItems(shownItems(raw, this.#state.font.codeLength));
  }

  #showItems(items: readonly (readonly number[] | number)[]): void {
    const { font, size, charSpacing, wordSpacing } = this.#state;
    for (const item of items) {
      if (typeof item === "number") {
        this.#x -= (item / 1000) * size;
        continue;
      }
      for (const code of item) {
        this.#glyph(code);
        const isSpace = font.codeLength === 1 && code === 0x20;
        this.#x += (font.widthOf(code) / 1000) * size + charSpacing + (isSpace ? wordSpacing : 0);
      }
    }
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
    else this.#add({ glyphs: [glyph], text: this.#state.font.textOf(code) ?? "" });
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
    this.#line = multiply(this.#line, [1, 0, 0, 1, this.#lineX, this.#lineY]);
    this.#x -= this.#lineX;
    this.#y -= this.#lineY;
    this.#lineX = this.#lineY = 0;
    if (origin === undefined) return;
    const { fontName, font, size } = this.#state;
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
