/**
 * The resources of a new stream. Input: the objects that it uses; output: a dictionary with each of
 * them once, and the names under which it stands there. ISO 32000-1 §7.8.3.
 */
import type { PdfObjects } from "../../pdf/objects/pdf-objects.ts";
import type { PdfDict, PdfObject } from "../../pdf/objects/types.ts";

export class NewResources {
  readonly dict: PdfDict;
  readonly #objects: PdfObjects;
  readonly #names = new Map<PdfObject, string>();

  constructor(objects: PdfObjects) {
    this.#objects = objects;
    this.dict = objects.make({});
  }

  add(category: string, object: PdfObject): string {
    const known = this.#names.get(object);
    if (known !== undefined) return known;
    const name = `P${this.#names.size}`;
    this.#names.set(object, name);
    this.#objects.set(this.#category(category), name, object);
    return name;
  }

  keep(category: string, dict: PdfDict | undefined): void {
    if (dict !== undefined) this.#objects.set(this.dict, category, dict);
  }

  grayPatternSpace(): string {
    const name = "SeparationPattern";
    const spaces = this.#category("ColorSpace");
    if (!this.#objects.has(spaces, name)) {
      this.#objects.set(spaces, name, ["Pattern", "DeviceGray"]);
    }
    return name;
  }

  #category(name: string): PdfDict {
    const known = this.#objects.dict(this.#objects.get(this.dict, name));
    if (known !== undefined) return known;
    const dict = this.#objects.make({});
    this.#objects.set(this.dict, name, dict);
    return dict;
  }
}
