/**
 * A page's content as units that can be tagged: a text object, a path, a picture, each with where
 * it begins on the page and the browser's marked content around it. What paints nothing (graphics
 * state, clipping) is kept between them. Input: content streams; output: plain data. Form XObjects
 * are read in their place. ISO 32000-1 §7.8.2, §8.2, §14.6.
 */
import {
  PDFDict,
  PDFName,
  PDFRawStream,
  PDFRef,
  type PDFContext,
  type PDFObject,
} from "@cantoo/pdf-lib";
import {
  nameIn,
  numbersIn,
  operations,
  type Operation,
} from "../../pdf/write/content-operations.ts";
import { streamText } from "../../pdf/write/stream-text.ts";
import { fontDecoder, type FontDecoder } from "../../pdf/fonts/font-decoder.ts";
import { actualTextIn, shownCodes } from "../../pdf/write/shown-strings.ts";
import { apply, IDENTITY, matrixOf, multiply, type Matrix } from "../../pdf/matrix.ts";

/** One operation of a text object; `shown` where it shows glyphs. */
export interface TextOperation {
  readonly raw: string;
  readonly shown?: {
    readonly codes: readonly number[];
    readonly font: FontDecoder;
    readonly text: string;
  };
}

interface Painted {
  /** The browser's structure leaf around it, as `stream:mcid`; undefined where it is untagged. */
  readonly mark: string | undefined;
  /** Where it begins, in CSS pixels from the page's upper left corner. */
  readonly x: number;
  readonly y: number;
}

export interface TextUnit extends Painted {
  readonly kind: "text";
  readonly operations: readonly TextOperation[];
  /** What its glyphs read as, soft hyphens left out. */
  readonly text: string;
}

export interface PathUnit extends Painted {
  readonly kind: "path";
  readonly raw: string;
}

export interface PictureUnit extends Painted {
  readonly kind: "picture";
  readonly raw: string;
  /** The units of a form XObject. */
  readonly form?: StreamUnits;
}

export interface StateUnit {
  readonly kind: "state";
  readonly raw: string;
}

export type PaintedUnit = TextUnit | PathUnit | PictureUnit;
export type Unit = PaintedUnit | StateUnit;

export interface StreamUnits {
  /** `page` or the form's object number, as in marks. */
  readonly stream: string;
  /** The form XObject; undefined for a page. */
  readonly ref: PDFRef | undefined;
  readonly units: readonly Unit[];
}

export class ContentReader {
  readonly #context: PDFContext;
  readonly #fonts = new Map<PDFObject, FontDecoder>();
  readonly #forms = new Set<PDFRef>();
  /** Form XObjects that are painted more than once, whose content cannot be marked. */
  readonly repeatedForms = new Set<PDFRef>();
  /** Fonts with no dictionary: their codes read as nothing. */
  readonly #noFont: FontDecoder;

  constructor(context: PDFContext) {
    this.#context = context;
    this.#noFont = fontDecoder(context, undefined);
  }

  /** `heightPt` is the page's: CSS pixels count from the top. */
  readPage(content: string, resources: PDFDict | undefined, heightPt: number): StreamUnits {
    const toPixels: Matrix = [1 / 0.75, 0, 0, -1 / 0.75, 0, heightPt / 0.75];
    const units = this.#read(content, resources, "page", toPixels, undefined);
    return { stream: "page", ref: undefined, units };
  }

  #read(
    content: string,
    resources: PDFDict | undefined,
    stream: string,
    base: Matrix,
    outerMark: string | undefined,
  ): Unit[] {
    return new StreamReader(content, stream, base, outerMark, {
      font: (name) => this.#font(resources, name),
      form: (name, matrix, mark) => this.#form(resources, name, matrix, mark),
    }).read();
  }

  #resource(resources: PDFDict | undefined, kind: string, name: string): PDFObject | undefined {
    const group = resources?.lookup(PDFName.of(kind));
    return group instanceof PDFDict ? group.get(PDFName.of(name)) : undefined;
  }

  #font(resources: PDFDict | undefined, name: string): FontDecoder {
    const font = this.#resource(resources, "Font", name);
    if (font === undefined) return this.#noFont;
    const known = this.#fonts.get(font);
    if (known) return known;
    const decoder = fontDecoder(this.#context, font);
    this.#fonts.set(font, decoder);
    return decoder;
  }

  #form(
    resources: PDFDict | undefined,
    name: string,
    matrix: Matrix,
    mark: string | undefined,
  ): StreamUnits | undefined {
    const ref = this.#resource(resources, "XObject", name);
    const form = this.#context.lookup(ref);
    if (!(form instanceof PDFRawStream) || !(ref instanceof PDFRef)) return undefined;
    if (form.dict.lookup(PDFName.of("Subtype")) !== PDFName.of("Form")) return undefined;
    if (this.#forms.has(ref)) this.repeatedForms.add(ref);
    this.#forms.add(ref);
    const own = form.dict.lookup(PDFName.of("Resources"));
    const content = streamText(form);
    const stream = String(ref.objectNumber);
    const numbers = (form.dict.lookup(PDFName.of("Matrix"))?.toString() ?? "")
      .replace(/[[\]]/g, " ")
      .trim()
      .split(/\s+/)
      .map(Number);
    const base = numbers.length === 6 ? multiply(matrix, matrixOf(numbers)) : matrix;
    const inner = own instanceof PDFDict ? own : resources;
    return { stream, ref, units: this.#read(content, inner, stream, base, mark) };
  }
}

interface Resources {
  readonly font: (name: string) => FontDecoder;
  readonly form: (
    name: string,
    matrix: Matrix,
    mark: string | undefined,
  ) => StreamUnits | undefined;
}

class StreamReader {
  readonly #content: string;
  readonly #stream: string;
  readonly #resources: Resources;
  readonly #units: Unit[] = [];
  readonly #marks: (string | undefined)[];
  readonly #saved: { matrix: Matrix; font: FontDecoder }[] = [];
  #matrix: Matrix;
  #font: FontDecoder;
  #state: string[] = [];
  #path: { raw: string[]; x: number; y: number } | undefined;

  constructor(
    content: string,
    stream: string,
    base: Matrix,
    outerMark: string | undefined,
    resources: Resources,
  ) {
    this.#content = content;
    this.#stream = stream;
    this.#matrix = base;
    this.#marks = [outerMark];
    this.#resources = resources;
    this.#font = resources.font("");
  }

  read(): Unit[] {
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
    this.#units.push({ kind: "state", raw: this.#state.join("\n") });
    this.#state = [];
  }

  #paint(unit: PaintedUnit): void {
    this.#closeState();
    this.#units.push(unit);
  }

  #mark(operation: Operation): void {
    const operands = this.#content.slice(operation.start, operation.operatorStart);
    const mcid = /\/MCID\s+(\d+)/.exec(operands)?.[1];
    this.#marks.push(mcid === undefined ? this.#marks.at(-1) : `${this.#stream}:${mcid}`);
  }

  #operation(operation: Operation, source: Generator<Operation>): void {
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
        this.#state.push(...(this.#path?.raw ?? []));
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
    });
  }

  #picture(operation: Operation): void {
    const mark = this.#marks.at(-1);
    const form =
      operation.operator === "Do"
        ? this.#resources.form(nameIn(this.#content, operation), this.#matrix, mark)
        : undefined;
    const [x, y] = apply(this.#matrix, 0.5, 0.5);
    const raw = this.#raw(operation);
    this.#paint({ kind: "picture", raw, mark, x, y, ...(form && { form }) });
  }

  #stateOperation(operation: Operation): void {
    switch (operation.operator) {
      case "q":
        this.#saved.push({ matrix: this.#matrix, font: this.#font });
        break;
      case "Q": {
        const saved = this.#saved.pop();
        if (saved) ({ matrix: this.#matrix, font: this.#font } = saved);
        break;
      }
      case "cm":
        this.#matrix = multiply(this.#matrix, matrixOf(numbersIn(this.#content, operation)));
        break;
      case "Tf":
        this.#font = this.#resources.font(nameIn(this.#content, operation));
        break;
    }
    this.#state.push(this.#raw(operation));
  }

  #textObject(source: Generator<Operation>): void {
    const found: TextOperation[] = [];
    const texts: string[] = [];
    let textMatrix = IDENTITY;
    let start: readonly [number, number] | undefined;
    /** ActualText of the spans that are open; the browser wraps clusters and soft hyphens in it. */
    const spans: (string | undefined)[] = [];
    for (let next = source.next(); next.done !== true; next = source.next()) {
      const operation = next.value;
      const { operator } = operation;
      if (operator === "ET") break;
      let raw: string | undefined = this.#raw(operation);
      switch (operator) {
        case "BDC": {
          const text = actualTextIn(raw);
          spans.push(text);
          if (text === "\u00AD") raw = undefined;
          else texts.push(text ?? "");
          break;
        }
        case "BMC":
          spans.push(undefined);
          raw = undefined;
          break;
        case "EMC":
          // Spans without ActualText, as /ReversedChars, are dropped: ours say what is read.
          if (isDropped(spans.pop())) raw = undefined;
          break;
        case "Tf":
          this.#font = this.#resources.font(nameIn(this.#content, operation));
          break;
        case "Tm":
          // Only where it begins matters: what follows is found by its words.
          if (start === undefined) textMatrix = matrixOf(numbersIn(this.#content, operation));
          break;
        case "Td":
        case "TD": {
          if (start !== undefined) break;
          const [x = 0, y = 0] = numbersIn(this.#content, operation);
          textMatrix = multiply(textMatrix, [1, 0, 0, 1, x, y]);
          break;
        }
        case "Tj":
        case "TJ":
        case "'":
        case '"': {
          const span = spans.at(-1);
          if (span === "\u00AD") continue;
          const codes = shownCodes(raw, this.#font.codeLength);
          let text = "";
          for (const code of codes) text += this.#font.textOf(code) ?? "";
          start ??= apply(multiply(this.#matrix, textMatrix), 0, 0);
          if (span === undefined) texts.push(text);
          found.push({ raw, shown: { codes, font: this.#font, text: span ?? text } });
          continue;
        }
      }
      if (raw !== undefined) found.push({ raw });
    }
    if (start === undefined) {
      // Nothing is shown, but the font set here holds on.
      this.#state.push("BT", ...found.map((each) => each.raw), "ET");
      return;
    }
    this.#paint({
      kind: "text",
      operations: found,
      text: texts.join(""),
      mark: this.#marks.at(-1),
      x: start[0],
      y: start[1],
    });
  }
}

function isDropped(span: string | undefined): boolean {
  return span === undefined || span === "\u00AD";
}
