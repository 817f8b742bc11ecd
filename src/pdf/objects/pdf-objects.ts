/**
 * The objects of one file: read, made and changed (ISO 32000-1 §7.3). Everything outside src/pdf
 * meets objects through this class alone.
 */
import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFObject,
  PDFRawStream,
  PDFRef,
} from "@cantoo/pdf-lib";
import { deflateSync } from "node:zlib";
import { ObjectReader } from "./object-reader.ts";
import type { PdfValue } from "./types.ts";

type Entries = Readonly<Record<string, PdfValue | undefined>>;

export class PdfObjects extends ObjectReader {
  /** An object that stands in place. */
  make(value: readonly PdfValue[]): PDFArray;
  make(value: Entries): PDFDict;
  make(value: PdfValue): PDFObject;
  make(value: PdfValue): PDFObject {
    if (value instanceof PDFObject) return value;
    switch (typeof value) {
      case "string":
        return PDFName.of(value);
      case "number":
        return PDFNumber.of(value);
      case "boolean":
        return value ? PDFBool.True : PDFBool.False;
    }
    if (value === null) return PDFNull;
    if (isList(value)) {
      const array = PDFArray.withContext(this.context);
      for (const item of value) array.push(this.make(item));
      return array;
    }
    const dict = PDFDict.withContext(this.context);
    for (const [key, item] of Object.entries(value)) {
      if (item !== undefined) dict.set(PDFName.of(key), this.make(item));
    }
    return dict;
  }

  /** A stream as it is; the writer says its length. */
  makeStream(bytes: Uint8Array, entries: Entries = {}): PDFRawStream {
    return PDFRawStream.of(this.make(entries), bytes);
  }

  /** A stream packed by FlateDecode. @param level of zlib, 1 to 9. */
  makePackedStream(bytes: Uint8Array, entries: Entries = {}, level?: number): PDFRawStream {
    const options = level === undefined ? {} : { level };
    return this.makeStream(deflateSync(bytes, options), { ...entries, Filter: "FlateDecode" });
  }

  /** Gives a stream other bytes, packed by FlateDecode; its other entries stay. */
  repack(ref: PDFRef, bytes: Uint8Array): void {
    const dict = this.stream(ref)?.dict ?? this.make({});
    this.set(dict, "Filter", "FlateDecode");
    this.unset(dict, "DecodeParms");
    this.context.assign(ref, PDFRawStream.of(dict, deflateSync(bytes)));
  }

  /** Gives an object a number of its own. */
  add(value: PdfValue): PDFRef {
    return this.context.register(this.make(value));
  }

  /** A number for an object that is made later, and `put` there. */
  reserve(): PDFRef {
    return this.context.nextRef();
  }

  put(ref: PDFRef, value: PdfValue): void {
    this.context.assign(ref, this.make(value));
  }

  /** The number that an object has; undefined for one that stands in place. */
  refOf(object: PDFObject): PDFRef | undefined {
    return this.context.getObjectRef(object);
  }

  /** Every object that has a number, used or not. */
  all(): readonly (readonly [ref: PDFRef, object: PDFObject])[] {
    return this.context.enumerateIndirectObjects();
  }

  set(dict: PDFDict, key: string, value: PdfValue): void {
    dict.set(PDFName.of(key), this.make(value));
  }

  unset(dict: PDFDict, ...keys: readonly string[]): void {
    for (const key of keys) dict.delete(PDFName.of(key));
  }

  /** A dictionary, or a stream with the same bytes, whose entries can be changed by themselves. */
  copyDict(dict: PDFDict): PDFDict {
    return dict.clone(this.context);
  }
}

/** `Array.isArray` does not tell readonly arrays from records. */
function isList(value: readonly PdfValue[] | Entries): value is readonly PdfValue[] {
  return Array.isArray(value);
}

/** `12 0 R`, or undefined for an object that stands in place. */
export function referenceOf(object: PDFObject | undefined): string | undefined {
  return object instanceof PDFRef ? object.toString() : undefined;
}
