/** The text of pages as PDFium and pdf.js read it. */
import { PDFName, type PDFDocument } from "@cantoo/pdf-lib";
import { describe, expect, test, vi } from "vitest";
import { openInPdfium } from "../../../src/pdf/draw/pdfium.ts";
import { openPdf } from "../../../src/pdf/objects/open-pdf.ts";
import { readPdfiumText } from "../../../src/pdf/text/pdfium-text.ts";
import { readPdfjsText } from "../../../src/pdf/text/pdfjs-text.ts";
import { readWithPdfium } from "../../../src/pdf/text/threads/read-with-pdfium.ts";
import { readWithPdfjs } from "../../../src/pdf/text/threads/read-with-pdfjs.ts";
import { makeTaggedPdf, type TaggedPdf } from "../../fixtures/pdf/tagged-pdf.ts";

const twoPages: TaggedPdf = {
  pageCount: 2,
  tags: [
    { role: "H1", text: "Tides" },
    { role: "P", text: "A boat lay at the quay." },
    { role: "P", text: "It left at noon.", page: 2 },
  ],
};

/** Paints lines on the first page instead of its content. */
const painted = (content: string): TaggedPdf => ({
  tags: [{ role: "P", text: "" }],
  mend: (pdf: PDFDocument) => {
    const stream = pdf.context.register(pdf.context.stream(content));
    pdf.getPage(0).node.set(PDFName.of("Contents"), stream);
  },
});

const readers = {
  PDFium: (bytes: Uint8Array, signal?: AbortSignal) => readPdfiumText(bytes, signal),
  "pdf.js": async (bytes: Uint8Array, signal?: AbortSignal) =>
    readPdfjsText(await openPdf(bytes), signal),
};

describe.each(Object.entries(readers))("%s", (_name, read) => {
  test("gives the lines of each page", async () => {
    const texts = await read(await makeTaggedPdf(twoPages));
    expect(texts.map((text) => text.replaceAll("\r", "").trim())).toEqual([
      "Tides\nA boat lay at the quay.",
      "It left at noon.",
    ]);
  });

  test("gives text in the order of painting, wherever it stands", async () => {
    const [text = ""] = await read(
      await makeTaggedPdf(
        painted("BT /F0 12 Tf 20 20 Td (first) Tj ET BT /F0 12 Tf 20 380 Td (second) Tj ET"),
      ),
    );
    expect(text.split(/\s+/)).toEqual(["first", "second"]);
  });

  test("ends a line behind its hyphen", async () => {
    const lines = "BT /F0 12 Tf 14 TL 20 380 Td (a well-) Tj T* (known boat) Tj ET";
    const [text = ""] = await read(await makeTaggedPdf(painted(lines)));
    expect(text.replaceAll("\r", "")).toBe("a well-\nknown boat");
  });

  test("says that a file cannot be read", async () => {
    const broken = Buffer.from("%PDF-1.7\nnothing");
    await expect(read(broken)).rejects.toMatchObject({ code: "pdf-damaged" });
  });
});

test("what PDFium took is given back", async () => {
  const bytes = await makeTaggedPdf({ ...twoPages, content: `% ${"x".repeat(4_000_000)}` });
  const size = async (): Promise<number | undefined> => {
    const document = await openInPdfium(bytes);
    const length = document?.memory().length;
    document?.close();
    return length;
  };
  const readTimes = async (times: number): Promise<void> => {
    for (let round = 0; round < times; round += 1) await readWithPdfium(bytes, () => true);
  };
  // What the first ones leave behind in between is used again.
  await readTimes(5);
  const before = await size();
  await readTimes(20);
  expect(await size()).toBe(before);
});

test("PDFium stops between pages when nobody wants the rest", async () => {
  const bytes = await makeTaggedPdf(twoPages);
  let asked = 0;
  const reading = await readWithPdfium(bytes, () => (asked += 1) < 2);
  expect(reading).toMatchObject({ texts: [expect.stringContaining("Tides")] });
});

test("pdf.js stops between pages when nobody wants the rest", async () => {
  const texts: string[] = [];
  await readWithPdfjs(await makeTaggedPdf(twoPages), "text", {
    onOpened: (count) => {
      expect(count).toBe(2);
    },
    onPage: (text) => texts.push(text),
    isWanted: () => texts.length < 1,
  });
  expect(texts).toEqual([expect.stringContaining("Tides")]);
});

test("pdf.js warns nobody of pictures that it does not draw", async () => {
  const image = "q 9 0 0 9 0 0 cm BI /W 2 /H 2 /BPC 8 /CS /G ID abcd EI Q";
  const bytes = await makeTaggedPdf({ ...twoPages, content: image });
  const methods = ["log", "warn", "error"] as const;
  const said = methods.map((method) => vi.spyOn(console, method).mockReturnValue(undefined));
  let pages = 0;
  await readWithPdfjs(bytes, "steps", {
    onOpened: () => undefined,
    onPage: () => (pages += 1),
    isWanted: () => true,
  });
  expect(pages).toBe(2);
  for (const spy of said) {
    expect(spy).not.toHaveBeenCalled();
    spy.mockRestore();
  }
});

describe.each(Object.entries(readers))("a reading by %s", (_name, read) => {
  test("is none where it was stopped", async () => {
    const bytes = await makeTaggedPdf(twoPages);
    const stop = new AbortController();
    const stopped = read(bytes, stop.signal);
    stop.abort(new Error("enough"));
    await expect(stopped).rejects.toThrow("enough");
    await expect(read(bytes, stop.signal)).rejects.toThrow("enough");
  });
});
