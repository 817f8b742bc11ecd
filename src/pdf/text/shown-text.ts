/**
 * The codes that pages really show, string by string, with the font they are shown in and the marked
 * content they stand in. Input: an open PDF; output: strings in the order of painting, form XObjects
 * followed where they are painted. Text that is painted invisibly is shown as well, since readers
 * read it. Not read: drawn letters of Type 3 fonts, patterns, annotations. ISO 32000-1 §9.4, §14.6.
 */
import type { PDFDict, PDFObject, PDFStream } from "@cantoo/pdf-lib";
import { readCodedFont, type CodedFont } from "../fonts/coded-font.ts";
import {
  arrayItems,
  nameValue,
  parseContentStream,
  type ContentOperand,
  type ContentOperation,
} from "../content/content-stream.ts";
import { MOST_FORM_DEPTH, MOST_JUDGED_OPERATORS } from "../limits.ts";
import { markedProperties, pageContentBytes } from "../content/marked-content.ts";
import type { PdfDocument } from "../objects/open-pdf.ts";
import type { PdfObjects } from "../objects/pdf-objects.ts";
import { referenceOf } from "../objects/pdf-objects.ts";
import type { MarkedFrame } from "./text-piece.ts";

export interface ShownString {
  readonly font: CodedFont;
  readonly codes: readonly number[];
  /** The innermost marked content around it. */
  readonly frame: MarkedFrame | undefined;
  /** It does not go on where the string before it ended: what stands before it is another line. */
  readonly beginsLine: boolean;
}

export interface ShownPage {
  /** Counted from 1. */
  readonly page: number;
  readonly strings: readonly ShownString[];
  /** The page paints more than is read. */
  readonly isCut: boolean;
}

export function* readShownText(pdf: PdfDocument): Generator<ShownPage> {
  const fonts = new Map<PDFObject, CodedFont>();
  for (const index of pdf.pages.keys()) yield new PageReader(pdf, index, fonts).read();
}

interface TextState {
  readonly font: CodedFont | undefined;
}

class PageReader {
  readonly #pdf: PdfDocument;
  readonly #objects: PdfObjects;
  readonly #index: number;
  readonly #fonts: Map<PDFObject, CodedFont>;
  readonly #forms = new Map<PDFStream, readonly ContentOperation[]>();
  readonly #strings: ShownString[] = [];
  #operations = 0;
  #beginsLine = true;

  constructor(pdf: PdfDocument, index: number, fonts: Map<PDFObject, CodedFont>) {
    this.#pdf = pdf;
    this.#objects = pdf.objects;
    this.#index = index;
    this.#fonts = fonts;
  }

  read(): ShownPage {
    if ((this.#pdf.operatorCounts[this.#index] ?? 0) > MOST_JUDGED_OPERATORS) {
      return { page: this.#index + 1, strings: [], isCut: true };
    }
    const resources = this.#objects.dict(this.#pdf.pages[this.#index]?.inherited("Resources"));
    const { operations } = parseContentStream(pageContentBytes(this.#pdf, this.#index));
    this.#walk(operations, resources, { font: undefined }, undefined, undefined, []);
    return {
      page: this.#index + 1,
      strings: this.#strings,
      isCut: this.#operations > MOST_JUDGED_OPERATORS,
    };
  }

  #walk(
    operations: readonly ContentOperation[],
    resources: PDFDict | undefined,
    first: TextState,
    outer: MarkedFrame | undefined,
    stream: string | undefined,
    within: readonly PDFStream[],
  ): void {
    const saved: TextState[] = [];
    // Marked content ends in the stream that it begins in.
    const frames: (MarkedFrame | undefined)[] = [outer];
    let state = first;
    for (const { operator, operands } of operations) {
      this.#operations += 1;
      if (this.#operations > MOST_JUDGED_OPERATORS) return;
      switch (operator) {
        case "q":
          saved.push(state);
          break;
        case "Q":
          state = saved.pop() ?? state;
          break;
        case "Tf":
          state = { font: this.#font(this.#find(resources, "Font", operands[0])) };
          break;
        case "gs": {
          const dict = this.#objects.dict(this.#find(resources, "ExtGState", operands[0]));
          const [font] = this.#objects.items(this.#objects.get(dict, "Font"));
          if (font !== undefined) state = { font: this.#font(this.#objects.resolve(font)) };
          break;
        }
        case "BMC":
        case "BDC":
          frames.push(this.#frame(operands, resources, stream, frames.at(-1)));
          break;
        case "EMC":
          if (frames.length > 1) frames.pop();
          break;
        case "Do":
          this.#form(operands[0], resources, state, frames.at(-1), within);
          break;
        default:
          this.#text(operator, operands, state, frames.at(-1));
      }
    }
  }

  #text(
    operator: string,
    operands: readonly ContentOperand[],
    { font }: TextState,
    frame: MarkedFrame | undefined,
  ): void {
    switch (operator) {
      case "BT":
      case "Tm":
      case "T*":
        this.#beginsLine = true;
        return;
      case "Td":
      case "TD":
        if (operands[1] !== 0) this.#beginsLine = true;
        return;
      case "'":
      case '"':
        this.#beginsLine = true;
        this.#show(operands, font, frame);
        return;
      case "Tj":
        this.#show(operands, font, frame);
        return;
      case "TJ":
        this.#show(arrayItems(operands[0]), font, frame);
    }
  }

  #show(
    items: readonly ContentOperand[],
    font: CodedFont | undefined,
    frame: MarkedFrame | undefined,
  ): void {
    // Without a font nothing is painted.
    if (font === undefined) return;
    const codes = items.flatMap((item) =>
      typeof item === "object" && item?.kind === "string" ? font.codesOf(item.bytes) : [],
    );
    if (codes.length === 0) return;
    this.#strings.push({ font, codes, frame, beginsLine: this.#beginsLine });
    this.#beginsLine = false;
  }

  #form(
    name: ContentOperand | undefined,
    resources: PDFDict | undefined,
    state: TextState,
    frame: MarkedFrame | undefined,
    within: readonly PDFStream[],
  ): void {
    const objects = this.#objects;
    const xobjects = objects.dict(objects.get(resources, "XObject"));
    const raw = objects.getRaw(xobjects, nameValue(name) ?? "");
    const form = objects.stream(raw);
    if (form === undefined || objects.name(objects.get(form.dict, "Subtype")) !== "Form") return;
    if (within.includes(form) || within.length >= MOST_FORM_DEPTH) return;
    const inner = objects.dict(objects.get(form.dict, "Resources")) ?? resources;
    this.#beginsLine = true;
    this.#walk(this.#formOperations(form), inner, state, frame, referenceOf(raw), [
      ...within,
      form,
    ]);
    this.#beginsLine = true;
  }

  /** Forms that are painted often are read once. */
  #formOperations(form: PDFStream): readonly ContentOperation[] {
    const operations =
      this.#forms.get(form) ??
      parseContentStream(this.#objects.streamBytes(form) ?? new Uint8Array()).operations;
    this.#forms.set(form, operations);
    return operations;
  }

  #frame(
    [tag, properties]: readonly ContentOperand[],
    resources: PDFDict | undefined,
    stream: string | undefined,
    outer: MarkedFrame | undefined,
  ): MarkedFrame {
    const { mcid, actualText, alt } = markedProperties(this.#objects, properties, resources);
    const replacement = actualText ?? alt;
    return {
      tag: nameValue(tag) ?? "",
      ...(mcid === undefined ? {} : { mcid }),
      ...(stream === undefined ? {} : { stream }),
      ...(replacement === undefined ? {} : { replacement }),
      ...(outer === undefined ? {} : { outer }),
    };
  }

  #find(
    resources: PDFDict | undefined,
    category: string,
    operand: ContentOperand | undefined,
  ): PDFObject | undefined {
    const dict = this.#objects.dict(this.#objects.get(resources, category));
    return this.#objects.get(dict, nameValue(operand) ?? "");
  }

  #font(object: PDFObject | undefined): CodedFont | undefined {
    if (object === undefined) return undefined;
    const font = this.#fonts.get(object) ?? readCodedFont(this.#objects, object);
    this.#fonts.set(object, font);
    return font;
  }
}
