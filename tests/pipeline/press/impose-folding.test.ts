/**
 * Imposed sheets, folded and cut on simulated paper, read in order: sheets are drawn as pixels, put
 * through a printer, a fold and a knife, and each page is read from what a reader then sees.
 */
import { PDFName, PDFDocument, PDFArray } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { impose, type ImposeOptions } from "../../../src/press/impose/impose.ts";
import { isBlank, markedPdf, readPageNumber, type Picture } from "./impose-marked-pages.ts";
import {
  cutPicture,
  cutPile,
  foldBooklet,
  lookAtSide,
  printOnBothSides,
  printOnOneSide,
  sizeMm,
} from "./impose-paper.ts";

const A5_MM = [148, 210] as const;
const A4_MM = [210, 297] as const;

const options = (wishes: Partial<ImposeOptions>): ImposeOptions => ({
  layout: "booklet",
  date: new Date(0),
  producer: "Imprimatur",
  ...wishes,
});

async function imposed(pageCount: number, wishes: Partial<ImposeOptions>): Promise<Uint8Array> {
  return (await impose(await markedPdf(pageCount), options(wishes))).bytes;
}

const upTo = (pageCount: number): number[] =>
  Array.from({ length: pageCount }, (_, index) => index + 1);

const readInOrder = (pages: readonly Picture[]): readonly (number | "blank")[] =>
  pages.map((page) => (isBlank(page) ? "blank" : readPageNumber(page)));

/** Exchanges two sides in a file of sheets. */
async function withSidesSwapped(bytes: Uint8Array, a: number, b: number): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes);
  const kids = document.catalog.Pages().lookup(PDFName.of("Kids"), PDFArray);
  const [first, second] = [kids.get(a), kids.get(b)];
  kids.set(a, second);
  kids.set(b, first);
  return document.save();
}

describe("a booklet, printed, folded and read", () => {
  it.each([4, 8, 12, 20])("reads in order with %i pages", async (pageCount) => {
    const sheets = await printOnBothSides(await imposed(pageCount, {}), "short");
    expect(sheets).toHaveLength(pageCount / 4);
    expect(readInOrder(foldBooklet(sheets, A5_MM))).toEqual(upTo(pageCount));
  });

  it("reads in order with its blank pages before the back cover", async () => {
    const sheets = await printOnBothSides(await imposed(10, { blanks: true }), "short");
    expect(readInOrder(foldBooklet(sheets, A5_MM))).toEqual([...upTo(9), "blank", "blank", 10]);
  });

  it("reads in order in sections of 8 pages, laid after each other", async () => {
    const sheets = await printOnBothSides(await imposed(20, { pagesPerSection: 8 }), "short");
    const sections = [sheets.slice(0, 2), sheets.slice(2, 4), sheets.slice(4)];
    const pages = sections.flatMap((section) => foldBooklet(section, A5_MM));
    expect(readInOrder(pages)).toEqual(upTo(20));
  });

  it("reads in order from right to left with its spine on the right", async () => {
    const sheets = await printOnBothSides(await imposed(8, { binding: "right" }), "short");
    expect(readInOrder(foldBooklet(sheets, A5_MM, "right"))).toEqual(upTo(8));
  });

  it("reads in order from a printer that turns sheets over the long edge only", async () => {
    const bytes = await imposed(8, { flip: "long" });
    expect(readInOrder(foldBooklet(await printOnBothSides(bytes, "long"), A5_MM))).toEqual(upTo(8));
  });

  it("reads in order on a larger sheet, with marks, creep and pages cut out", async () => {
    const bytes = await imposed(20, { sheet: "A3", creepMm: 0.5 });
    const sheets = await printOnBothSides(bytes, "short");
    expect(readInOrder(foldBooklet(sheets, A5_MM))).toEqual(upTo(20));
  });

  it("reads in order where A4 pages are made smaller to fit", async () => {
    const source = await markedPdf(8, { widthPt: 595.28, heightPt: 841.89 });
    const { bytes } = await impose(source, options({ sheet: "A4", scale: "fit" }));
    expect(readInOrder(foldBooklet(await printOnBothSides(bytes, "short"), [148.5, 210]))).toEqual(
      upTo(8),
    );
  });

  it("moves pages of inner sheets towards the fold, and never over it", async () => {
    const sheets = await printOnBothSides(await imposed(20, { creepMm: 3 }), "short");
    const innermost = sheets.at(-1);
    if (innermost === undefined) throw new Error("no sheet");
    const [width] = sizeMm(innermost);
    // Beside the fold lie the upper inner corners of two pages, one red, one black; 12 mm of each
    // have gone, and without a cut at the fold one would cover the other.
    const redAndBlack = [-5.5, 0.5].map((mm) => {
      const { rgba } = cutPicture(innermost.front, [width / 2 + mm, 3, 5, 5]);
      return [...rgba.subarray(0, 3)];
    });
    expect(redAndBlack).toEqual([
      [255, 0, 0],
      [0, 0, 0],
    ]);
    // At the outer edge, white paper comes in.
    expect(isBlank(cutPicture(innermost.front, [width / 2 - 147, 0, 11, 200]))).toBe(true);
    const outermost = sheets[0];
    expect(outermost && isBlank(cutPicture(outermost.front, [2, 0, 10, 30]))).toBe(false);
  });

  it("is found wrong where the printer turns sheets over the other edge", async () => {
    const sheets = await printOnBothSides(await imposed(8, {}), "long");
    expect(() => readInOrder(foldBooklet(sheets, A5_MM))).toThrow("no upright page");
  });

  it("is found wrong where two sides are exchanged", async () => {
    const swapped = await withSidesSwapped(await imposed(8, {}), 1, 3);
    const pages = foldBooklet(await printOnBothSides(swapped, "short"), A5_MM);
    expect(readInOrder(pages)).not.toEqual(upTo(8));
  });
});

describe("pages as their PDF shows them", () => {
  it.each([90, 180, 270] as const)("stand upright where Rotate is %i", async (rotate) => {
    const { bytes } = await impose(await markedPdf(4, { rotate }), options({}));
    const sheets = await printOnBothSides(bytes, "short");
    expect(readInOrder(foldBooklet(sheets, A5_MM))).toEqual(upTo(4));
  });

  it.each([0, 90] as const)(
    "are cut to the trim box, Rotate %i and a unit of 2",
    async (rotate) => {
      const source = await markedPdf(4, { rotate, bleedPt: 9, userUnit: 2 });
      const { bytes } = await impose(source, options({ sheet: "A3", marks: false }));
      const sheets = await printOnBothSides(bytes, "short");
      expect(readInOrder(foldBooklet(sheets, A5_MM))).toEqual(upTo(4));
      // The bleed of the source is red: none of it is left around the pages.
      for (const sheet of sheets) {
        const [width, height] = sizeMm(sheet);
        const above = cutPicture(sheet.front, [0, height / 2 - 105 - 8, width, 7.5]);
        const beside = cutPicture(sheet.front, [width / 2 - 148 - 8, 0, 7.5, height]);
        expect([isBlank(above), isBlank(beside)]).toEqual([true, true]);
      }
    },
  );
});

describe("several pages on a side", () => {
  it.each([
    ["2-up", { columns: 2, rows: 1 }, 7],
    ["4-up", { columns: 2, rows: 2 }, 10],
  ] as const)("%s reads from the left and down", async (layout, grid, pageCount) => {
    const sides = await printOnOneSide(await imposed(pageCount, { layout }));
    const pages = readInOrder(sides.flatMap((side) => lookAtSide(side, grid, A5_MM)));
    expect(pages.slice(0, pageCount)).toEqual(upTo(pageCount));
    expect(new Set(pages.slice(pageCount))).toEqual(new Set(["blank"]));
  });

  it("puts wide pages one above the other", async () => {
    const source = await markedPdf(4, { widthPt: 595.28, heightPt: 419.53 });
    const { bytes, sheetName, orientation } = await impose(source, options({ layout: "2-up" }));
    expect([sheetName, orientation]).toEqual(["A4", "portrait"]);
    const sides = await printOnOneSide(bytes);
    const grid = { columns: 1, rows: 2 };
    expect(readInOrder(sides.flatMap((side) => lookAtSide(side, grid, [210, 148])))).toEqual(
      upTo(4),
    );
  });
});

describe("cut and stack, the pile cut and laid on each other", () => {
  it.each([
    [2, { columns: 2, rows: 1 }, "short", 8],
    [2, { columns: 2, rows: 1 }, "short", 13],
    [4, { columns: 2, rows: 2 }, "long", 16],
    [4, { columns: 2, rows: 2 }, "long", 21],
  ] as const)(
    "%i a side reads in order (%o, %s edge, %i pages)",
    async (up, grid, edge, pageCount) => {
      const result = await impose(
        await markedPdf(pageCount),
        options({ layout: "cut-and-stack", up }),
      );
      expect(result.flip).toBe(edge);
      const pages = readInOrder(cutPile(await printOnBothSides(result.bytes, edge), grid, A5_MM));
      expect(pages.slice(0, pageCount)).toEqual(upTo(pageCount));
      expect(pages.slice(pageCount).every((page) => page === "blank")).toBe(true);
    },
  );

  it("is found wrong where the sheets are not turned as asked", async () => {
    const bytes = await imposed(8, { layout: "cut-and-stack" });
    const sheets = await printOnBothSides(bytes, "long");
    expect(() => readInOrder(cutPile(sheets, { columns: 2, rows: 1 }, A5_MM))).toThrow();
  });

  it("cuts A4 pages out of A3", async () => {
    const source = await markedPdf(12, { widthPt: 595.28, heightPt: 841.89 });
    const { bytes, sheetName } = await impose(source, options({ layout: "cut-and-stack" }));
    expect(sheetName).toBe("A3");
    const sheets = await printOnBothSides(bytes, "short");
    expect(readInOrder(cutPile(sheets, { columns: 2, rows: 1 }, A4_MM))).toEqual(upTo(12));
  });
});
