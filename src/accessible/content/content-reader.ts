/**
 * A page's content as units. Input: content streams and their resources; output: plain data. Form
 * XObjects are read in their place. ISO 32000-1 §7.8.2, §8.10.
 */
import { GraphicsState } from "../../pdf/content/graphics-state.ts";
import type { PaintedForm } from "../../pdf/content/painted-form.ts";
import { Resources } from "../../pdf/content/resources.ts";
import type { FontBook } from "../../pdf/fonts/font-book.ts";
import { multiply, type Matrix } from "../../pdf/geometry/matrix.ts";
import type { PdfObjects } from "../../pdf/objects/pdf-objects.ts";
import type { PdfDict, PdfRef } from "../../pdf/objects/types.ts";
import { readStream } from "./stream-reader.ts";
import type { StreamUnits, Unit } from "./units.ts";

export class ContentReader {
  readonly #objects: PdfObjects;
  readonly #fonts: FontBook;
  readonly #forms = new Set<PdfRef>();
  /** Form XObjects that are painted more than once, whose content cannot be marked. */
  readonly repeatedForms = new Set<PdfRef>();

  constructor(objects: PdfObjects, fonts: FontBook) {
    this.#objects = objects;
    this.#fonts = fonts;
  }

  /** `heightPt` is the page's: CSS pixels count from the top. */
  readPage(content: Uint8Array, resources: PdfDict | undefined, heightPt: number): StreamUnits {
    const toPixels: Matrix = [1 / 0.75, 0, 0, -1 / 0.75, 0, heightPt / 0.75];
    const inPage = new Resources(this.#objects, resources);
    const units = this.#read(content, inPage, "page", toPixels, undefined);
    return { stream: "page", ref: undefined, resources, units };
  }

  #read(
    bytes: Uint8Array,
    resources: Resources,
    stream: string,
    matrix: Matrix,
    mark: string | undefined,
  ): readonly Unit[] {
    const state = new GraphicsState(undefined, matrix);
    return readStream(
      { bytes, resources, state },
      {
        stream,
        mark,
        fontOf: (font) => this.#fonts.font(font),
        formOf: (form, at, outerMark) => this.#form(form, at, outerMark),
      },
    );
  }

  #form(form: PaintedForm, at: Matrix, mark: string | undefined): StreamUnits | undefined {
    const { ref, resources } = form;
    if (ref === undefined) return undefined;
    if (this.#forms.has(ref)) this.repeatedForms.add(ref);
    this.#forms.add(ref);
    const stream = String(ref.objectNumber);
    const bytes = this.#objects.requireBytes(form.stream);
    const units = this.#read(bytes, resources, stream, multiply(at, form.matrix), mark);
    return { stream, ref, resources: resources.dict, units };
  }
}
