/**
 * One glyph that stands for three characters, on a page, read and painted by programs of other
 * people: Inter's apostrophe as `’`, `'` and U+02BC, which the browser gives one code.
 */
import { PDFDocument, PDFName, type PDFRef } from "@cantoo/pdf-lib";
import * as mupdf from "mupdf";
import { readFile } from "node:fs/promises";
import subsetFont from "subset-font";
import { beforeAll, expect, test } from "vitest";
import { FontBook } from "../../../../src/pdf/fonts/font-book.ts";
import { PdfObjects } from "../../../../src/pdf/objects/pdf-objects.ts";
import { openPdf } from "../../../../src/pdf/objects/open-pdf.ts";
import { readPdfjsText } from "../../../../src/pdf/text/pdfjs-text.ts";
import { compositeFont, drawnFont } from "../../../support/small-fonts.ts";

const inter = await readFile(new URL("../../../fixtures/fonts/inter-subset.ttf", import.meta.url));
const texts = ["’", "'", "\u02BC"];
/** Each glyph in a square of its own. */
const sidePt = 40;

/** @param glyph the browser's code for it. */
async function pageOf(
  fontIn: (document: PDFDocument) => PDFRef,
  glyph: number,
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const { context } = document;
  const font = fontIn(document);
  const book = new FontBook(new PdfObjects(context));
  const opened = book.font(font);
  const page = document.addPage([sidePt * texts.length, sidePt]);
  const resources = context.obj({ Font: { F1: font } });
  const lines = texts.map((text, at) => {
    const { code = 0 } = opened.codeFor(glyph, text) ?? {};
    const hex = code.toString(16).padStart(opened.codeLength * 2, "0");
    return `1 0 0 1 ${at * sidePt + 10} 5 Tm <${hex}> Tj`;
  });
  book.write();
  page.node.set(PDFName.of("Resources"), resources);
  const content = context.stream(`BT /F1 30 Tf ${lines.join(" ")} ET`);
  page.node.set(PDFName.of("Contents"), context.register(content));
  return document.save();
}

function mupdfPage<Value>(bytes: Uint8Array, use: (page: mupdf.Page) => Value): Value {
  const document = mupdf.Document.openDocument(bytes, "application/pdf");
  const page = document.loadPage(0);
  try {
    return use(page);
  } finally {
    page.destroy();
    document.destroy();
  }
}

/** The pixels of each glyph's square. */
function squares(bytes: Uint8Array): string[] {
  return mupdfPage(bytes, (page) => {
    const pixmap = page.toPixmap(mupdf.Matrix.identity, mupdf.ColorSpace.DeviceGray, false);
    const pixels = Buffer.from(pixmap.getPixels());
    const stride = pixmap.getStride();
    return texts.map((_, at) => {
      const rows = Array.from({ length: sidePt }, (_, row) =>
        pixels
          .subarray(row * stride + at * sidePt, row * stride + (at + 1) * sidePt)
          .toString("hex"),
      );
      return rows.join("");
    });
  });
}

let composite: Uint8Array;
let drawn: Uint8Array;

beforeAll(async () => {
  // Nothing but the apostrophe: glyph 1.
  const program = await subsetFont(inter, "’", { targetFormat: "truetype", keepFeatures: [] });
  composite = await pageOf(
    ({ context }) =>
      compositeFont(context, { texts: { 1: "\u02BC" }, program, widths: [600, 300] }),
    1,
  );
  drawn = await pageOf(({ context }) => drawnFont(context, 2, { 1: "\u02BC" }), 1);
});

test.each([
  ["a composite font", () => composite],
  ["a Type 3 font", () => drawn],
])("of %s MuPDF and pdf.js read three characters", async (_name, bytesOf) => {
  const bytes = bytesOf();
  const byMupdf = mupdfPage(bytes, (page) => page.toStructuredText("preserve-ligatures").asText());
  expect(byMupdf.replace(/\s/g, "")).toBe(texts.join(""));
  const [byPdfjs = ""] = await readPdfjsText(await openPdf(bytes));
  expect(byPdfjs.replace(/\s/g, "")).toBe(texts.join(""));
});

test.each([
  ["a composite font", () => composite],
  ["a Type 3 font", () => drawn],
])("of %s MuPDF paints the same glyph three times", (_name, bytesOf) => {
  const [first = "", ...others] = squares(bytesOf());
  // Not an empty square.
  expect(first).toMatch(/[0-9a-e]/);
  expect(others).toEqual([first, first]);
});
