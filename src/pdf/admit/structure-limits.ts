/**
 * Keeps the objects of a file from taking more memory and time than they may, before the library that
 * reads them sees them. Input: the bytes of a PDF; output: a fault, or nothing. It does not trust the
 * structure: what follows the keyword `obj` is an object here, in a comment or a stream too, and
 * nothing calls itself. One pass; bytes that belong to several objects are read again within a limit.
 * ISO 32000-1 §7.3, §7.5.
 */
import { unpackWithin } from "./stream-limits.ts";
import {
  grouped,
  MOST_NESTING,
  MOST_OBJECTS,
  MOST_RESCANNED_BYTES,
  MOST_RESCANNED_RATIO,
  MOST_STRAY_BYTES,
  MOST_VALUES,
  overLimit,
} from "../limits.ts";
import { ValueScanner } from "./value-scanner.ts";

/** Bytes of a field of the index: real ones have up to four. §7.5.8.2 */
const MOST_FIELD_BYTES = 8;
/** Annex C: what readers take. */
const LARGEST_OBJECT_NUMBER = 8_388_607;
const ENTRY_BYTES = 20;

/** @throws PublicationError `pdf-too-large`. */
export function requireBoundedStructure(bytes: Uint8Array): void {
  new StructureScan(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).run();
}

type Entries = ReadonlyMap<string, string>;

class StructureScan {
  readonly #file: Buffer;
  readonly #scanner: ValueScanner;
  #objects = 0;
  #values = 0;
  /** Bytes that were read as a part of something before. */
  #rescanned = 0;
  #readTo = 0;
  #endObject = -1;

  constructor(file: Buffer) {
    this.#file = file;
    this.#scanner = new ValueScanner(file, MOST_NESTING);
  }

  run(): void {
    const file = this.#file;
    let end = file.indexOf("obj");
    for (let at = end; at !== -1; at = file.indexOf("obj", at + 3)) {
      if (file.toString("latin1", at - 3, at) === "end") continue;
      this.#requireNumber(at);
      if (at > end) this.#requireFewStrayBytes(end, at);
      // Bytes of a stream may look like an object of their own.
      end = Math.max(end, this.#object(at + 3));
    }
    for (let at = file.indexOf("trailer"); at !== -1; at = file.indexOf("trailer", at + 7)) {
      this.#value(at + 7);
    }
  }

  /** @returns where it ends, or where its reading goes on. */
  #object(start: number): number {
    this.#count(1);
    const dictStart = this.#scanner.afterWhite(start);
    const end = this.#value(start);
    if (end === -1) return this.#endOfDamaged(start);
    const keyword = this.#scanner.afterWhite(end);
    if (!this.#isAt("stream", keyword)) return end;
    const entries = this.#scanner.entries(dictStart);
    const from = this.#afterLine(keyword + 6);
    const to = this.#endOfStream(from, Number(entries.get("Length")));
    if (to === -1) return this.#endOfDamaged(start);
    this.#requireIndex(entries, this.#file.subarray(from, to));
    return to + "endstream".length;
  }

  #count(objects: number): void {
    this.#objects += objects;
    if (this.#objects > MOST_OBJECTS) {
      throw overLimit(`has more than ${grouped(MOST_OBJECTS)} objects`, "structure");
    }
  }

  #addValues(values: number): void {
    this.#values += values;
    if (this.#values > MOST_VALUES) {
      throw overLimit(
        `has more than ${grouped(MOST_VALUES)} numbers, names, strings and lists in its objects`,
        "structure",
      );
    }
  }

  #value(start: number): number {
    const { end, readTo, values } = this.#scanner.value(start);
    this.#addValues(values);
    this.#readAgain(start, readTo);
    return end;
  }

  /** What was read before is read again. */
  #readAgain(from: number, to: number): void {
    this.#rescanned += Math.max(0, Math.min(to, this.#readTo) - from);
    this.#readTo = Math.max(this.#readTo, to);
    this.#requireFewRescanned();
  }

  #requireFewRescanned(more = 0): void {
    const most = MOST_RESCANNED_BYTES + MOST_RESCANNED_RATIO * this.#file.length;
    if (this.#rescanned + more <= most) return;
    throw overLimit("has too many objects and streams without an end", "structure");
  }

  /** Readers look for the keyword `endobj`, and go on behind it. */
  #endOfDamaged(start: number): number {
    if (this.#endObject < start && this.#endObject !== this.#file.length) {
      const found = this.#file.indexOf("endobj", start);
      this.#endObject = found === -1 ? this.#file.length : found;
    }
    this.#rescanned += this.#endObject - start;
    this.#requireFewRescanned();
    return this.#endObject === this.#file.length ? start : this.#endObject;
  }

  /** Where the length leads if that is to the keyword `endstream`, or to the one that closes this stream. */
  #endOfStream(from: number, length: number): number {
    const file = this.#file;
    const declared = from + length;
    if (declared <= file.length && this.#isAt("endstream", this.#scanner.afterWhite(declared)))
      return declared;
    let open = 1;
    let at = from;
    while (open > 0 && at !== -1) {
      at = file.indexOf("stream", at);
      this.#requireFewRescanned((at === -1 ? file.length : at) - from);
      if (at === -1) break;
      open += file.toString("latin1", at - 3, at) === "end" ? -1 : 1;
      at += "stream".length;
    }
    this.#rescanned += (at === -1 ? file.length : at) - from;
    return at === -1 ? -1 : at - "endstream".length;
  }

  /**
   * The library reads an index before any other object, and makes what its dictionary names: as many
   * entries as it says (§7.5.8), as many objects as it says (§7.5.7).
   */
  #requireIndex(entries: Entries, packed: Uint8Array): void {
    const type = entries.get("Type") ?? "";
    if (type === "/XRef" || isReference(type)) this.#requireCrossReferences(entries);
    if (type === "/ObjStm" || isReference(type)) this.#requireObjectStream(entries, packed);
  }

  #requireCrossReferences(entries: Entries): void {
    const number = (key: string): readonly number[] => numbersIn(entries.get(key) ?? "");
    const [size = 0] = number("Size");
    const index = number("Index");
    const count = entries.has("Index")
      ? index.reduce((sum, value, at) => (at % 2 === 0 ? sum : sum + value), 0)
      : size;
    if (Math.max(count, size) > LARGEST_OBJECT_NUMBER || count > 2 * MOST_OBJECTS) {
      throw overLimit(
        `has an index of ${grouped(Math.max(count, size))} objects; it may have ${grouped(MOST_OBJECTS)}`,
        "structure",
      );
    }
    this.#addValues(count);
    if (number("W").every((bytes) => bytes <= MOST_FIELD_BYTES)) return;
    throw overLimit(`has an index with fields of more than ${MOST_FIELD_BYTES} bytes`, "structure");
  }

  #requireObjectStream(entries: Entries, packed: Uint8Array): void {
    const filter = entries.get("Filter") ?? "";
    const filters = [...filter.matchAll(/\/([^\s/<>[\]()]+)/gu)].map(([, name = ""]) => name);
    const bytes = unpackWithin(packed, filters);
    if (bytes === undefined) return;
    const inner = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const scanner = new ValueScanner(inner, MOST_NESTING);
    const [first = 0] = numbersIn(entries.get("First") ?? "");
    const [count = 0] = numbersIn(entries.get("N") ?? "");
    const offset = /\s*\d+\s+(\d+)/y;
    const head = inner.toString("latin1", 0, Math.min(inner.length, Math.max(first, 64 * 1024)));
    for (let at = 0; at < count; at++) {
      const [, place] = offset.exec(head) ?? [];
      if (place === undefined) return;
      this.#count(1);
      this.#addValues(scanner.value(first + Number(place)).values);
    }
  }

  /** The number of an object alone makes a writer write as many entries, whether it is used or not. */
  #requireNumber(at: number): void {
    const before = this.#file.toString("latin1", Math.max(0, at - 40), at);
    const number = Number(/(\d+)\s+\d+\s*$/u.exec(before)?.[1] ?? 0);
    if (number <= LARGEST_OBJECT_NUMBER) return;
    throw overLimit(
      `has an object with the number ${number}; numbers go up to ${grouped(LARGEST_OBJECT_NUMBER)}`,
      "structure",
    );
  }

  /** Readers try each byte between two objects, but those of an index. */
  #requireFewStrayBytes(from: number, to: number): void {
    let at = this.#scanner.afterWhite(from);
    for (;;) {
      if (this.#isAt("endobj", at)) at += 6;
      else if (this.#isAt("xref", at)) at = this.#afterTable(at + 4, to);
      else if (this.#isAt("trailer", at)) at = Math.max(at + 7, this.#scanner.value(at + 7).end);
      else if (this.#isAt("startxref", at)) at = this.#afterTable(at + 9, to);
      else break;
      at = this.#scanner.afterWhite(at);
    }
    if (to - at <= MOST_STRAY_BYTES) return;
    throw overLimit(
      `has more than ${MOST_STRAY_BYTES / 1024} KiB between two of its objects that belong to none`,
      "structure",
    );
  }

  #afterTable(from: number, to: number): number {
    let at = from;
    while (at < to && TABLE_BYTES.has(this.#file[at] ?? 0)) at++;
    this.#addValues(Math.floor((at - from) / ENTRY_BYTES));
    return at;
  }

  #isAt(keyword: string, at: number): boolean {
    return this.#file.toString("latin1", at, at + keyword.length) === keyword;
  }

  #afterLine(at: number): number {
    const [first, second] = [this.#file[at], this.#file[at + 1]];
    if (first === 0x0d && second === 0x0a) return at + 2;
    return first === 0x0d || first === 0x0a ? at + 1 : at;
  }
}

const TABLE_BYTES: ReadonlySet<number> = new Set(Buffer.from("0123456789nf \t\r\n"));

const isReference = (text: string): boolean => /^\d+\s+\d+\s+R$/u.test(text);

/** @throws PublicationError where a number stands elsewhere, which the standard forbids here. */
function numbersIn(text: string): readonly number[] {
  if (text.includes("R")) {
    throw overLimit("has an index whose size stands in another object", "structure");
  }
  return [...text.matchAll(/[-+\d.]+/gu)].map(([number]) => Number(number));
}
