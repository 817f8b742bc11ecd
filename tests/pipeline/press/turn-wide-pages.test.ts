/** Pages that lie on their side, laid out and printed, on the upright sheets of a brochure. */
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, type LaunchedBrowser } from "../../../src/browser/launch-browser.ts";
import { paginate } from "../../../src/paginate/paginate.ts";
import type { PaginatedPage } from "../../../src/paginate/paginated-document.ts";
import { printRaw, type RawPdf } from "../../../src/paginate/print-raw.ts";
import { openPdf } from "../../../src/pdf/objects/open-pdf.ts";
import { readContent } from "../../../src/pdf/text/read-content.ts";
import type { TextPiece } from "../../../src/pdf/text/text-piece.ts";
import { turnWidePages, type UprightPages } from "../../../src/press/turn-wide-pages.ts";

const projectDir = path.join(import.meta.dirname, "../../..");
const html = (css: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Boats</title><style>
  @page { size: 100mm 150mm; margin: 10mm; bleed: 3mm }
  @page wide { size: 150mm 100mm; bleed: 3mm }
  p { margin: 0 } ${css}</style></head><body><p>before</p><p class="wide">lying</p><p>after</p></body></html>`;

let launched: LaunchedBrowser;
let raw: RawPdf;
let pages: readonly PaginatedPage[];
let turned: UprightPages;

async function printed(css: string): Promise<{ raw: RawPdf; pages: readonly PaginatedPage[] }> {
  const source = { html: html(css), urlPath: "/print.html", roots: [] };
  const paginated = await paginate(source, {
    browser: launched.browser,
    onRefused: () => undefined,
  });
  const result = { raw: await printRaw(paginated), pages: paginated.pages };
  await paginated.close();
  return result;
}

beforeAll(async () => {
  launched = await launchBrowser({ projectDir, onNotice: () => undefined });
  ({ raw, pages } = await printed(".wide { page: wide }"));
  turned = await turnWidePages(raw, pages);
});
afterAll(() => launched.close());

test("all sheets have one size, and so have the finished pages on them", () => {
  expect(pages.map(({ mediaBox }) => mediaBox.widthPt > mediaBox.heightPt)).toEqual([
    false,
    true,
    false,
  ]);
  const [first] = turned.pages;
  for (const { mediaBox, trimBox } of turned.pages) {
    for (const side of ["xPt", "yPt", "widthPt", "heightPt"] as const) {
      expect(mediaBox[side]).toBeCloseTo(first?.mediaBox[side] ?? NaN, 2);
      expect(trimBox[side]).toBeCloseTo(first?.trimBox[side] ?? NaN, 2);
    }
  }
});

test("the head of a turned page is at the left, and its lines go up", async () => {
  const before = await piecesOf(raw, 1);
  const after = await piecesOf(turned.raw, 1);
  const [lying, upright] = [before[0], after[0]];
  const sheet = turned.pages[1]?.mediaBox;
  if (lying === undefined || upright === undefined || sheet === undefined) throw new Error("none");
  expect(after.map(({ text }) => text)).toEqual(before.map(({ text }) => text));
  // The text began at the upper left: of the upright sheet that is the lower left.
  expect(upright.startX).toBeLessThan(sheet.widthPt / 3);
  expect(upright.startY).toBeCloseTo(lying.startX, 1);
  expect(upright.endY - upright.startY).toBeCloseTo(lying.endX - lying.startX, 1);
  expect([upright.alongX, upright.alongY]).toEqual([expect.closeTo(0), expect.closeTo(1)]);
});

test("upright pages are as they were, and a document without others is not touched", async () => {
  expect(await piecesOf(turned.raw, 2)).toEqual(await piecesOf(raw, 2));
  const plain = await printed("");
  const same = await turnWidePages(plain.raw, plain.pages);
  expect(same.raw).toBe(plain.raw);
  expect(same.pages).toBe(plain.pages);
});

async function piecesOf({ bytes }: RawPdf, page: number): Promise<readonly TextPiece[]> {
  const contents = await readContent(await openPdf(bytes));
  return contents[page]?.pieces ?? [];
}
