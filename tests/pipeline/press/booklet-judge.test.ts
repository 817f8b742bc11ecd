/** The judge of booklets on sheets that are right, and on sheets that went wrong in one way each. */
import { degrees, PDFDocument, PDFName, StandardFonts } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { bookletJudge } from "../../../src/judges/press/booklet.ts";
import { impose, type ImposeOptions } from "../../../src/press/impose/impose.ts";
import { A5 } from "./impose-marked-pages.ts";

const BLEED_PT = 8.5;

/** Pages of A5 with a bleed that say their numbers, in the order given. */
async function brochure(
  numbers: readonly number[],
  { turned = [], readFrom = "left" }: { turned?: readonly number[]; readFrom?: string } = {},
): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  if (readFrom === "right") {
    const preferences = document.context.obj({ Direction: "R2L" });
    document.catalog.set(PDFName.of("ViewerPreferences"), preferences);
  }
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const number of numbers) {
    const page = document.addPage([A5.widthPt + 2 * BLEED_PT, A5.heightPt + 2 * BLEED_PT]);
    page.setTrimBox(BLEED_PT, BLEED_PT, A5.widthPt, A5.heightPt);
    page.drawText(`This is page ${number}`, { x: 60, y: 500, size: 20, font });
    page.drawText(`and its foot ${number}`, { x: 90, y: 60, size: 10, font });
    if (turned.includes(number)) page.setRotation(degrees(180));
  }
  return document.save();
}

const pages = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

async function sheetsOf(
  source: Uint8Array,
  wishes: Partial<ImposeOptions> = {},
): Promise<Uint8Array> {
  const options = { layout: "booklet", date: new Date(0), producer: "Imprimatur" } as const;
  return (await impose(source, { ...options, ...wishes })).bytes;
}

async function rulesOf(
  source: Uint8Array,
  sheets: Uint8Array,
  layout: ImposeOptions["layout"] = "booklet",
): Promise<readonly string[]> {
  const { findings } = await bookletJudge.judge(
    { brochure: source, sheets, layout },
    new AbortController().signal,
  );
  return findings.map(({ rule, where }) => `${rule} ${where}`);
}

describe("imprimatur-booklet", () => {
  it.each([4, 8, 12, 20])("reads a booklet of %i pages in order", async (count) => {
    const source = await brochure(pages(count));
    expect(await rulesOf(source, await sheetsOf(source))).toEqual([]);
  });

  it("reads a booklet on sheets that are larger than its pages", async () => {
    const source = await brochure(pages(8));
    expect(await rulesOf(source, await sheetsOf(source, { sheet: "A3" }))).toEqual([]);
  });

  it("folds a booklet that is read from the right at its right edge", async () => {
    const source = await brochure(pages(8), { readFrom: "right" });
    expect(await rulesOf(source, await sheetsOf(source))).toEqual([]);
    const wrong = await rulesOf(source, await sheetsOf(source, { binding: "left" }));
    expect(wrong).toContain("page-order page 1");
  });

  it("lets thick paper move pages towards the fold", async () => {
    const source = await brochure(pages(12));
    expect(await rulesOf(source, await sheetsOf(source, { creepMm: 0.2 }))).toEqual([]);
  });

  it.each(["2-up", "4-up", "cut-and-stack"] as const)("finds every page in %s", async (layout) => {
    const source = await brochure(pages(8));
    expect(await rulesOf(source, await sheetsOf(source, { layout }), layout)).toEqual([]);
    const fewer = await sheetsOf(await brochure(pages(7)), { layout });
    expect(await rulesOf(source, fewer, layout)).toEqual(["page-missing page 8"]);
  });

  it("tells pages out of order", async () => {
    const sheets = await sheetsOf(await brochure([1, 2, 3, 5, 4, 6, 7, 8]));
    expect(await rulesOf(await brochure(pages(8)), sheets)).toEqual([
      "page-order page 4",
      "page-order page 5",
    ]);
  });

  it("tells pages that are not there", async () => {
    const sheets = await sheetsOf(await brochure(pages(4)));
    const rules = await rulesOf(await brochure(pages(8)), sheets);
    expect(rules.slice(-4)).toEqual([5, 6, 7, 8].map((page) => `page-missing page ${page}`));
  });

  it("tells a page on its head", async () => {
    const sheets = await sheetsOf(await brochure(pages(4), { turned: [3] }));
    expect(await rulesOf(await brochure(pages(4)), sheets)).toEqual(["page-turned page 3"]);
  });

  it("tells pages that were made smaller", async () => {
    const source = await brochure(pages(4));
    const sheets = await sheetsOf(source, { sheet: "A5", scale: "fit" });
    expect(await rulesOf(source, sheets)).toEqual(
      pages(4).map((page) => `page-scaled page ${page}`),
    );
  });

  it("tells pages that lie off the fold", async () => {
    const source = await brochure(pages(4));
    const document = await PDFDocument.load(await sheetsOf(source));
    for (const page of document.getPages()) page.translateContent(0, 3);
    // What moves content comes before it, as a stream of its own.
    expect(await rulesOf(source, await document.save())).toEqual(
      pages(4).map((page) => `page-moved page ${page}`),
    );
  });
});
