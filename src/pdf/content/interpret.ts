/**
 * The interpreter of content streams (ISO 32000-1 annex A). Input: a stream, what its names lead to,
 * the state it begins in, and a visitor; output: the visitor's hooks are called in the order of the
 * operations, see `visitor.ts`. It keeps the graphics state and the place of text; it does not go into
 * what a stream refers to (forms, patterns, glyphs), which is the visitor's to decide: `ContentBudget`
 * says how far that may go.
 */
import { firstColour, type Colour } from "../colour/colour-space.ts";
import { IDENTITY, matrixOf, moved, multiply, type Matrix } from "../geometry/matrix.ts";
import { MOST_SAVED_STATES } from "../limits.ts";
import { applyEntries, type GraphicsState, type Side } from "./graphics-state.ts";
import {
  arrayItems,
  dictionaryEntries,
  nameValue,
  numbersOf,
  OperationReader,
  writtenOperation,
  type ContentOperation,
} from "./operations.ts";
import type { Resources } from "./resources.ts";
import type { ContentMoment, ContentVisitor, Painting } from "./visitor.ts";

/** A stream and where it stands. */
export interface ContentSource<Own = undefined> {
  readonly bytes: Uint8Array;
  readonly resources: Resources;
  /** What it begins with; it is not changed. */
  readonly state: GraphicsState<Own>;
}

export function interpret<Own>(source: ContentSource<Own>, visitor: ContentVisitor<Own>): void {
  new Interpreter(source, visitor).run();
}

const FILLS: Painting = { fills: true, strokes: false };
const STROKES: Painting = { fills: false, strokes: true };
const BOTH: Painting = { fills: true, strokes: true };

const PAINTINGS: ReadonlyMap<string, Painting> = new Map([
  ["n", { fills: false, strokes: false }],
  ["f", FILLS],
  ["F", FILLS],
  ["f*", FILLS],
  ["S", STROKES],
  ["s", STROKES],
  ["B", BOTH],
  ["B*", BOTH],
  ["b", BOTH],
  ["b*", BOTH],
]);

/** Table 74: what each operator sets, in a device's space or in the one that was set before. */
const COLOURS: ReadonlyMap<string, { readonly side: Side; readonly sets: string }> = new Map([
  ["g", { side: "fill", sets: "DeviceGray" }],
  ["rg", { side: "fill", sets: "DeviceRGB" }],
  ["k", { side: "fill", sets: "DeviceCMYK" }],
  ["cs", { side: "fill", sets: "space" }],
  ["sc", { side: "fill", sets: "components" }],
  ["scn", { side: "fill", sets: "components" }],
  ["G", { side: "stroke", sets: "DeviceGray" }],
  ["RG", { side: "stroke", sets: "DeviceRGB" }],
  ["K", { side: "stroke", sets: "DeviceCMYK" }],
  ["CS", { side: "stroke", sets: "space" }],
  ["SC", { side: "stroke", sets: "components" }],
  ["SCN", { side: "stroke", sets: "components" }],
]);

class Interpreter<Own> implements ContentMoment<Own> {
  readonly resources: Resources;
  readonly #reader: OperationReader;
  readonly #bytes: Buffer;
  readonly #visitor: ContentVisitor<Own>;
  readonly #saved: GraphicsState<Own>[] = [];
  #savedBeyond = 0;
  state: GraphicsState<Own>;
  text: Matrix = IDENTITY;
  #line: Matrix = IDENTITY;

  constructor({ bytes, resources, state }: ContentSource<Own>, visitor: ContentVisitor<Own>) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#reader = new OperationReader(bytes);
    this.#visitor = visitor;
    this.resources = resources;
    this.state = state.copy();
  }

  readonly written = (operation: ContentOperation): string =>
    writtenOperation(this.#bytes, operation);

  readonly slice = (start: number, end: number): Uint8Array => this.#bytes.subarray(start, end);

  run(): void {
    const reader = this.#reader;
    const { mayGoOn, problem } = this.#visitor;
    for (let op = reader.next(); op !== undefined; op = reader.next()) {
      if (mayGoOn?.(this) === false) break;
      this.#operation(op);
    }
    if (problem !== undefined) for (const { message } of reader.problems) problem(message);
  }

  #save(): void {
    if (this.#saved.length < MOST_SAVED_STATES) this.#saved.push(this.state.copy());
    else this.#savedBeyond += 1;
  }

  /** Whether something was saved. */
  #restore(): boolean {
    if (this.#savedBeyond > 0) {
      this.#savedBeyond -= 1;
      return true;
    }
    const saved = this.#saved.pop();
    this.state = saved ?? this.state;
    return saved !== undefined;
  }

  #other(op: ContentOperation): void {
    this.#visitor.other?.(op, this);
  }

  #operation(op: ContentOperation): void {
    // Most of what a browser prints is text, glyph by glyph, and nothing else begins so.
    if (op.operator.startsWith("T") && this.#textOperator(op)) return;
    const visitor = this.#visitor;
    switch (op.operator) {
      case "m":
      case "l":
      case "c":
      case "v":
      case "y":
      case "h":
      case "re":
        (visitor.path ?? visitor.other)?.(op, this);
        return;
      case "W":
      case "W*":
        (visitor.clip ?? visitor.other)?.(op, this);
        return;
      case "q":
        this.#save();
        (visitor.save ?? visitor.other)?.(op, this);
        return;
      case "Q": {
        const isMatched = this.#restore();
        if (visitor.restore === undefined) this.#other(op);
        else visitor.restore(op, this, isMatched);
        return;
      }
      case "cm":
        this.state.matrix = multiply(this.state.matrix, matrixOf(numbersOf(op)));
        (visitor.transform ?? visitor.other)?.(op, this);
        return;
      case "w":
        this.state.lineWidth = numbersOf(op)[0] ?? 1;
        (visitor.style ?? visitor.other)?.(op, this);
        return;
      case "J":
      case "j":
      case "M":
      case "d":
      case "ri":
      case "i":
        (visitor.style ?? visitor.other)?.(op, this);
        return;
      case "gs":
        this.#entries(op);
        return;
      case "Do":
        if (visitor.xObject === undefined) this.#other(op);
        else visitor.xObject(op, this, nameValue(op.operands[0]) ?? "");
        return;
      case "sh":
        if (visitor.shading === undefined) this.#other(op);
        else visitor.shading(op, this, nameValue(op.operands[0]) ?? "");
        return;
      case "BI":
        this.#inlineImage(op);
        return;
      case "BMC":
      case "BDC":
        this.#beginMarked(op);
        return;
      case "EMC":
        (visitor.endMarked ?? visitor.other)?.(op, this);
        return;
      case "MP":
      case "DP":
        (visitor.markPoint ?? visitor.other)?.(op, this);
        return;
      case "d0":
      case "d1":
        (visitor.glyph ?? visitor.other)?.(op, this);
        return;
      default: {
        const painting = PAINTINGS.get(op.operator);
        if (painting !== undefined) {
          if (visitor.paint === undefined) this.#other(op);
          else visitor.paint(op, this, painting);
        } else if (!this.#textOperator(op) && !this.#colour(op)) this.#other(op);
      }
    }
  }

  #entries(op: ContentOperation): void {
    const { objects } = this.resources;
    const name = nameValue(op.operands[0]) ?? "";
    const dict = objects.dict(this.resources.find("ExtGState", name));
    applyEntries(objects, this.state, dict);
    if (this.#visitor.entries === undefined) this.#other(op);
    else this.#visitor.entries(op, this, dict);
  }

  #inlineImage(op: ContentOperation): void {
    const entries = dictionaryEntries(op.operands[0]);
    const { inlineImage: data } = op;
    if (this.#visitor.inlineImage === undefined) this.#other(op);
    else if (entries !== undefined && data !== undefined) {
      this.#visitor.inlineImage(op, this, entries, data);
    }
  }

  #beginMarked(op: ContentOperation): void {
    const [tag, properties] = op.operands;
    if (this.#visitor.beginMarked === undefined) this.#other(op);
    else this.#visitor.beginMarked(op, this, { tag: nameValue(tag) ?? "", properties });
  }

  /** Whether it was an operator of text. */
  #textOperator(op: ContentOperation): boolean {
    const visitor = this.#visitor;
    const { state } = this;
    switch (op.operator) {
      case "Tj":
        this.#show(op, op.operands);
        return true;
      case "TJ":
        this.#show(op, arrayItems(op.operands[0]));
        return true;
      case "Td": {
        const [x = 0, y = 0] = numbersOf(op);
        this.#moveText(op, x, y);
        return true;
      }
      case "TD": {
        const [x = 0, y = 0] = numbersOf(op);
        state.leading = -y;
        this.#moveText(op, x, y);
        return true;
      }
      case "T*":
        this.#moveText(op, 0, -state.leading);
        return true;
      case "Tm":
        this.text = this.#line = matrixOf(numbersOf(op));
        (visitor.textMatrix ?? visitor.other)?.(op, this);
        return true;
      case "BT":
        this.text = this.#line = IDENTITY;
        (visitor.beginText ?? visitor.other)?.(op, this);
        return true;
      case "ET":
        (visitor.endText ?? visitor.other)?.(op, this);
        return true;
      case "'":
        this.#moveText(op, 0, -state.leading);
        this.#show(op, op.operands);
        return true;
      case '"': {
        const [wordSpacing = 0, charSpacing = 0] = numbersOf(op);
        Object.assign(state, { wordSpacing, charSpacing });
        this.#moveText(op, 0, -state.leading);
        this.#show(op, op.operands.slice(2));
        return true;
      }
      default:
        if (!this.#textState(op)) return false;
        (visitor.textState ?? visitor.other)?.(op, this);
        return true;
    }
  }

  #textState(op: ContentOperation): boolean {
    const { state } = this;
    const value = numbersOf(op)[0] ?? 0;
    switch (op.operator) {
      case "Tf":
        state.fontName = nameValue(op.operands[0]) ?? "";
        state.font = this.resources.find("Font", state.fontName);
        state.fontSize = value;
        return true;
      case "Tc":
        state.charSpacing = value;
        return true;
      case "Tw":
        state.wordSpacing = value;
        return true;
      case "Tz":
        state.textScale = value / 100;
        return true;
      case "TL":
        state.leading = value;
        return true;
      case "Ts":
        state.rise = value;
        return true;
      case "Tr":
        state.textMode = value;
        return true;
      default:
        return false;
    }
  }

  #moveText(op: ContentOperation, x: number, y: number): void {
    this.text = this.#line = moved(this.#line, x, y);
    const isShown = op.operator === "'" || op.operator === '"';
    const { moveText, other } = this.#visitor;
    if (moveText !== undefined) moveText(op, this, x, y);
    // What shows text as well goes there once.
    else if (!isShown) other?.(op, this);
  }

  #show(op: ContentOperation, items: ContentOperation["operands"]): void {
    if (this.#visitor.show === undefined) this.#other(op);
    else this.#visitor.show(op, this, items);
  }

  /** Whether it was an operator of colour. §8.6.8 */
  #colour(op: ContentOperation): boolean {
    const found = COLOURS.get(op.operator);
    if (found === undefined) return false;
    const { side, sets } = found;
    this.state[side] = this.#newColour(op, side, sets);
    if (this.#visitor.colour === undefined) this.#other(op);
    else this.#visitor.colour(op, this, side);
    return true;
  }

  #newColour(op: ContentOperation, side: Side, sets: string): Colour {
    const { resources } = this;
    if (sets === "space") {
      return firstColour(resources.colourSpace(nameValue(op.operands.at(-1)) ?? "none"));
    }
    const components = numbersOf(op);
    if (sets !== "components") return { space: resources.colourSpace(sets), components };
    const { space } = this.state[side];
    const name = nameValue(op.operands.at(-1));
    if (space.kind !== "pattern" || name === undefined) return { space, components };
    const pattern = resources.find("Pattern", name);
    return { space, components, ...(pattern === undefined ? {} : { pattern }) };
  }
}
