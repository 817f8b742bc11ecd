/**
 * Sizes that objects of an open file claim, and that programs make room for: widths and maps of fonts,
 * tables of functions, and functions in functions. Input: objects; output: a fault, or nothing.
 * ISO 32000-1 §7.10, §9.7.4.3, §9.10.3.
 */
import { PDFArray, PDFDict, PDFName, PDFStream, type PDFObject } from "@cantoo/pdf-lib";
import type { PublicationError } from "../../errors.ts";
import type { ObjectReader } from "../objects/object-reader.ts";
import {
  grouped,
  mebibytes,
  MOST_CMAP_BYTES,
  MOST_FONT_CODES,
  MOST_FUNCTION_SAMPLES,
  MOST_FUNCTIONS,
  MOST_NESTING,
  MOST_RANGE_CODES,
  overLimit,
} from "../limits.ts";

const DESCENDANTS = PDFName.of("DescendantFonts");
const TO_UNICODE = PDFName.of("ToUnicode");
const FUNCTION_TYPE = PDFName.of("FunctionType");
/** A text for one code is shorter by far. */
const MOST_STRING_BYTES = 1024;
/** Parts of a map of codes: Adobe Technical Note 5014. */
const LISTS = ["bfchar", "bfrange", "cidchar", "cidrange", "notdefrange"];

/** @throws PublicationError `pdf-too-large`. */
export function requireBoundedClaims(objects: ObjectReader): void {
  const claims = new Claims(objects);
  for (const [, object] of objects.context.enumerateIndirectObjects()) claims.require(object);
}

class Claims {
  readonly #objects: ObjectReader;
  readonly #functions = new Map<PDFObject, number>();
  readonly #maps = new Set<PDFObject>();
  #codes = 0;

  constructor(objects: ObjectReader) {
    this.#objects = objects;
  }

  /** Lists in lists are of a limited depth here. */
  require(object: PDFObject): void {
    if (object instanceof PDFArray) for (const item of object.asArray()) this.require(item);
    const dict = object instanceof PDFStream ? object.dict : object;
    if (!(dict instanceof PDFDict)) return;
    if (dict.has(DESCENDANTS)) this.#requireComposite(dict);
    if (dict.has(TO_UNICODE)) this.#requireMap(this.#objects.get(dict, "ToUnicode"));
    if (dict.has(FUNCTION_TYPE)) this.#requireFunction(object, dict);
    for (const value of dict.values()) {
      if (value instanceof PDFDict || value instanceof PDFArray) this.require(value);
    }
  }

  #requireComposite(font: PDFDict): void {
    const objects = this.#objects;
    this.#requireMap(objects.get(font, "Encoding"));
    for (const item of objects.items(objects.get(font, "DescendantFonts"))) {
      const descendant = objects.dict(item);
      this.#requireWidths(objects.items(objects.get(descendant, "W")), 1);
      this.#requireWidths(objects.items(objects.get(descendant, "W2")), 3);
    }
  }

  /** `c [w1 w2 …]` and `first last w`. */
  #requireWidths(items: readonly PDFObject[], numbers: number): void {
    for (let at = 0; at < items.length;) {
      if (this.#objects.isArray(items[at + 1])) {
        at += 2;
        continue;
      }
      const first = this.#objects.number(items[at]) ?? 0;
      const last = this.#objects.number(items[at + 1]) ?? 0;
      this.#addCodes(last - first + 1);
      at += 2 + numbers;
    }
  }

  #addCodes(count: number): void {
    if (count > MOST_RANGE_CODES) {
      throw overLimit(
        `names ${grouped(count)} codes in one range of a font; a font has at most ${grouped(MOST_RANGE_CODES)}`,
        "structure",
      );
    }
    this.#codes += Math.max(0, count);
    if (this.#codes <= MOST_FONT_CODES) return;
    throw overLimit(
      `names more than ${grouped(MOST_FONT_CODES)} codes in the ranges of its fonts`,
      "structure",
    );
  }

  #requireMap(object: PDFObject | undefined): void {
    const stream = this.#objects.stream(object);
    if (stream === undefined || this.#maps.has(stream)) return;
    this.#maps.add(stream);
    const bytes = this.#objects.streamBytes(stream) ?? new Uint8Array();
    if (bytes.length > MOST_CMAP_BYTES) {
      throw overLimit(
        `has a map of a font's codes of more than ${mebibytes(MOST_CMAP_BYTES)}`,
        "structure",
      );
    }
    const map = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
    for (const list of LISTS) {
      for (const body of listsIn(map, list)) {
        requireShortStrings(body);
        if (list.endsWith("range")) this.#requireRanges(body);
      }
    }
  }

  /** `<from> <to>`, and what they lead to: a string, a number, or a list. */
  #requireRanges(body: string): void {
    let place = 0;
    let from = 0;
    let isInList = false;
    for (const [token, digits] of body.matchAll(/<([^<>]*)>|\[|\]|\d+/gu)) {
      if (token === "[" || token === "]") {
        isInList = token === "[";
        if (!isInList) place = 0;
        continue;
      }
      if (isInList) continue;
      const code = parseInt((digits ?? "").replace(/\s/gu, ""), 16);
      if (place === 0) from = code;
      if (place === 1 && code >= from) this.#addCodes(code - from + 1);
      place = (place + 1) % 3;
    }
  }

  #requireFunction(object: PDFObject, dict: PDFDict): void {
    this.#requireSamples(dict);
    this.#countFunctions(object, 0);
  }

  #requireSamples(dict: PDFDict): void {
    const objects = this.#objects;
    const sizes = objects.numbers(objects.get(dict, "Size"));
    if (sizes.length === 0) return;
    const outputs = Math.max(1, objects.numbers(objects.get(dict, "Range")).length / 2);
    const samples = sizes.reduce((product, size) => product * Math.max(1, size), outputs);
    if (samples <= MOST_FUNCTION_SAMPLES) return;
    throw overLimit(
      `has a function with a table of ${grouped(samples)} numbers; it may have ${grouped(MOST_FUNCTION_SAMPLES)}`,
      "painting",
    );
  }

  /** Functions that are made of each other multiply. One that is made of itself ends there. */
  #countFunctions(object: PDFObject, depth: number): number {
    const function_ = this.#objects.resolve(object);
    const known = function_ === undefined ? 1 : this.#functions.get(function_);
    if (known !== undefined || function_ === undefined) return known ?? 1;
    if (depth > MOST_NESTING) {
      throw overLimit(`nests functions more than ${MOST_NESTING} deep`, "painting");
    }
    this.#functions.set(function_, 1);
    const parts = this.#objects.items(this.#objects.get(this.#dictOf(function_), "Functions"));
    let count = 1;
    for (const part of parts) {
      count += this.#countFunctions(part, depth + 1);
      if (count <= MOST_FUNCTIONS) continue;
      throw overLimit(
        `has a function that is made of more than ${grouped(MOST_FUNCTIONS)} functions`,
        "painting",
      );
    }
    this.#functions.set(function_, count);
    return count;
  }

  #dictOf(object: PDFObject): PDFDict | undefined {
    return this.#objects.stream(object)?.dict ?? this.#objects.dict(object);
  }
}

/** What stands between `begin` and `end` of a list. */
function* listsIn(map: string, list: string): Generator<string> {
  const [begin, end] = [`begin${list}`, `end${list}`];
  for (let at = map.indexOf(begin); at !== -1; at = map.indexOf(begin, at + 1)) {
    const to = map.indexOf(end, at);
    // Who reads it looks for the end of each of them.
    if (to === -1 && map.includes(begin, at + 1)) throw withoutEnd();
    yield map.slice(at, to === -1 ? map.length : to);
    if (to === -1) return;
    at = to;
  }
}

function requireShortStrings(body: string): void {
  let end = 0;
  for (let at = body.indexOf("<"); at !== -1; at = body.indexOf("<", at + 1)) {
    if (end < at) end = body.indexOf(">", at);
    if (end === -1 || end - at > MOST_STRING_BYTES) throw withoutEnd();
  }
}

function withoutEnd(): PublicationError {
  return overLimit("has a map of a font's codes whose parts do not end", "structure");
}
