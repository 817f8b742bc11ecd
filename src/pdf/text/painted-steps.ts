/**
 * What a page paints, step by step: stretches of text with their places, and where marked content and
 * forms begin and end. pdf.js knows every kind of font; it is asked for glyphs rather than for its text
 * content, which guesses spaces from distances, drops text off the page and leaves out ActualText.
 * Input: an operator list of pdf.js; output: steps in the order of painting. It knows nothing of the file.
 */
import { IDENTITY, moved, multiply, readMatrix, type Matrix } from "../geometry/matrix.ts";
import { hasRightToLeft, type PlacedText } from "./text-piece.ts";
import type { Pdfjs } from "./threads/pdfjs.ts";

export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** With `at`, the place where the next text would stand. */
export type PaintedStep =
  | { readonly kind: "text"; readonly text: PlacedText }
  | {
      readonly kind: "begin";
      readonly tag: string;
      readonly mcid: number | undefined;
      readonly at: PlacedText;
    }
  | { readonly kind: "end" | "form-begin" | "form-end" | "page-end"; readonly at: PlacedText };

interface TextState {
  readonly matrix: Matrix;
  readonly fontSize: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  readonly scale: number;
  readonly leading: number;
}

const INITIAL: TextState = {
  matrix: IDENTITY,
  fontSize: 1,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
};

/** A jump inside one show operator that is wider than this part of the font size cuts the stretch. */
const JUMP_EM = 0.15;

/** @param names the numbers of operators by their names */
export function readPaintedSteps(list: OperatorList, names: Pdfjs["OPS"]): readonly PaintedStep[] {
  const painter = new TextPainter(names);
  list.fnArray.forEach((operation, index) => {
    const args = list.argsArray[index];
    painter.apply(operation, Array.isArray(args) ? args : []);
  });
  return painter.finish();
}

interface Glyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vertical: boolean;
}

class TextPainter {
  readonly #steps: PaintedStep[] = [];
  readonly #names: Pdfjs["OPS"];
  readonly #saved: TextState[] = [];
  #state = INITIAL;
  #text = IDENTITY;
  #line = IDENTITY;
  /** How deep in a soft mask: what it holds shapes others and is not read. */
  #maskDepth = 0;

  constructor(names: Pdfjs["OPS"]) {
    this.#names = names;
  }

  finish(): readonly PaintedStep[] {
    return [...this.#steps, { kind: "page-end", at: this.#placed() }];
  }

  apply(operation: number, args: readonly unknown[]): void {
    const OPS = this.#names;
    if (this.#maskDepth > 0) {
      if (operation === OPS.beginGroup) this.#maskDepth += 1;
      if (operation === OPS.endGroup) this.#maskDepth -= 1;
      return;
    }
    const number = (index: number): number => {
      const value = args[index];
      return typeof value === "number" && Number.isFinite(value) ? value : 0;
    };
    switch (operation) {
      case OPS.save:
        this.#saved.push(this.#state);
        break;
      case OPS.restore:
        this.#state = this.#saved.pop() ?? this.#state;
        break;
      case OPS.transform:
        this.#transform(readMatrix(args));
        break;
      case OPS.beginGroup:
        if (isSoftMask(args[0])) this.#maskDepth = 1;
        break;
      case OPS.paintFormXObjectBegin:
        this.#saved.push(this.#state);
        this.#transform(readMatrix(args[0]));
        this.#steps.push({ kind: "form-begin", at: this.#placed() });
        break;
      case OPS.paintFormXObjectEnd:
        this.#state = this.#saved.pop() ?? this.#state;
        this.#steps.push({ kind: "form-end", at: this.#placed() });
        break;
      case OPS.beginMarkedContent:
      case OPS.beginMarkedContentProps:
        this.#steps.push({
          kind: "begin",
          tag: tagOf(args[0]),
          mcid: typeof args[1] === "number" ? args[1] : undefined,
          at: this.#placed(),
        });
        break;
      case OPS.endMarkedContent:
        this.#steps.push({ kind: "end", at: this.#placed() });
        break;
      case OPS.beginText:
        this.#text = this.#line = IDENTITY;
        break;
      case OPS.setFont:
        this.#state = { ...this.#state, fontSize: number(1) };
        break;
      case OPS.setGState:
        this.#graphicsState(args[0]);
        break;
      case OPS.setCharSpacing:
        this.#state = { ...this.#state, charSpacing: number(0) };
        break;
      case OPS.setWordSpacing:
        this.#state = { ...this.#state, wordSpacing: number(0) };
        break;
      case OPS.setHScale:
        this.#state = { ...this.#state, scale: number(0) / 100 };
        break;
      case OPS.setLeading:
        this.#state = { ...this.#state, leading: number(0) };
        break;
      case OPS.setTextMatrix:
        this.#text = this.#line = readMatrix(args[0]);
        break;
      case OPS.setLeadingMoveText:
        this.#state = { ...this.#state, leading: -number(1) };
        this.#move(number(0), number(1));
        break;
      case OPS.moveText:
        this.#move(number(0), number(1));
        break;
      case OPS.nextLine:
        this.#move(0, -this.#state.leading);
        break;
      case OPS.showText:
      case OPS.showSpacedText:
        this.#show(Array.isArray(args[0]) ? args[0] : []);
        break;
    }
  }

  #transform(matrix: Matrix): void {
    this.#state = { ...this.#state, matrix: multiply(this.#state.matrix, matrix) };
  }

  #move(x: number, y: number): void {
    this.#line = moved(this.#line, x, y);
    this.#text = this.#line;
  }

  #graphicsState(entries: unknown): void {
    for (const entry of Array.isArray(entries) ? (entries as readonly unknown[]) : []) {
      if (!Array.isArray(entry) || entry[0] !== "Font" || !Array.isArray(entry[1])) continue;
      const size: unknown = entry[1][1];
      if (typeof size === "number") this.#state = { ...this.#state, fontSize: size };
    }
  }

  #show(items: readonly unknown[]): void {
    const { fontSize, charSpacing, wordSpacing, scale } = this.#state;
    let text = "";
    let width = 0;
    const flush = (): void => {
      if (text !== "") this.#steps.push({ kind: "text", text: this.#placed(text, width) });
      this.#advance(width);
      text = "";
      width = 0;
    };
    for (const item of items) {
      if (typeof item === "number") {
        const gap = (-item / 1000) * fontSize * scale;
        if (Math.abs(gap) > JUMP_EM * Math.abs(fontSize)) flush();
        width += gap;
        if (text === "") flush();
        continue;
      }
      const glyph = readGlyph(item);
      if (glyph === undefined) continue;
      const single = hasRightToLeft(glyph.unicode);
      if (single) flush();
      text += glyph.unicode;
      const spacing = charSpacing + (glyph.isSpace ? wordSpacing : 0);
      if (glyph.vertical) {
        flush();
        this.#text = moved(this.#text, 0, -fontSize - spacing);
        continue;
      }
      width += ((glyph.width / 1000) * fontSize + spacing) * scale;
      if (single) flush();
    }
    flush();
  }

  #advance(width: number): void {
    if (width !== 0) this.#text = moved(this.#text, width, 0);
  }

  #placed(text = "", width = 0): PlacedText {
    const [a, b, c, d, e, f] = multiply(this.#state.matrix, this.#text);
    const length = Math.hypot(a, b);
    const [alongX, alongY] = length > 0 ? [a / length, b / length] : [1, 0];
    return {
      text,
      startX: e,
      startY: f,
      endX: e + a * width,
      endY: f + b * width,
      alongX,
      alongY,
      sizePt: Math.abs(this.#state.fontSize) * Math.hypot(c, d),
    };
  }
}

function tagOf(value: unknown): string {
  if (typeof value === "string") return value;
  const named = typeof value === "object" && value !== null && "name" in value;
  return named && typeof value.name === "string" ? value.name : "";
}

function isSoftMask(group: unknown): boolean {
  return typeof group === "object" && group !== null && "smask" in group && Boolean(group.smask);
}

function readGlyph(item: unknown): Glyph | undefined {
  if (typeof item !== "object" || item === null || !("unicode" in item)) return undefined;
  const { unicode } = item;
  return {
    unicode: typeof unicode === "string" ? unicode : "",
    width: "width" in item && typeof item.width === "number" ? item.width : 0,
    isSpace: "isSpace" in item && item.isSpace === true,
    vertical: "vmetric" in item && Array.isArray(item.vmetric),
  };
}
