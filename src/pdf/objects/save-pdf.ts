/**
 * A PDF's objects as a file: only those that are reached from the catalog, in a fixed order, packed
 * in object streams, with a cross-reference stream and an ID made of the content. The same objects
 * give the same bytes. ISO 32000-1 §7.5.7, §7.5.8, §14.4.
 */
import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import {
  PDFArray,
  PDFDict,
  PDFRawStream,
  PDFRef,
  PDFStream,
  type PDFContext,
  type PDFObject,
} from "@cantoo/pdf-lib";

import type { PdfObjects } from "./pdf-objects.ts";

const objectsPerStream = 200;

interface Trailer {
  readonly catalog: PDFRef;
  readonly info: PDFRef;
}

/** @param version e.g. `1.7`. */
export function savePdf({ context }: PdfObjects, version: string, trailer: Trailer): Uint8Array {
  return new PdfWriter(context).save(version, trailer);
}

class PdfWriter {
  readonly #context: PDFContext;
  readonly #numbers = new Map<PDFRef, number>();
  readonly #order: PDFRef[] = [];
  readonly #chunks: Uint8Array[] = [];
  #offset = 0;

  constructor(context: PDFContext) {
    this.#context = context;
  }

  save(version: string, { catalog, info }: Trailer): Uint8Array {
    this.#reach(catalog);
    this.#reach(info);
    const offsets = new Map<number, number>();
    const packed = new Map<number, { readonly stream: number; readonly index: number }>();
    this.#write(Buffer.from(`%PDF-${version}\n%\u00E2\u00E3\u00CF\u00D3\n`, "latin1"));
    let waiting: { readonly number: number; readonly text: string }[] = [];
    let next = this.#order.length + 1;
    const pack = (): void => {
      if (waiting.length === 0) return;
      const number = next++;
      offsets.set(number, this.#offset);
      for (const [index, each] of waiting.entries())
        packed.set(each.number, { stream: number, index });
      this.#objectStream(number, waiting);
      waiting = [];
    };
    for (const [index, ref] of this.#order.entries()) {
      const number = index + 1;
      const object = this.#context.lookup(ref);
      if (object instanceof PDFStream) {
        offsets.set(number, this.#offset);
        this.#streamObject(number, object);
      } else {
        waiting.push({ number, text: object === undefined ? "null" : this.#text(object) });
        if (waiting.length === objectsPerStream) pack();
      }
    }
    pack();
    this.#crossReferences(next, offsets, packed, catalog, info);
    return joined(this.#chunks, this.#offset);
  }

  /** Numbers what can be reached from an object, itself first. Not recursive: trees may be deep. */
  #reach(from: PDFRef): void {
    const open: PDFObject[] = [from];
    for (let object = open.pop(); object !== undefined; object = open.pop()) {
      if (object instanceof PDFRef) {
        if (this.#numbers.has(object)) continue;
        this.#order.push(object);
        this.#numbers.set(object, this.#order.length);
        const target = this.#context.lookup(object);
        if (target) open.push(target);
      } else if (object instanceof PDFArray) {
        const items = object.asArray();
        for (let at = items.length - 1; at >= 0; at--) {
          const item = items[at];
          if (item) open.push(item);
        }
      } else {
        const dict = object instanceof PDFStream ? object.dict : object;
        if (!(dict instanceof PDFDict)) continue;
        for (const [, value] of dict.entries().reverse()) open.push(value);
      }
    }
  }

  #text(object: PDFObject): string {
    if (object instanceof PDFRef) return `${this.#numbers.get(object) ?? 0} 0 R`;
    if (object instanceof PDFArray) {
      return `[${object
        .asArray()
        .map((item) => this.#text(item))
        .join(" ")}]`;
    }
    if (object instanceof PDFDict) {
      const entries = object.entries().map(([key, value]) => {
        const text = this.#text(value);
        return /^[[(<\/]/.test(text) ? `${key.toString()}${text}` : `${key.toString()} ${text}`;
      });
      return `<<${entries.join("")}>>`;
    }
    return object.toString();
  }

  #streamObject(number: number, stream: PDFStream): void {
    const contents = stream instanceof PDFRawStream ? stream.contents : stream.getContents();
    const dict = stream.dict.clone();
    dict.set(this.#context.obj("Length"), this.#context.obj(contents.length));
    this.#write(Buffer.from(`${number} 0 obj\n${this.#text(dict)}\nstream\n`, "latin1"));
    // Not copied: pictures are large.
    this.#write(contents);
    this.#write(Buffer.from("\nendstream\nendobj\n", "latin1"));
  }

  #objectStream(
    number: number,
    objects: readonly { readonly number: number; readonly text: string }[],
  ): void {
    let at = 0;
    const index: string[] = [];
    for (const each of objects) {
      index.push(`${each.number} ${at}`);
      at += each.text.length + 1;
    }
    const head = `${index.join(" ")}\n`;
    const body = deflateSync(
      Buffer.from(head + objects.map((each) => each.text).join("\n"), "latin1"),
      {
        level: 9,
      },
    );
    const dict = `<</Type/ObjStm/N ${objects.length}/First ${head.length}/Filter/FlateDecode/Length ${body.length}>>`;
    this.#write(Buffer.from(`${number} 0 obj\n${dict}\nstream\n`, "latin1"));
    this.#write(body);
    this.#write(Buffer.from("\nendstream\nendobj\n", "latin1"));
  }

  #crossReferences(
    number: number,
    offsets: ReadonlyMap<number, number>,
    packed: ReadonlyMap<number, { readonly stream: number; readonly index: number }>,
    catalog: PDFRef,
    info: PDFRef,
  ): void {
    const start = this.#offset;
    const table = Buffer.alloc((number + 1) * 7);
    table.writeUInt16BE(65535, 5);
    for (let each = 1; each <= number; each++) {
      const place = packed.get(each);
      table.writeUInt8(place ? 2 : 1, each * 7);
      table.writeUInt32BE(place ? place.stream : (offsets.get(each) ?? start), each * 7 + 1);
      table.writeUInt16BE(place?.index ?? 0, each * 7 + 5);
    }
    const hash = createHash("sha256");
    for (const chunk of this.#chunks) hash.update(chunk);
    const id = `<${hash.digest("hex").slice(0, 32)}>`;
    const body = deflateSync(table, { level: 9 });
    const dict = `<</Type/XRef/Size ${number + 1}/W[1 4 2]/Root ${this.#text(catalog)}/Info ${this.#text(info)}/ID[${id}${id}]/Filter/FlateDecode/Length ${body.length}>>`;
    this.#write(Buffer.from(`${number} 0 obj\n${dict}\nstream\n`, "latin1"));
    this.#write(body);
    this.#write(Buffer.from(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`, "latin1"));
  }

  #write(chunk: Uint8Array): void {
    this.#chunks.push(chunk);
    this.#offset += chunk.length;
  }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
