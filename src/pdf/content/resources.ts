/**
 * What the names in a content stream lead to (ISO 32000-1 §7.8.3). Input: a resource dictionary;
 * output: the objects that it names. It changes nothing.
 */
import { readColourSpace, type ColourSpace } from "../colour/colour-space.ts";
import type { PdfObjects } from "../objects/pdf-objects.ts";
import type { PdfDict, PdfObject } from "../objects/types.ts";

/** The categories of table 33. */
export type ResourceCategory =
  "ColorSpace" | "ExtGState" | "Font" | "Pattern" | "Properties" | "Shading" | "XObject";

export interface ResourcesOptions {
  /** Whether DefaultGray, DefaultRGB and DefaultCMYK stand in for a device's spaces (§8.6.5.6). */
  readonly hasDefaultSpaces?: boolean;
}

export class Resources {
  readonly objects: PdfObjects;
  readonly dict: PdfDict | undefined;
  readonly #options: ResourcesOptions;
  readonly #spaces = new Map<string, ColourSpace>();

  constructor(objects: PdfObjects, dict: PdfDict | undefined, options: ResourcesOptions = {}) {
    this.objects = objects;
    this.dict = dict;
    this.#options = options;
  }

  /** Those of a form, a pattern or a font; files of old leave them out and mean these. */
  within(dict: PdfDict | undefined): Resources {
    if (dict === undefined || dict === this.dict) return this;
    return new Resources(this.objects, dict, this.#options);
  }

  /** All objects of a category by their names, as they stand. */
  category(category: ResourceCategory): PdfDict | undefined {
    return this.objects.dict(this.objects.get(this.dict, category));
  }

  /** The object of a name, resolved. */
  find(category: ResourceCategory, name: string): PdfObject | undefined {
    return this.objects.get(this.category(category), name);
  }

  /** The object of a name as it stands, perhaps a reference. */
  findRaw(category: ResourceCategory, name: string): PdfObject | undefined {
    return this.objects.getRaw(this.category(category), name);
  }

  /** A space by the name that content gives it: a device's own name, or one of the resources. */
  colourSpace(name: string): ColourSpace {
    const known = this.#spaces.get(name);
    if (known !== undefined) return known;
    const space = readColourSpace(this.objects, name, this.dict, this.#options);
    this.#spaces.set(name, space);
    return space;
  }
}
