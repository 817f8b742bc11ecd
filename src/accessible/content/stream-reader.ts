/**
 * One content stream as units. Input: a stream, what its names lead to, and the fonts and forms that
 * they mean; output: units in the order of painting. ISO 32000-1 §7.8.2, §8.2, §14.6.
 */
import { interpret, type ContentSource } from "../../pdf/content/interpret.ts";
import {
  dictionaryEntries,
  numbersOf,
  stringValue,
  type ContentOperand,
  type ContentOperation,
} from "../../pdf/content/operations.ts";
import { paintedForm, type PaintedForm } from "../../pdf/content/painted-form.ts";
import type {
  ContentMoment,
  ContentVisitor,
  MarkedOperands,
  Painting,
} from "../../pdf/content/visitor.ts";
import type { BookFont } from "../../pdf/fonts/font-book.ts";
import { apply, type Matrix } from "../../pdf/geometry/matrix.ts";
import { decodeTextString } from "../../pdf/objects/text-string.ts";
import type { PdfObject } from "../../pdf/objects/types.ts";
import { PathBox } from "../../pdf/geometry/path-box.ts";
import { TextObjectReader, type TextFont } from "./text-object.ts";
import type { PaintedUnit, StateOperation, StreamUnits, Unit } from "./units.ts";

export interface StreamSurroundings {
  /** `page` or the form's object number, as in marks. */
  readonly stream: string;
  /** The mark around all of it. */
  readonly mark: string | undefined;
  readonly fontOf: (font: PdfObject | undefined) => BookFont;
  /** A form XObject's units; undefined for one that cannot be written anew. */
  readonly formOf: (
    form: PaintedForm,
    matrix: Matrix,
    mark: string | undefined,
  ) => StreamUnits | undefined;
}

/** The state's matrix leads to CSS pixels of the page. */
export function readStream(source: ContentSource, around: StreamSurroundings): readonly Unit[] {
  const reader = new StreamReader(around);
  interpret(source, reader);
  return reader.finish();
}

interface OpenPath {
  readonly raw: string[];
  readonly x: number;
  readonly y: number;
  readonly box: PathBox;
}

const nothing = (): void => undefined;

class StreamReader implements ContentVisitor {
  readonly #around: StreamSurroundings;
  readonly #units: Unit[] = [];
  readonly #marks: (string | undefined)[];
  #state: StateOperation[] = [];
  #path: OpenPath | undefined;
  #text: TextObjectReader | undefined;

  constructor(around: StreamSurroundings) {
    this.#around = around;
    this.#marks = [around.mark];
  }

  finish(): readonly Unit[] {
    this.endText();
    this.#closeState();
    return this.#units;
  }

  readonly other = (op: ContentOperation, at: ContentMoment): void => {
    const operation = { operator: op.operator, raw: at.written(op) };
    if (this.#text === undefined) this.#state.push(operation);
    else this.#text.setState(operation);
  };

  readonly beginMarked = (
    _: ContentOperation,
    __: ContentMoment,
    { tag, properties }: MarkedOperands,
  ): void => {
    const entries = dictionaryEntries(properties);
    if (this.#text === undefined) {
      const mcid = entries?.get("MCID");
      const isOwn = typeof mcid === "number";
      this.#marks.push(isOwn ? `${this.#around.stream}:${mcid}` : this.#marks.at(-1));
      return;
    }
    const text = stringValue(entries?.get("ActualText"));
    this.#text.openSpan({
      text: text === undefined ? undefined : decodeTextString(text),
      isReversed: tag === "ReversedChars",
    });
  };

  readonly endMarked = (): void => {
    if (this.#text !== undefined) this.#text.closeSpan();
    else if (this.#marks.length > 1) this.#marks.pop();
  };

  readonly markPoint = nothing;

  readonly path = (op: ContentOperation, at: ContentMoment): void => {
    const numbers = numbersOf(op);
    if (this.#path === undefined) {
      const [x, y] = apply(at.state.matrix, numbers[0] ?? 0, numbers[1] ?? 0);
      this.#path = { raw: [], x, y, box: new PathBox() };
    }
    this.#path.raw.push(at.written(op));
    this.#path.box.add(op.operator, numbers);
  };

  readonly clip = (op: ContentOperation, at: ContentMoment): void => {
    this.path(op, at);
  };

  readonly paint = (
    op: ContentOperation,
    at: ContentMoment,
    { fills, strokes }: Painting,
  ): void => {
    this.path(op, at);
    const path = this.#path;
    this.#path = undefined;
    if (path === undefined) return;
    const raw = path.raw.join("\n");
    const { x, y, box } = path;
    const { matrix } = at.state;
    if (!fills && !strokes) this.#state.push({ operator: "clip", raw });
    else this.#paint({ kind: "path", raw, mark: this.#marks.at(-1), x, y, matrix, box: box.box });
  };

  readonly xObject = (op: ContentOperation, at: ContentMoment, name: string): void => {
    const form = paintedForm(at.resources, name);
    const mark = this.#marks.at(-1);
    this.#picture(op, at, form && this.#around.formOf(form, at.state.matrix, mark));
  };

  readonly shading = (op: ContentOperation, at: ContentMoment): void => {
    this.#picture(op, at);
  };

  readonly inlineImage = (op: ContentOperation, at: ContentMoment): void => {
    this.#picture(op, at);
  };

  readonly beginText = (_: ContentOperation, at: ContentMoment): void => {
    const { matrix } = at.state;
    this.#text = new TextObjectReader(this.#font(at), { matrix, mark: this.#marks.at(-1) });
  };

  readonly endText = (): void => {
    const parts = this.#text?.end() ?? [];
    this.#text = undefined;
    for (const part of parts) {
      if ("kind" in part) this.#paint(part);
      else this.#state.push(part);
    }
  };

  readonly textState = (op: ContentOperation, at: ContentMoment): void => {
    switch (op.operator) {
      case "Tf":
        this.#text?.setFont(this.#font(at));
        return;
      case "Tc":
      case "Tw":
      case "TL":
        // Every text is written with its own.
        return;
      default:
        this.other(op, at);
    }
  };

  readonly textMatrix = (_: ContentOperation, at: ContentMoment): void => {
    this.#text?.setMatrix(at.text);
  };

  readonly moveText = (
    { operator }: ContentOperation,
    _: ContentMoment,
    x: number,
    y: number,
  ): void => {
    if (operator === "Td" || operator === "TD") this.#text?.move(x, y);
    else this.#text?.nextLine(x, y);
  };

  readonly show = (
    _: ContentOperation,
    { state }: ContentMoment,
    items: readonly ContentOperand[],
  ): void => {
    this.#text?.show(items, state);
  };

  #font({ state }: ContentMoment): TextFont {
    const { fontName, fontSize } = state;
    return { fontName, font: this.#around.fontOf(state.font), size: fontSize };
  }

  #closeState(): void {
    if (this.#state.length === 0) return;
    this.#units.push({ kind: "state", operations: this.#state });
    this.#state = [];
  }

  #paint(unit: PaintedUnit): void {
    this.#closeState();
    this.#units.push(unit);
  }

  #picture(op: ContentOperation, at: ContentMoment, form?: StreamUnits): void {
    const { matrix } = at.state;
    const [x, y] = apply(matrix, 0.5, 0.5);
    const mark = this.#marks.at(-1);
    const raw = at.written(op);
    this.#paint({ kind: "picture", raw, mark, x, y, matrix, ...(form && { form }) });
  }
}
