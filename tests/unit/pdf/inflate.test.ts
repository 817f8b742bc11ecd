/** Streams that are not as they should be give what readers get of them. */
import { deflateSync } from "node:zlib";
import { PDFContext, PDFName, PDFRawStream } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { fontDecoder } from "../../../src/pdf/fonts/font-decoder.ts";
import { inflate } from "../../../src/pdf/filters/inflate.ts";
import { PdfObjects } from "../../../src/pdf/objects/pdf-objects.ts";

const words = "Words that were packed, and more of them. ".repeat(40);
const packed = deflateSync(Buffer.from(words));
const changed = (at: number): Buffer => {
  const bytes = Buffer.from(packed);
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  return bytes;
};

describe("inflate", () => {
  it.each([
    ["a wrong checksum", changed(packed.length - 1)],
    ["a wrong header", changed(0)],
    ["no end", packed.subarray(0, -4)],
  ])("reads a stream with %s", (_, bytes) => {
    expect(inflate(bytes).toString()).toBe(words);
  });

  it("gives no more than it may", () => {
    expect(() => inflate(changed(packed.length - 1), 100)).toThrow();
  });
});

describe("a stream that is broken within", () => {
  const context = PDFContext.create();
  const broken = PDFRawStream.of(
    context.obj({ Filter: "FlateDecode" }),
    Buffer.from("x\u009cbroken"),
  );

  it("reads as nothing", () => {
    expect(new PdfObjects(context).streamBytes(broken)).toBeUndefined();
  });

  it("is no map of a font's codes, and no fault of ours", () => {
    const font = context.obj({ Type: "Font", Subtype: "TrueType", BaseFont: "A" });
    font.set(PDFName.of("ToUnicode"), context.register(broken));
    expect(() => fontDecoder(new PdfObjects(context), font)).not.toThrow();
  });
});
