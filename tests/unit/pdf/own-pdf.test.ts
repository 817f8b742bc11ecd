/** PDFs of our own browser through the kernel, and the folders that may use the library themselves. */
import { PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { streamText } from "../../support/stream-text.ts";
import { openOwnPdf } from "../../../src/pdf/objects/own-pdf.ts";
import { PdfObjects } from "../../../src/pdf/objects/pdf-objects.ts";

async function printed(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (const height of [200, 300]) {
    const page = document.addPage([100, height]);
    page.node.set(PDFName.of("Contents"), document.context.register(document.context.stream("n")));
  }
  return document.save();
}

async function noObjects(): Promise<PdfObjects> {
  return new PdfObjects((await PDFDocument.create()).context);
}

test("pages have a size that follows their MediaBox, and resources that can be added to", async () => {
  const { pages, objects, catalog, catalogRef, infoRef } = await openOwnPdf(await printed());
  expect(pages.map((page) => page.sizePt())).toEqual([
    { widthPt: 100, heightPt: 200 },
    { widthPt: 100, heightPt: 300 },
  ]);
  const [first] = pages;
  if (first === undefined) throw new Error("no page");
  objects.set(first.dict, "MediaBox", [0, 0, 50, 60]);
  expect(first.sizePt()).toEqual({ widthPt: 50, heightPt: 60 });
  expect(objects.get(first.dict, "Resources")).toBe(first.resources);
  expect(objects.dict(objects.get(first.resources, "Font"))).toBeDefined();
  expect(objects.resolve(first.ref)).toBe(first.dict);
  expect(objects.resolve(catalogRef)).toBe(catalog);
  expect(objects.dict(infoRef)).toBeDefined();
});

test("a stream gets other bytes, and keeps its other entries", async () => {
  const objects = await noObjects();
  const entries = { Subtype: "Form", Filter: "ASCIIHexDecode", DecodeParms: {} };
  const stream = objects.makeStream(Buffer.from("41>"), entries);
  objects.replaceBytes(stream, Buffer.from("q Q"));
  expect(streamText(stream)).toBe("q Q");
  expect(objects.entries(stream.dict).map(([key]) => key)).toEqual(["Subtype", "Filter"]);
});

test("a value is found by the name that the file has, whatever stands in it", async () => {
  const objects = await noObjects();
  const name = PDFName.of("#2341");
  const dict = objects.make({});
  dict.set(name, objects.make(7));
  expect(objects.name(name)).toBe("#41");
  expect(objects.number(objects.getNamed(dict, objects.add(name)))).toBe(7);
  expect(objects.get(dict, "#41")).toBeUndefined();
  expect(objects.getNamed(dict, objects.make(1))).toBeUndefined();
  expect(objects.getNamed(undefined, name)).toBeUndefined();
});

test("nothing outside of the kernel uses the PDF library", () => {
  const src = path.join(import.meta.dirname, "../../../src");
  const importers = readdirSync(src, { recursive: true, encoding: "utf8" }).filter(
    (file) =>
      /\.tsx?$/.test(file) &&
      /from "(?:@cantoo\/pdf-lib|pdf-lib|@embedpdf\/pdfium|pdfjs-dist[^"]*)"/.test(
        readFileSync(path.join(src, file), "utf8"),
      ),
  );
  expect(importers.length).toBeGreaterThan(0);
  expect(importers.filter((file) => !file.startsWith(`pdf${path.sep}`))).toEqual([]);
});
