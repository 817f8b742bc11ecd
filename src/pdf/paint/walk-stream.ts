/**
 * One content stream, operator by operator (ISO 32000-1 annex A). Input: its operations, the state
 * it begins in and where its names lead; output: what it paints goes to a sink. What it refers to
 * (forms, patterns, masks) is the sink's to walk: see `walk-page.ts`.
 */
import type { PDFDict, PDFObject } from "@cantoo/pdf-lib";
import { IDENTITY, leastScale, matrixOf, multiply, type Matrix } from "../geometry/matrix.ts";
import {
  arrayItems,
  dictionaryEntries,
  nameValue,
  type ContentOperand,
  type ContentOperation,
  type ContentStream,
} from "../content/content-stream.ts";
import type { BoxPt } from "../document/document-facts.ts";
import { grown, intersection, isEmpty } from "../geometry/box.ts";
import { readColour } from "../colour/colour-operators.ts";
import { paintOf, readStateEntries, type GraphicsState, type Side } from "./graphics-state.ts";
import type { Loose, PaintSink } from "./paint-sink.ts";
import { Path } from "./path.ts";
import { readInlinePicture } from "./read-picture.ts";
import { showText } from "./show-text.ts";

const FILLS: ReadonlySet<string> = new Set(["f", "F", "f*", "B", "B*", "b", "b*"]);
const STROKES: ReadonlySet<string> = new Set(["S", "s", "B", "B*", "b", "b*"]);
const PATHS: ReadonlySet<string> = new Set(["m", "l", "c", "v", "y", "h", "re"]);

export function walkStream(
  content: ContentStream,
  resources: PDFDict | undefined,
  first: GraphicsState,
  sink: PaintSink,
): void {
  new StreamWalk(resources, first, sink).walk(content);
}

class StreamWalk {
  readonly #resources: PDFDict | undefined;
  readonly #sink: PaintSink;
  readonly #saved: GraphicsState[] = [];
  #state: GraphicsState;
  #path = new Path();
  #clips = false;
  #text: Matrix = IDENTITY;
  #line: Matrix = IDENTITY;

  constructor(resources: PDFDict | undefined, first: GraphicsState, sink: PaintSink) {
    this.#resources = resources;
    this.#state = first;
    this.#sink = sink;
  }

  walk({ operations, problems }: ContentStream): void {
    for (const { message } of problems) this.#sink.onProblem(message);
    for (const operation of operations) {
      if (!this.#sink.mayGoOn()) return;
      this.#operation(operation);
    }
  }

  #operation(operation: ContentOperation): void {
    const { operator, operands } = operation;
    const numbers = operands.filter((operand) => typeof operand === "number");
    if (PATHS.has(operator)) this.#path.add(operator, numbers, this.#state.matrix);
    else if (operator === "n" || FILLS.has(operator) || STROKES.has(operator))
      this.#paint(operator);
    else if (!this.#textOperator(operator, operands, numbers)) {
      this.#general(operator, operands, numbers);
    }
  }

  #find(category: string, operand: ContentOperand | undefined): PDFObject | undefined {
    const { objects } = this.#sink;
    const dict = objects.dict(objects.get(this.#resources, category));
    return objects.get(dict, nameValue(operand) ?? "");
  }

  #change(change: Partial<GraphicsState>): void {
    this.#state = { ...this.#state, ...change };
  }

  #general(
    operator: string,
    operands: readonly ContentOperand[],
    numbers: readonly number[],
  ): void {
    const { objects } = this.#sink;
    const [first] = operands;
    switch (operator) {
      case "q":
        this.#saved.push(this.#state);
        return;
      case "Q":
        this.#state = this.#saved.pop() ?? this.#state;
        return;
      case "cm":
        this.#change({ matrix: multiply(this.#state.matrix, matrixOf(numbers)) });
        return;
      case "w":
        this.#change({ lineWidth: numbers[0] ?? 1 });
        return;
      case "W":
      case "W*":
        this.#clips = true;
        return;
      case "gs":
        this.#graphicsState(first);
        return;
      case "Do":
        this.#sink.walkXObject(nameValue(first) ?? "", this.#state);
        return;
      case "sh":
        this.#sink.paintShading(this.#find("Shading", first), this.#state.clip);
        return;
      case "BI": {
        const entries = dictionaryEntries(first);
        if (entries === undefined) return;
        const dictionary = { kind: "dictionary" as const, entries };
        this.#sink.add(readInlinePicture(objects, dictionary, this.#resources, this.#state));
        return;
      }
      default: {
        const set = readColour(objects, this.#resources, this.#state, operator, operands);
        if (set !== undefined) this.#change(set);
      }
    }
  }

  #graphicsState(name: ContentOperand | undefined): void {
    const { objects, fontOf } = this.#sink;
    const dict = objects.dict(this.#find("ExtGState", name));
    const { change, mask, transparency } = readStateEntries(objects, dict, fontOf);
    this.#change(change);
    if (transparency !== undefined) this.#sink.onTransparency(transparency);
    if (mask !== undefined) this.#sink.walkMask(mask, this.#state);
  }

  #paint(operator: string): void {
    const path = this.#path;
    this.#path = new Path();
    const { clip, matrix, lineWidth } = this.#state;
    if (!path.isEmpty && FILLS.has(operator)) {
      const { breadthPt } = path;
      const paint = paintOf(this.#state, "fill");
      for (const part of path.filledParts) {
        const boxPt = intersection(part.boxPt, clip);
        this.#add({ kind: "fill", boxPt, paint, breadthPt, thinnestPt: part.thinnestPt });
      }
      this.#pattern("fill", intersection(path.boxPt, clip));
    }
    if (!path.isEmpty && STROKES.has(operator)) {
      const widthPt = lineWidth * leastScale(matrix);
      const paint = paintOf(this.#state, "stroke");
      for (const box of path.lineBoxesPt) {
        const boxPt = intersection(grown(box, widthPt / 2), clip);
        this.#add({ kind: "stroke", boxPt, paint, widthPt });
      }
      this.#pattern("stroke", intersection(path.boxPt, clip));
    }
    if (this.#clips) this.#change({ clip: intersection(clip, path.boxPt) });
    this.#clips = false;
  }

  #add(thing: Loose): void {
    if (!isEmpty(thing.boxPt)) this.#sink.add(thing);
  }

  #pattern(side: Side, box: BoxPt): void {
    const { pattern } = this.#state[side];
    if (pattern !== undefined && !isEmpty(box)) {
      this.#sink.walkPattern(pattern, this.#state, side, box);
    }
  }

  /** Whether it was an operator of text. */
  #textOperator(
    operator: string,
    operands: readonly ContentOperand[],
    numbers: readonly number[],
  ): boolean {
    const [first = 0, second = 0] = numbers;
    switch (operator) {
      case "BT":
        this.#text = this.#line = IDENTITY;
        return true;
      case "Tf":
        this.#change({ font: this.#sink.fontOf(this.#find("Font", operands[0])), fontSize: first });
        return true;
      case "Tc":
        this.#change({ charSpacing: first });
        return true;
      case "Tw":
        this.#change({ wordSpacing: first });
        return true;
      case "Tz":
        this.#change({ textScale: first / 100 });
        return true;
      case "TL":
        this.#change({ leading: first });
        return true;
      case "Ts":
        this.#change({ rise: first });
        return true;
      case "Tr":
        this.#change({ textMode: first });
        return true;
      case "Tm":
        this.#text = this.#line = matrixOf(numbers);
        return true;
      case "TD":
        this.#change({ leading: -second });
        this.#move(first, second);
        return true;
      case "Td":
        this.#move(first, second);
        return true;
      case "T*":
        this.#move(0, -this.#state.leading);
        return true;
      case "Tj":
      case "TJ":
        this.#show(operator === "Tj" ? operands : arrayItems(operands[0]));
        return true;
      case '"':
        this.#change({ wordSpacing: first, charSpacing: second });
        this.#move(0, -this.#state.leading);
        this.#show(operands.slice(2));
        return true;
      case "'":
        this.#move(0, -this.#state.leading);
        this.#show(operands);
        return true;
      default:
        return false;
    }
  }

  #move(x: number, y: number): void {
    this.#text = this.#line = multiply(this.#line, [1, 0, 0, 1, x, y]);
  }

  #show(items: readonly ContentOperand[]): void {
    const state = this.#state;
    const { font, textMode } = state;
    if (font === undefined) {
      this.#sink.onProblem("text is shown before a font is set");
      return;
    }
    const shown = showText(state, font, this.#text, items);
    this.#text = shown.next;
    const { text, boxPt, sizePt, hasMissingGlyph } = shown;
    if (boxPt === undefined) return;
    const isColoured =
      font.drawn !== undefined &&
      shown.glyphs
        .map(({ code, matrix }) => this.#sink.walkGlyph(font, code, { ...state, matrix }))
        .includes(true);
    const sides: readonly Side[] = [
      ...([0, 2, 4, 6].includes(textMode) ? ["fill" as const] : []),
      ...([1, 2, 5, 6].includes(textMode) ? ["stroke" as const] : []),
    ];
    const outlinePt = state.lineWidth * leastScale(state.matrix);
    this.#add({
      kind: "text",
      boxPt,
      text,
      sizePt,
      font,
      hasMissingGlyph,
      paints: isColoured ? [] : sides.map((side) => paintOf(state, side)),
      isInvisible: sides.length === 0,
      ...(sides.join() === "stroke" && !isColoured ? { outlinePt } : {}),
    });
    for (const side of sides) this.#pattern(side, boxPt);
  }
}
