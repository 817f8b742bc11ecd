/**
 * Reads PDF objects without trusting them: each function resolves one reference and gives
 * undefined where the object is missing or of another type. It changes nothing.
 */
import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
  type PDFContext,
  type PDFObject,
} from "@cantoo/pdf-lib";
import { PublicationError } from "../../errors.ts";
import { undoFilter, type FilterParameters } from "../filters/undo-filter.ts";
import { MOST_COLOUR_DEPTH } from "../limits.ts";
import { decodeTextString } from "./text-string.ts";

type Maybe = PDFObject | undefined;

export class ObjectReader {
  readonly context: PDFContext;

  constructor(context: PDFContext) {
    this.context = context;
  }

  resolve(object: Maybe): Maybe {
    return object instanceof PDFRef ? this.context.lookup(object) : object;
  }

  /** The value of a key, resolved. */
  get(dict: PDFDict | undefined, key: string): Maybe {
    return this.resolve(this.getRaw(dict, key));
  }

  /** The value of a key as it stands, perhaps a reference. */
  getRaw(dict: PDFDict | undefined, key: string): Maybe {
    return dict?.get(PDFName.of(key));
  }

  /** The value of a key that the file has as a name object, resolved; undefined for what is no name. */
  getNamed(dict: PDFDict | undefined, name: Maybe): Maybe {
    const key = this.resolve(name);
    return key instanceof PDFName ? this.resolve(dict?.get(key)) : undefined;
  }

  dict(object: Maybe): PDFDict | undefined {
    const value = this.resolve(object);
    return value instanceof PDFDict ? value : undefined;
  }

  /** The items of an array, unresolved; none for another type. */
  items(object: Maybe): readonly PDFObject[] {
    const value = this.resolve(object);
    return value instanceof PDFArray ? value.asArray() : [];
  }

  /** The keys of a dictionary with their values as they stand, perhaps references. */
  entries(object: Maybe): readonly (readonly [key: string, value: PDFObject])[] {
    const dict = this.dict(object);
    return dict?.entries().map(([key, value]) => [key.decodeText(), value] as const) ?? [];
  }

  has(dict: PDFDict | undefined, key: string): boolean {
    return dict?.has(PDFName.of(key)) ?? false;
  }

  isArray(object: Maybe): boolean {
    return this.resolve(object) instanceof PDFArray;
  }

  isRef(object: Maybe): object is PDFRef {
    return object instanceof PDFRef;
  }

  stream(object: Maybe): PDFRawStream | undefined {
    const value = this.resolve(object);
    return value instanceof PDFRawStream ? value : undefined;
  }

  name(object: Maybe): string | undefined {
    const value = this.resolve(object);
    return value instanceof PDFName ? value.decodeText() : undefined;
  }

  number(object: Maybe): number | undefined {
    const value = this.resolve(object);
    if (!(value instanceof PDFNumber)) return undefined;
    const number = value.asNumber();
    return Number.isFinite(number) ? number : undefined;
  }

  numbers(object: Maybe): readonly number[] {
    return this.items(object).flatMap((item) => this.number(item) ?? []);
  }

  boolean(object: Maybe): boolean | undefined {
    const value = this.resolve(object);
    return value instanceof PDFBool ? value.asBoolean() : undefined;
  }

  /** A text string, decoded. */
  text(object: Maybe): string | undefined {
    const bytes = this.stringBytes(object);
    return bytes === undefined ? undefined : decodeTextString(bytes);
  }

  stringBytes(object: Maybe): Uint8Array | undefined {
    const value = this.resolve(object);
    return value instanceof PDFString || value instanceof PDFHexString
      ? value.asBytes()
      : undefined;
  }

  /** The filters of a stream (§7.4), the first to undo first. */
  filterNames(dict: PDFDict | undefined): readonly string[] {
    const filter = this.get(dict, "Filter");
    const names = this.isArray(filter) ? this.items(filter) : [filter];
    return names.flatMap((name) => this.name(name) ?? []);
  }

  /**
   * The decoded bytes of a stream; undefined where they cannot be decoded.
   * @param count of filters that are undone; all where it is undefined.
   * @throws PublicationError `pdf-too-large`.
   */
  streamBytes(object: Maybe, count?: number): Uint8Array | undefined {
    const stream = this.stream(object);
    let bytes: Uint8Array | undefined = stream?.contents;
    const filters = this.filterNames(stream?.dict).slice(0, count);
    if (filters.length === 0) return bytes;
    const parameters = this.#filterParameters(stream?.dict);
    for (const [at, filter] of filters.entries()) {
      bytes = bytes && undoFilter(bytes, filter, parameters[at]);
    }
    return bytes;
  }

  #filterParameters(dict: PDFDict | undefined): readonly (FilterParameters | undefined)[] {
    const given = this.get(dict, "DecodeParms");
    if (given === undefined) return [];
    const each = this.isArray(given) ? this.items(given) : [given];
    return each.map((item) => {
      const own = this.dict(item);
      if (own === undefined) return undefined;
      const value = (key: string, fallback: number): number =>
        this.number(this.get(own, key)) ?? fallback;
      return {
        predictor: value("Predictor", 1),
        colors: value("Colors", 1),
        bitsPerComponent: value("BitsPerComponent", 8),
        columns: value("Columns", 1),
        earlyChange: value("EarlyChange", 1),
      };
    });
  }

  /**
   * The decoded bytes of a stream that has to be whole.
   * @throws PublicationError `pdf-damaged`.
   */
  requireBytes(stream: PDFRawStream): Uint8Array {
    const bytes = this.streamBytes(stream);
    if (bytes !== undefined) return bytes;
    throw new PublicationError("pdf-damaged", "The PDF is damaged: a stream cannot be unpacked.", {
      hint: "make the file again, or copy it again if it was cut in transfer",
    });
  }

  /** An object with all that it refers to, so that two of the same meaning are written the same. */
  written(object: Maybe, depth = 0): string {
    if (depth > MOST_COLOUR_DEPTH) return "…";
    const value = this.resolve(object);
    const each = (item: PDFObject): string => this.written(item, depth + 1);
    if (value instanceof PDFArray) return `[${value.asArray().map(each).join(" ")}]`;
    const dict = value instanceof PDFRawStream ? value.dict : value;
    if (!(dict instanceof PDFDict)) return value?.toString() ?? "null";
    const entries = dict
      .entries()
      .filter(([key]) => !["/Length", "/Filter", "/DecodeParms"].includes(key.toString()))
      .map(([key, item]) => `${key.toString()} ${each(item)}`)
      .sort();
    const bytes = value instanceof PDFRawStream ? this.streamBytes(value) : undefined;
    const content = bytes === undefined ? "" : Buffer.from(bytes).toString("latin1");
    return `<<${entries.join(" ")}>>${content}`;
  }
}
