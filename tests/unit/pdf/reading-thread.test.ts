/** The thread that pdf.js reads on: what is read is the same, and its end is an error that is said. */
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { openPdf, type PdfDocument } from "../../../src/pdf/objects/open-pdf.ts";
import { startReading } from "../../../src/pdf/text/pdfjs-thread.ts";
import { readGlyphs } from "../../../src/pdf/text/read-content.ts";

const file = new URL("../../fixtures/pdf/article.pdf", import.meta.url);
const open = async (): Promise<PdfDocument> => openPdf(await readFile(file));
const textOf = (pages: Awaited<ReturnType<typeof readGlyphs>>): string =>
  pages.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join("");

test("a thread that ends fails what is read on it, and the next reading has another", async () => {
  const pdf = await open();
  const whole = textOf(await readGlyphs(pdf));
  expect(whole.length).toBeGreaterThan(100);

  const broken = readGlyphs(pdf);
  await startReading().terminate();
  await expect(broken).rejects.toMatchObject({ code: "pdf-damaged" });

  expect(textOf(await readGlyphs(pdf))).toBe(whole);
});

test("several documents are read side by side", async () => {
  const [one, other] = await Promise.all([open(), open()]);
  const [first, second] = await Promise.all([readGlyphs(one), readGlyphs(other)]);
  expect(textOf(first)).toBe(textOf(second));
});
