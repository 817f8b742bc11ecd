/**
 * The resources of a new stream. Input: the objects that it uses; output: a dictionary with each of
 * them once, and the names under which it stands there. ISO 32000-1 §7.8.3.
 */
import { PDFDict, PDFName, type PDFContext, type PDFObject } from "@cantoo/pdf-lib";

export class PlateResources {
  readonly dict: PDFDict;
  readonly #context: PDFContext;
  readonly #names = new Map<PDFObject, string>();

  constructor(context: PDFContext) {
    this.#context = context;
    this.dict = context.obj({});
  }

  add(category: string, object: PDFObject): string {
    const known = this.#names.get(object);
    if (known !== undefined) return known;
    const name = `P${this.#names.size}`;
    this.#names.set(object, name);
    this.#category(category).set(PDFName.of(name), object);
    return name;
  }

  keep(category: string, dict: PDFDict | undefined): void {
    if (dict !== undefined) this.dict.set(PDFName.of(category), dict);
  }

  grayPatternSpace(): string {
    const name = "PlatePattern";
    const spaces = this.#category("ColorSpace");
    if (!spaces.has(PDFName.of(name))) {
      spaces.set(PDFName.of(name), this.#context.obj(["Pattern", "DeviceGray"]));
    }
    return name;
  }

  #category(name: string): PDFDict {
    const known = this.dict.lookupMaybe(PDFName.of(name), PDFDict);
    if (known !== undefined) return known;
    const dict = this.#context.obj({});
    this.dict.set(PDFName.of(name), dict);
    return dict;
  }
}
