/** What an imposed sheet keeps of its pages: text, fonts, what notes print; and what it leaves. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { PDFDict, PDFDocument, PDFName, PDFStream, type PDFObject } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { readDocumentFacts } from "../../../src/pdf/document/document-facts.ts";
import { readFonts } from "../../../src/pdf/fonts/used-fonts.ts";
import { openPdf } from "../../../src/pdf/objects/open-pdf.ts";
import { readContent } from "../../../src/pdf/text/read-content.ts";
import { impose, type ImposeOptions } from "../../../src/press/impose/impose.ts";
import { drawPdf } from "./impose-drawing.ts";
import { markedPdf, readPageNumber, type Picture } from "./impose-marked-pages.ts";
import { foldBooklet, printOnBothSides } from "./impose-paper.ts";

const ARTICLE = path.join(import.meta.dirname, "../../fixtures/pdf/article.pdf");
const A5_MM = [148, 210] as const;

const options = (wishes: Partial<ImposeOptions> = {}): ImposeOptions => ({
  layout: "booklet",
  blanks: true,
  date: new Date("2024-05-06T07:08:09Z"),
  producer: "Imprimatur 1.2.3",
  ...wishes,
});

async function countObjects(bytes: Uint8Array, key: string, name?: string): Promise<number> {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false });
  return context.enumerateIndirectObjects().filter(([, object]) => {
    const value = object instanceof PDFDict ? object.lookup(PDFName.of(key)) : undefined;
    return name === undefined ? value !== undefined : value === PDFName.of(name);
  }).length;
}

/** Folds a booklet of four marked pages after a change to their PDF. */
async function foldedAfter(change: (document: PDFDocument) => void): Promise<readonly Picture[]> {
  const document = await PDFDocument.load(await markedPdf(4));
  change(document);
  const { bytes } = await impose(await document.save(), options());
  return foldBooklet(await printOnBothSides(bytes, "short"), A5_MM);
}

/** Puts content before and after that of a page. */
function wrapContent(document: PDFDocument, index: number, before: string, after: string): void {
  const { context } = document;
  const page = document.getPage(index).node;
  const stream = (text: string): PDFObject => context.register(context.flateStream(text));
  const own = page.normalizedEntries().Contents;
  const parts = [stream(before), ...(own?.asArray() ?? []), stream(after)];
  page.set(PDFName.of("Contents"), context.obj(parts));
}

describe("a sheet", () => {
  it("has its pages' text as text, moved as a whole, in fonts that it shares", async () => {
    const source = await readFile(ARTICLE);
    const { bytes } = await impose(source, options({ layout: "2-up" }));
    const [pages, sides] = [await openPdf(source), await openPdf(bytes)];
    const [[first], [side]] = [await readContent(pages), await readContent(sides)];
    const own = first?.pieces ?? [];
    const placed = side?.pieces.slice(0, own.length) ?? [];
    expect(own.length).toBeGreaterThan(10);
    expect(placed.map(({ text }) => text)).toEqual(own.map(({ text }) => text));
    const moves = own.map(({ startX, startY }, at) => [
      Math.round(((placed[at]?.startX ?? 0) - startX) * 100),
      Math.round(((placed[at]?.startY ?? 0) - startY) * 100),
    ]);
    expect(new Set(moves.map(String)).size).toBe(1);
    expect(await fontNamesIn(bytes)).toEqual(await fontNamesIn(source));
    expect(await countObjects(bytes, "FontFile2")).toBe(await countObjects(source, "FontFile2"));
  });

  it("looks like its pages", async () => {
    const source = await readFile(ARTICLE);
    const [page] = await drawPdf(source, 72);
    const { bytes } = await impose(source, options({ layout: "2-up" }));
    const [side] = await drawPdf(bytes, 72);
    if (page === undefined || side === undefined) throw new Error("nothing was drawn");
    // The pages of the article are wide, and stand one above the other.
    const left = Math.round((side.width - page.width) / 2);
    const top = Math.round((side.height - 2 * page.height) / 2);
    // Glyphs fall on other parts of a pixel, so squares of pixels are compared.
    const [own, onSheet] = [darkness(page, 0, 0, page), darkness(side, left, top, page)];
    expect(Math.max(...own)).toBeGreaterThan(40);
    const differences = own.map((dark, at) => Math.abs(dark - (onSheet[at] ?? 0)));
    expect(Math.max(...differences)).toBeLessThan(25);
  });

  it("keeps title and language, and neither tags nor links nor bookmarks", async () => {
    const source = await readFile(ARTICLE);
    const before = readDocumentFacts(await openPdf(source));
    const { bytes } = await impose(source, options());
    const facts = readDocumentFacts(await openPdf(bytes));
    expect(before).toMatchObject({ hasStructure: true, title: expect.any(String) as string });
    expect(facts).toMatchObject({
      title: before.title,
      lang: before.lang,
      version: "1.7",
      hasStructure: false,
      marked: false,
      outline: [],
    });
    expect(facts.pages.map(({ annotationCount }) => annotationCount)).not.toContain(1);
    // Nothing of the source's own pages is carried along unseen.
    expect(await countObjects(bytes, "Type", "Page")).toBe(facts.pageCount);
    const info = (await openPdf(bytes)).info;
    expect(info?.toString()).toContain("20240506070809");
  });

  it("keeps what its colours mean, and which layers are seen", async () => {
    const source = await PDFDocument.load(await markedPdf(4));
    const { context } = source;
    const intent = context.obj({ Type: "OutputIntent", S: "GTS_PDFA1" });
    source.catalog.set(PDFName.of("OutputIntents"), context.obj([intent]));
    source.catalog.set(PDFName.of("OCProperties"), context.obj({ OCGs: [], D: {} }));
    const { bytes } = await impose(await source.save(), options());
    const { catalog } = await openPdf(bytes);
    expect(catalog.get(PDFName.of("OutputIntents"))?.toString()).toContain("GTS_PDFA1");
    expect(catalog.has(PDFName.of("OCProperties"))).toBe(true);
  });

  it("is the same bytes each time", async () => {
    const source = await readFile(ARTICLE);
    const [first, second] = await Promise.all([
      impose(source, options({ sheet: "A2", creepMm: 0.1 })),
      impose(source, options({ sheet: "A2", creepMm: 0.1 })),
    ]);
    expect(Buffer.from(first.bytes).equals(second.bytes)).toBe(true);
  });
});

describe("pages of other programs", () => {
  it("do not disturb each other with states that they leave open or close too often", async () => {
    const pages = await foldedAfter((document) => {
      wrapContent(document, 1, "q q", "0.1 0 0 0.1 0 0 cm q");
      wrapContent(document, 2, "Q Q Q", "Q Q");
    });
    expect(pages.map(readPageNumber)).toEqual([1, 2, 3, 4]);
  });

  it("print the notes that are made for paper, and no hidden ones", async () => {
    const stampColour = async (flags: number): Promise<readonly number[]> => {
      const pages = await foldedAfter((document) => {
        const { context } = document;
        const red = context.flateStream("1 0 0 rg 0 0 10 10 re f", { BBox: [0, 0, 10, 10] });
        const stamp = {
          Type: "Annot",
          Subtype: "Stamp",
          // The lowest row of the page's squares, between its corners, is white.
          Rect: [190, 20, 230, 60],
          F: flags,
          AP: { N: context.register(red) },
        };
        document.getPage(1).node.set(PDFName.of("Annots"), context.obj([stamp]));
      });
      expect(pages.map(readPageNumber)).toEqual([1, 2, 3, 4]);
      const page = pages[1];
      if (page === undefined) throw new Error("no page");
      const [x, y] = [(210 / 419.53) * page.width, (1 - 40 / 595.28) * page.height];
      const at = (Math.floor(y) * page.width + Math.floor(x)) * 4;
      return [...page.rgba.subarray(at, at + 3)];
    };
    expect(await stampColour(4)).toEqual([255, 0, 0]);
    expect(await stampColour(6)).toEqual([255, 255, 255]);
    expect(await stampColour(0)).toEqual([255, 255, 255]);
  });

  it("are composed apart from the sheet where they are transparency groups", async () => {
    const document = await PDFDocument.load(await markedPdf(4));
    const group = { Type: "Group", S: "Transparency", CS: "DeviceRGB" };
    document.getPage(1).node.set(PDFName.of("Group"), document.context.obj(group));
    const { bytes } = await impose(await document.save(), options());
    const { context } = await PDFDocument.load(bytes);
    const groups = context.enumerateIndirectObjects().flatMap(([, object]) => {
      const own = object instanceof PDFStream ? object.dict.get(PDFName.of("Group")) : undefined;
      return own === undefined ? [] : [own.toString().replace(/\s+/g, " ")];
    });
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatch(/\/CS \/DeviceRGB.*\/I true/);
  });

  it("are blank where they have no content", async () => {
    const { bytes, blankCount } = await impose(
      await blankPages(4),
      options({ layout: "cut-and-stack", blanks: undefined }),
    );
    expect(blankCount).toBe(0);
    expect(readDocumentFacts(await openPdf(bytes)).pageCount).toBe(2);
  });

  it("are read from the right where the document says so", async () => {
    const source = await PDFDocument.load(await markedPdf(4));
    source.catalog.set(PDFName.of("ViewerPreferences"), source.context.obj({ Direction: "R2L" }));
    const { bytes } = await impose(await source.save(), options());
    const pages = foldBooklet(await printOnBothSides(bytes, "short"), A5_MM, "right");
    expect(pages.map(readPageNumber)).toEqual([1, 2, 3, 4]);
  });
});

async function blankPages(count: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (let page = 0; page < count; page++) document.addPage([419.53, 595.28]);
  return document.save();
}

async function fontNamesIn(bytes: Uint8Array): Promise<readonly (string | undefined)[]> {
  return readFonts(await openPdf(bytes)).map(({ name }) => name);
}

/** The mean darkness of squares of 16 pixels, in a part of a picture as large as `size`. */
function darkness(
  { width, rgba }: Picture,
  left: number,
  top: number,
  size: { readonly width: number; readonly height: number },
): readonly number[] {
  const squares: number[] = [];
  for (let y = 16; y + 32 <= size.height; y += 16) {
    for (let x = 16; x + 32 <= size.width; x += 16) {
      let sum = 0;
      for (let at = 0; at < 256; at++) {
        const pixel = (top + y + (at >> 4)) * width + left + x + (at & 15);
        sum += 255 - (rgba[pixel * 4] ?? 255);
      }
      squares.push(sum / 256);
    }
  }
  return squares;
}
