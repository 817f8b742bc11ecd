/** Codes that a document's fonts get, as its font objects have them after the last page. */
import {
  PDFArray,
  PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFRef,
} from "@cantoo/pdf-lib";
import { beforeEach, describe, expect, test } from "vitest";
import { FontBook } from "../../../../src/pdf/fonts/font-book.ts";
import { PdfObjects } from "../../../../src/pdf/objects/pdf-objects.ts";
import { SILENT } from "../../../../src/pdf/fonts/readable-text.ts";
import { streamText } from "../../../support/stream-text.ts";
import {
  compositeFont,
  descendantOfFont,
  drawnFont,
  GLYPHS_OF_STUB,
  textsOfFont,
} from "../../../support/small-fonts.ts";

let context: PDFContext;
let book: FontBook;

beforeEach(() => {
  context = PDFContext.create();
  book = new FontBook(new PdfObjects(context));
});

function dictOf(ref: PDFRef): PDFDict {
  return context.lookup(ref, PDFDict);
}

function entry(dict: PDFDict, key: string): PDFObject | undefined {
  return dict.lookup(PDFName.of(key));
}

function numbers(dict: PDFDict, key: string): number[] {
  return dict
    .lookup(PDFName.of(key), PDFArray)
    .asArray()
    .map((each) => (each instanceof PDFNumber ? each.asNumber() : NaN));
}

test("a font is opened once, and one that is missing reads as nothing", () => {
  const font = compositeFont(context, { texts: { 1: "a" } });
  expect(book.font(font)).toBe(book.font(font));
  const missing = book.font(undefined);
  expect(missing.textOf(1)).toBeUndefined();
  expect(missing.widthOf(1)).toBe(0);
  expect(missing.codeFor(1, "a")).toBeUndefined();
});

describe("a composite font", () => {
  const quotes = { texts: { 1: "\u02BC", 2: "b" } };

  function showQuotes(font: PDFRef): void {
    const { codeFor } = book.font(font);
    expect(["’", "'", "\u02BC"].map((text) => codeFor(1, text)?.code)).toEqual([
      1,
      GLYPHS_OF_STUB,
      GLYPHS_OF_STUB + 1,
    ]);
    codeFor(2, "b");
    book.write();
  }

  test("says what each code reads as", () => {
    const font = compositeFont(context, quotes);
    showQuotes(font);
    expect([...textsOfFont(dictOf(font))]).toEqual([
      [1, "’"],
      [2, "b"],
      [6, "'"],
      [7, "\u02BC"],
    ]);
  });

  test("maps added codes to their glyph, and all others to themselves", () => {
    const font = compositeFont(context, quotes);
    showQuotes(font);
    const map = Buffer.from(
      streamText(entry(descendantOfFont(dictOf(font)), "CIDToGIDMap")),
      "latin1",
    );
    const glyphs = Array.from({ length: map.length / 2 }, (_, cid) => map.readUInt16BE(cid * 2));
    expect(glyphs).toEqual([0, 1, 2, 0, 0, 0, 1, 1]);
  });

  test("gives added codes the width of their glyph, and keeps the others", () => {
    const font = compositeFont(context, quotes);
    showQuotes(font);
    const { widthOf } = new FontBook(new PdfObjects(context)).font(font);
    expect([1, 2, 5, 6, 7, 8].map(widthOf)).toEqual([100, 200, 500, 100, 100, 1000]);
  });

  test("has no CIDSet afterwards, which would have to name the added codes", () => {
    const font = compositeFont(context, quotes);
    const descriptor = descendantOfFont(dictOf(font)).lookup(PDFName.of("FontDescriptor"), PDFDict);
    expect(entry(descriptor, "CIDSet")).toBeDefined();
    showQuotes(font);
    expect(entry(descriptor, "CIDSet")).toBeUndefined();
  });

  test("stays as it is where no code was added, but for what its codes read as", () => {
    const font = compositeFont(context, { texts: { 1: "\uE001", 2: "b" } });
    const descendant = descendantOfFont(dictOf(font));
    const before = descendant.toString();
    const descriptor = descendant.lookup(PDFName.of("FontDescriptor"), PDFDict);
    const described = descriptor.toString();
    book.font(font).codeFor(1, "four");
    book.font(font).codeFor(1, "four");
    book.write();
    expect(descendant.toString()).toBe(before);
    expect(descriptor.toString()).toBe(described);
    expect([...textsOfFont(dictOf(font))]).toEqual([
      [1, "four"],
      [2, "b"],
    ]);
  });

  test("takes no further codes where its map is one of its own", () => {
    const font = compositeFont(context, { ...quotes, cidToGid: "Other" });
    const { codeFor } = book.font(font);
    expect(codeFor(1, "a")?.code).toBe(1);
    expect(codeFor(1, "b")).toBeUndefined();
  });

  test("counts on behind the last known code where its program cannot be read", () => {
    const program = Uint8Array.of(0, 1, 0, 0, 0xff, 0xff, 0, 0, 0, 0, 0, 0, 0);
    const font = compositeFont(context, { texts: { 1: "a", 40: "b" }, program });
    const { codeFor } = book.font(font);
    codeFor(1, "a");
    expect(codeFor(1, "x")?.code).toBe(41);
  });
});

describe("a Type 3 font", () => {
  test("names the drawing of each code, with its width", () => {
    const font = drawnFont(context, 3, { 10: "a", 11: "b" }, 10);
    const { codeFor } = book.font(font);
    codeFor(11, "b");
    expect(codeFor(11, "c")).toEqual({ code: 0, copy: 0 });
    expect(codeFor(12, "d")).toEqual({ code: 12, copy: 0 });
    expect(codeFor(12, "e")).toEqual({ code: 1, copy: 0 });
    book.write();
    const dict = dictOf(font);
    const differences = dict
      .lookup(PDFName.of("Encoding"), PDFDict)
      .lookup(PDFName.of("Differences"));
    expect(String(differences)).toBe("[ 0 /g11 /g12 10 /g10 /g11 /g12 ]");
    expect(String(entry(dict, "FirstChar"))).toBe("0");
    expect(String(entry(dict, "LastChar"))).toBe("12");
    expect(numbers(dict, "Widths")).toEqual([111, 112, 0, 0, 0, 0, 0, 0, 0, 0, 110, 111, 112]);
    expect([...textsOfFont(dict)]).toEqual([
      [0, "c"],
      [1, "e"],
      [10, "a"],
      [11, "b"],
      [12, "d"],
    ]);
  });

  test("stays as it is where no code was added", () => {
    const font = drawnFont(context, 2, { 0: "a", 1: "b" });
    const before = [entry(dictOf(font), "Encoding"), entry(dictOf(font), "Widths")].map(String);
    book.font(font).codeFor(0, "a");
    book.write();
    const after = [entry(dictOf(font), "Encoding"), entry(dictOf(font), "Widths")].map(String);
    expect(after).toEqual(before);
  });

  test("has copies for more than 256 codes, which the resources name", () => {
    const font = drawnFont(context, 255, { 3: "a" });
    const resources = context.obj({ Font: { F4: font } });
    const opened = book.font(font);
    opened.codeFor(3, "a");
    expect(opened.codeFor(3, "b")).toEqual({ code: 255, copy: 0 });
    expect(opened.codeFor(3, "c")).toEqual({ code: 0, copy: 1 });
    expect(opened.codeFor(254, "x")).toEqual({ code: 254, copy: 0 });
    expect(opened.codeFor(254, "y")).toEqual({ code: 1, copy: 1 });
    expect(book.nameOfCopy(resources, "F4", opened, 0)).toBe("F4");
    const name = book.nameOfCopy(resources, "F4", opened, 1);
    expect(name).not.toBe("F4");
    book.write();

    const fonts = resources.lookup(PDFName.of("Font"), PDFDict);
    const copy = fonts.lookup(PDFName.of(name), PDFDict);
    const own = fonts.lookup(PDFName.of("F4"), PDFDict);
    expect(copy).not.toBe(own);
    expect([...textsOfFont(copy)]).toEqual([
      [0, "c"],
      [1, "y"],
    ]);
    expect(textsOfFont(own).get(3)).toBe("a");
    expect(textsOfFont(own).get(255)).toBe("b");
    const differences = copy
      .lookup(PDFName.of("Encoding"), PDFDict)
      .lookup(PDFName.of("Differences"));
    expect(String(differences)).toBe("[ 0 /g3 /g254 ]");
    expect(numbers(copy, "Widths")).toEqual([103, 354]);
    expect(String(entry(copy, "LastChar"))).toBe("1");
    expect(entry(copy, "CharProcs")?.toString()).toBe(entry(own, "CharProcs")?.toString());
    expect(entry(own, "LastChar")?.toString()).toBe("255");
  });

  test("has as many copies as it needs", () => {
    const font = drawnFont(context, 256);
    const resources = context.obj({ Font: { F: font } });
    const opened = book.font(font);
    const shown = Array.from({ length: 300 }, (_, at) => opened.codeFor(7, `text ${at}`));
    const names = [1, 2].map((copy) => book.nameOfCopy(resources, "F", opened, copy));
    expect(shown[256]).toEqual({ code: 255, copy: 1 });
    expect(shown[257]).toEqual({ code: 0, copy: 2 });
    book.write();
    const fonts = resources.lookup(PDFName.of("Font"), PDFDict);
    for (const [at, text] of shown.entries()) {
      const copy = text?.copy ?? -1;
      const name = copy === 0 ? "F" : (names[copy - 1] ?? "");
      const texts = textsOfFont(fonts.lookup(PDFName.of(name), PDFDict));
      expect(texts.get(text?.code ?? -1)).toBe(`text ${at}`);
    }
  });
});

describe("fonts of other kinds", () => {
  test("say what their codes read as, and take no further ones", () => {
    const font = context.register(
      context.obj({ Type: "Font", Subtype: "TrueType", FirstChar: 65, Widths: [600] }),
    );
    const { codeFor } = book.font(font);
    expect(codeFor(65, "A")).toEqual({ code: 65, copy: 0 });
    expect(codeFor(65, "\u0410")).toBeUndefined();
    book.write();
    expect([...textsOfFont(dictOf(font))]).toEqual([[65, "A"]]);
  });
});

describe("fonts that are never shown", () => {
  test("have no code that reads as private use or nothing", () => {
    const composite = compositeFont(context, { texts: { 1: "\uE001", 2: "b", 3: "x\0y" } });
    const drawn = drawnFont(context, 2, { 0: "\0", 1: "b" });
    book.write();
    expect([...textsOfFont(dictOf(composite))]).toEqual([
      [1, SILENT],
      [2, "b"],
      [3, "xy"],
    ]);
    expect([...textsOfFont(dictOf(drawn))]).toEqual([
      [0, SILENT],
      [1, "b"],
    ]);
  });

  test("keep a map that is clean", () => {
    const font = compositeFont(context, { texts: { 1: "a" } });
    const before = dictOf(font).toString();
    book.write();
    expect(dictOf(font).toString()).toBe(before);
  });

  test("have codes of their own length in their new map", () => {
    const drawn = drawnFont(context, 1, { 0: "\uE000" });
    book.write();
    expect(streamText(entry(dictOf(drawn), "ToUnicode"))).toContain("<00> <200B>");
  });

  test("may have no map, or something else in its place", () => {
    const none = context.register(context.obj({ Type: "Font", Subtype: "Type0" }));
    const named = context.register(
      context.obj({ Type: "Font", Subtype: "Type0", ToUnicode: "Identity-H" }),
    );
    book.write();
    expect(entry(dictOf(none), "ToUnicode")).toBeUndefined();
    expect(String(entry(dictOf(named), "ToUnicode"))).toBe("/Identity-H");
  });
});

test("a code that is shown in a pattern keeps its reading where others are written anew", () => {
  const font = compositeFont(context, { texts: { 1: "a", 2: "b", 3: "\uE003" } });
  book.font(font).codeFor(1, "A");
  book.write();
  expect([...textsOfFont(dictOf(font))]).toEqual([
    [1, "A"],
    [2, "b"],
    [3, SILENT],
  ]);
});
