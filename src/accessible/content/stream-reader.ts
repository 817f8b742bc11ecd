/**
 * One content stream as units. Input: its operators and what their names mean; output: units in the
 * order of painting. ISO 32000-1 §7.8.2, §8.2, §14.6.
 */

import type { BookFont } from "../../pdf/fonts/font-book.ts";
import { apply, matrixOf, multiply, type Matrix } from "../../pdf/geometry/matrix.ts";
import {
  nameIn,
  numbersIn,
  operations,
  type Operation,
} from "../../pdf/content/content-operations.ts";
import { readTextObject, withTextState, type TextState } from "./text-object.ts";
import type { PaintedUnit, StateOperation, StreamUnits, Unit } from "./units.ts";

export interface StreamSurroundings {
  /** `page` or the form's object number, as in marks. */
  readonly stream: string;
  /** From the stream's user space to CSS pixels of the page. */
  readonly matrix: Matrix;
  /** The mark around all of it. */
  readonly mark: string | undefined;
  readonly fontOf: (name: string) => BookFont;
  /** A form XObject's units; undefined for a picture. */
  readonly formOf: (
    name: string,
    matrix: Matrix,
    mark: string | undefined,
  ) => StreamUnits | undefined;
}

export function readStream(content: string, around: StreamSurroundings): readonly Unit[] {
  return new StreamReader(content, around).read();
}

class StreamReader {
  readonly #content: string;
  readonly #around: StreamSurroundings;
  readonly #units: Unit[] = [];
  readonly #marks: (string | undefined)[];
  readonly #saved: { readonly matrix: Matrix; readonly text: TextState }[] = [];
  #matrix: Matrix;
  #text: TextState;
  #state: StateOperation[] = [];
  #path: { readonly raw: string[]; readonly x: number; readonly y: number } | undefined;

  constructor(content: string, around: StreamSurroundings) {
    this.#content = content;
    this.#around = around;
    this.#matrix = around.matrix;
    this.#marks = [around.mark];
    this.#text = {
      fontName: "",
      font: around.fontOf(""),
      size: 0,
      charSpacing: 0,
      wordSpacing: 0,
      leading: 0,
    };
  }

  read(): readonly Unit[] {
    const source = operations(this.#content);
    for (const operation of source) this.#operation(operation, source);
    this.#closeState();
    return this.#units;
  }

  #raw(operation: Operation): string {
    return this.#content.slice(operation.start, operation.end);
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

  #mark(operation: Operation): void {
    const operands = this.#content.slice(operation.start, operation.operatorStart);
    const mcid = /\/MCID\s+(\d+)/.exec(operands)?.[1];
    this.#marks.push(mcid === undefined ? this.#marks.at(-1) : `${this.#around.stream}:${mcid}`);
  }

  #operation(operation: Operation, source: Iterator<Operation>): void {
    const { operator } = operation;
    switch (operator) {
      case "BDC":
      case "BMC":
        this.#mark(operation);
        return;
      case "EMC":
        if (this.#marks.length > 1) this.#marks.pop();
        return;
      case "MP":
      case "DP":
        return;
      case "BT":
        this.#textObject(source);
        return;
      case "m":
      case "re":
      case "l":
      case "c":
      case "v":
      case "y":
      case "h":
      case "W":
      case "W*":
        this.#pathPart(operation);
        return;
      case "n":
        this.#pathPart(operation);
        this.#state.push({ operator: "clip", raw: this.#path?.raw.join("\n") ?? "" });
        this.#path = undefined;
        return;
      case "f":
      case "F":
      case "f*":
      case "S":
      case "s":
      case "B":
      case "B*":
      case "b":
      case "b*":
        this.#pathPart(operation);
        this.#paintPath();
        return;
      case "Do":
      case "sh":
      case "BI":
        this.#picture(operation);
        return;
      default:
        this.#stateOperation(operation);
    }
  }

  #pathPart(operation: Operation): void {
    if (this.#path === undefined) {
      const [x = 0, y = 0] = numbersIn(this.#content, operation);
      const [pageX, pageY] = apply(this.#matrix, x, y);
      this.#path = { raw: [], x: pageX, y: pageY };
    }
    this.#path.raw.push(this.#raw(operation));
  }

  #paintPath(): void {
    const path = this.#path;
    this.#path = undefined;
    if (path === undefined) return;
    this.#paint({
      kind: "path",
      raw: path.raw.join("\n"),
      mark: this.#marks.at(-1),
      x: path.x,
      y: path.y,
      matrix: this.#matrix,
    });
  }

  #picture(operation: Operation): void {
    const mark = this.#marks.at(-1);
    const matrix = this.#matrix;
    const form =
      operation.operator === "Do"
        ? this.#around.formOf(nameIn(this.#content, operation), matrix, mark)
        : undefined;
    const [x, y] = apply(matrix, 0.5, 0.5);
    const raw = this.#raw(operation);
    this.#paint({ kind: "picture", raw, mark, x, y, matrix, ...(form && { form }) });
  }

  #stateOperation(operation: Operation): void {
    switch (operation.operator) {
      case "Tf":
      case "Tc":
      case "Tw":
      case "TL":
        // Every text is written with its own.
        this.#text = withTextState(this.#text, operation, {
          content: this.#content,
          fontOf: this.#around.fontOf,
        });
        return;
      case "q":
        this.#saved.push({ matrix: this.#matrix, text: this.#text });
        break;
      case "Q": {
        const saved = this.#saved.pop();
        if (saved) ({ matrix: this.#matrix, text: this.#text } = saved);
        break;
      }
      case "cm":
        this.#matrix = multiply(this.#matrix, matrixOf(numbersIn(this.#content, operation)));
        break;
    }
    this.#state.push({ operator: operation.operator, raw: this.#raw(operation) });
  }

  #textObject(source: Iterator<Operation>): void {
    const { parts, state } = readTextObject(source, this.#text, {
      content: this.#content,
      fontOf: this.#around.fontOf,
      matrix: this.#matrix,
      mark: this.#marks.at(-1),
    });
    this.#text = state;
    for (const part of parts) {
      if ("kind" in part) this.#paint(part);
      else this.#state.push(part);
    }
  }
}
