/**
 * A page's content as units. Input: content streams and their resources; output: plain data. Form
 * XObjects are read in their place. ISO 32000-1 §7.8.2, §8.10.
 */
import {
  PDFDict,
  PDFName,
  PDFRawStream,
  PDFRef,
  type PDFContext,
  type PDFObject,
} from "@cantoo/pdf-lib";
import type { FontBook } from "../../pdf/fonts/font-book.ts";
import { matrixOf, multiply, type Matrix } from "../../pdf/geometry/matrix.ts";
import { streamText } from "../../pdf/filters/stream-text.ts";
import { readStream } from "./stream-reader.ts";
import type { StreamUnits, Unit } from "./units.ts";

export class ContentReader {
  readonly #context: PDFContext;
  readonly #fonts: FontBook;
  readonly #forms = new Set<PDFRef>();
  /** Form XObjects that are painted more than once, whose content cannot be marked. */
  readonly repeatedForms = new Set<PDFRef>();

  constructor(context: PDFContext, fonts: FontBook) {
    this.#context = context;
    this.#fonts = fonts;
  }

  /** `heightPt` is the page's: CSS pixels count from the top. */
  readPage(content: string, resources: PDFDict | undefined, heightPt: number): StreamUnits {
    const toPixels: Matrix = [1 / 0.75, 0, 0, -1 / 0.75, 0, heightPt / 0.75];
    const units = this.#read(content, resources, "page", toPixels, undefined);
    return { stream: "page", ref: undefined, resources, units };
  }

  #read(
    content: string,
    resources: PDFDict | undefined,
    stream: string,
    matrix: Matrix,
    mark: string | undefined,
  ): readonly Unit[] {
    return readStream(content, {
      stream,
      matrix,
      mark,
      fontOf: (name) => this.#fonts.font(this.#resource(resources, "Font", name)),
      formOf: (name, at, outerMark) => this.#form(resources, name, at, outerMark),
    });
  }

  #resource(resources: PDFDict | undefined, kind: string, name: string): PDFObject | undefined {
    const group = resources?.lookup(PDFName.of(kind));
    return group instanceof PDFDict ? group.get(PDFName.of(name)) : undefined;
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
    const stream = String(ref.objectNumber);
    const numbers = (form.dict.lookup(PDFName.of("Matrix"))?.toString() ?? "")
      .replace(/[[\]]/g, " ")
      .trim()
      .split(/\s+/)
      .map(Number);
    const base = numbers.length === 6 ? multiply(matrix, matrixOf(numbers)) : matrix;
    const inner = own instanceof PDFDict ? own : resources;
    const units = this.#read(streamText(form), inner, stream, base, mark);
    return { stream, ref, resources: inner, units };
  }
}
