/**
 * Prints a paginated document with the browser. Input: the live page; output: the browser's own
 * tagged PDF, which later stages make accessible or ready for press.
 */
import type { Page } from "puppeteer";
import { PublicationError } from "../errors.ts";
import { plainPages, type PlainPage } from "../pdf/document/plain-pages.ts";
import type { PaginatedDocument, PaginatedPage } from "./paginated-document.ts";

export interface RawPdf {
  readonly bytes: Uint8Array;
  readonly pageCount: number;
}

/** From so many on, memory is scarcer than time. */
const MANY_PAGES = 400;

/** What sheets are larger than their pages (`giveSheetsTheirSize`), and what the browser rounds them by. */
const sizeTolerancePt = 1.5;

/** A print that the browser is at work on. */
export interface Printing {
  /**
   * @throws PublicationError `page-count-mismatch` where the PDF has more or fewer pages,
   * `page-size-mismatch` where a page was printed on a sheet of another size, and so may be cut, and
   * `pages-changed` where the pages are not those that were proved.
   */
  readonly printed: Promise<RawPdf>;
}

/** Returns when the browser prints, which takes a while. */
export async function startPrinting(paginated: PaginatedDocument): Promise<Printing> {
  const { page, proof, pages } = paginated;
  if (pages.length >= MANY_PAGES) await returnMemory(page);
  await proof.evaluate(() => document.fonts.ready.then(() => undefined));
  const printed = print(paginated);
  // Who waits for it hears of it, unless what is done meanwhile fails first.
  printed.catch(() => undefined);
  return { printed };
}

/** @throws what its print is said to throw. */
export async function printRaw(paginated: PaginatedDocument): Promise<RawPdf> {
  const { printed } = await startPrinting(paginated);
  return printed;
}

async function print(paginated: PaginatedDocument): Promise<RawPdf> {
  const bytes = await paginated.page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
    timeout: 0,
    waitForFonts: false,
  });
  const printed = plainPages(bytes);
  const pageCount = printed.length;
  const expected = paginated.pages.length;
  if (pageCount !== expected) {
    throw new PublicationError(
      "page-count-mismatch",
      `the printed PDF has ${pageCount} pages, the layout has ${expected}`,
      {
        hint: "look for print rules that act on Paged.js's own page elements, such as a break or a margin on every `div`",
      },
    );
  }
  assertSizes(printed, paginated.pages);
  if (!(await paginated.isAsProved())) {
    throw new PublicationError(
      "pages-changed",
      "the document was changed after its pages were proved, so that nobody knows what was printed",
      { hint: "take out the script that goes on changing the document after it has loaded" },
    );
  }
  return { bytes, pageCount };
}

/**
 * What layout and proof have left behind is a fourth of what the page holds by then, and printing, which
 * takes the most, would come on top of it. It takes 5 ms a page: the browser gives all elements their style
 * once more.
 */
async function returnMemory(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send("HeapProfiler.collectGarbage");
  await session.detach();
}

function assertSizes(printed: readonly PlainPage[], pages: readonly PaginatedPage[]): void {
  // Pages are written in their order.
  const wrong = pages.find(({ index, mediaBox }) => {
    const size = printed[index]?.size;
    return (
      size === undefined ||
      Math.abs(size.widthPt - mediaBox.widthPt) > sizeTolerancePt ||
      Math.abs(size.heightPt - mediaBox.heightPt) > sizeTolerancePt
    );
  });
  if (wrong === undefined) return;
  const size = printed[wrong.index]?.size;
  throw new PublicationError(
    "page-size-mismatch",
    `page ${wrong.index + 1} is ${wrong.mediaBox.widthPt} × ${wrong.mediaBox.heightPt} pt, its sheet is ${size?.widthPt ?? "?"} × ${size?.heightPt ?? "?"} pt`,
    { hint: "give `@page` a size in millimetres, points or inches" },
  );
}
