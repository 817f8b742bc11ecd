/** Streams unpacked, as object readers see them. */
import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { undoFilter } from "../../../src/pdf/filters/undo-filter.ts";
import { pageContent } from "../../../src/pdf/content/page-content.ts";
import { newObjects } from "../../support/content.ts";

const objects = newObjects();
const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString("latin1");

describe("filters", () => {
  test.each([
    ["FlateDecode", deflateSync(Buffer.from("q Q"))],
    ["Fl", deflateSync(Buffer.from("q Q"))],
    ["ASCIIHexDecode", Buffer.from("71 20 51>")],
    ["A85", Buffer.from("E?J*~>")],
    ["RunLengthDecode", Buffer.from([2, 0x71, 0x20, 0x51, 128])],
  ])("%s is undone", (name, packed) => {
    expect(text(undoFilter(packed, name))).toBe("q Q");
  });

  test.each(["DCTDecode", "JPXDecode", "NoSuchDecode"])("%s is not", (name) => {
    expect(undoFilter(Buffer.from("q Q"), name)).toBeUndefined();
  });

  test("give no more than they may", () => {
    const packed = deflateSync(Buffer.alloc(5000));
    expect(() => undoFilter(packed, "FlateDecode", undefined, 1000)).toThrow("unpacks to a stream");
  });
});

describe("a chain of filters with parameters", () => {
  /** Rows of three bytes, each as the difference to the one above. */
  const rows = deflateSync(Buffer.from([2, 0x71, 0x20, 0x51, 2, 0, 0, 0]));
  const hex = Buffer.from(`${rows.toString("hex")}>`);

  test("is undone in order, each with its own predictor", () => {
    const stream = objects.makeStream(hex, {
      Filter: ["ASCIIHexDecode", "FlateDecode"],
      DecodeParms: [null, { Predictor: 15, Columns: 3 }],
    });
    expect(text(objects.streamBytes(stream))).toBe("q Qq Q");
    expect(objects.streamBytes(stream, 1)).toEqual(new Uint8Array(rows));
  });

  test("is read in content as well", () => {
    const stream = objects.makeStream(rows, {
      Filter: "FlateDecode",
      DecodeParms: { Predictor: 15, Columns: 3 },
    });
    const page = objects.make({ Contents: objects.add(stream) });
    expect(text(pageContent(objects, page).bytes)).toBe("q Qq Q\n");
  });

  test("that cannot be undone leaves a page that is not whole", () => {
    const broken = objects.makeStream(Buffer.from("x\u009cbroken"), { Filter: "FlateDecode" });
    const whole = objects.makeStream(Buffer.from("q Q"));
    const page = objects.make({ Contents: [objects.add(broken), objects.add(whole)] });
    const content = pageContent(objects, page);
    expect(text(content.bytes)).toBe("q Q\n");
    expect(content.isWhole).toBe(false);
  });
});
