/** The threads that PDFs are read on: what is read is the same, and the end of one is an error that is said. */
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { openPdf, type PdfDocument } from "../../../src/pdf/objects/open-pdf.ts";
import { readPdfiumText } from "../../../src/pdf/text/pdfium-text.ts";
import { readGlyphs } from "../../../src/pdf/text/read-content.ts";
import { pdfiumThread, pdfjsThread } from "../../../src/pdf/text/reading-thread.ts";

const file = new URL("../../fixtures/pdf/article.pdf", import.meta.url);
const open = async (): Promise<PdfDocument> => openPdf(await readFile(file));
const textOf = (pages: Awaited<ReturnType<typeof readGlyphs>>): string =>
  pages.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join("");

test("a thread that ends fails what is read on it, and the next reading has another", async () => {
  const pdf = await open();
  const whole = textOf(await readGlyphs(pdf));
  expect(whole.length).toBeGreaterThan(100);

  const broken = readGlyphs(pdf);
  await pdfjsThread.start().terminate();
  await expect(broken).rejects.toMatchObject({ code: "pdf-damaged" });

  expect(textOf(await readGlyphs(pdf))).toBe(whole);
});

test("several documents are read side by side", async () => {
  const [one, other] = await Promise.all([open(), open()]);
  const [first, second] = await Promise.all([readGlyphs(one), readGlyphs(other)]);
  expect(textOf(first)).toBe(textOf(second));
});

test("the same holds of PDFium's", async () => {
  const bytes = await readFile(file);
  const whole = await readPdfiumText(bytes);
  expect(whole.join("").length).toBeGreaterThan(100);

  const broken = readPdfiumText(bytes);
  await pdfiumThread.start().terminate();
  await expect(broken).rejects.toThrow("the thread that reads has ended");

  const [one, other] = await Promise.all([readPdfiumText(bytes), readPdfiumText(bytes)]);
  expect(one).toEqual(whole);
  expect(other).toEqual(whole);
});
