/**
 * Prints a paginated document with the browser. Input: the live page; output: the browser's own
 * tagged PDF, which later stages make accessible or ready for press.
 */
import type { CDPSession } from "puppeteer";
import { PublicationError } from "../errors.ts";
import { countPages } from "../log.ts";
import { plainPages, type PlainPage } from "../pdf/document/plain-pages.ts";
import type { PaginatedDocument, PaginatedPage } from "./paginated-document.ts";
import { returnMemory } from "./return-memory.ts";

export interface RawPdf {
  readonly bytes: Uint8Array;
  readonly pageCount: number;
}

const LEAST_PRINT_MS = 180_000;
const PRINT_MS_A_PAGE = 500;

/** From so many on, memory is scarcer than time. */
const MANY_PAGES = 400;

/** What sheets are larger than their pages (`giveSheetsTheirSize`), and what the browser rounds them by. */
const sizeTolerancePt = 1.5;

export interface PrintOptions {
  /** How long the browser may print; by default many times what it takes. */
  readonly limitMs?: number;
}

/** A print that the browser is at work on: an object, since who waits for a promise waits for its result. */
export interface Printing {
  /**
   * @throws PublicationError `page-count-mismatch` where the PDF has more or fewer pages,
   * `page-size-mismatch` where a page was printed on a sheet of another size, and so may be cut,
   * `pages-changed` where the pages are not those that were proved, and `print-overdue` where it takes
   * longer than it may.
   */
  readonly printed: Promise<RawPdf>;
}

/** Returns when the browser prints, which takes a while. */
export async function startPrinting(
  paginated: PaginatedDocument,
  options: PrintOptions = {},
): Promise<Printing> {
  const { page, proof, pages } = paginated;
  if (pages.length >= MANY_PAGES) await returnMemory(page);
  await proof.evaluate(() => document.fonts.ready.then(() => undefined));
  const printed = print(paginated, options);
  // Who waits for it hears of it, unless what is done meanwhile fails first.
  printed.catch(() => undefined);
  return { printed };
}

/** @throws what its print is said to throw. */
export async function printRaw(
  paginated: PaginatedDocument,
  options: PrintOptions = {},
): Promise<RawPdf> {
  const { printed } = await startPrinting(paginated, options);
  return printed;
}

async function print(paginated: PaginatedDocument, options: PrintOptions): Promise<RawPdf> {
  const bytes = await printPages(paginated, options);
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

/** Of pages that have their own size and margins. */
const PRINT_SETTINGS = {
  ...{ marginTop: 0, marginBottom: 0, marginLeft: 0, marginRight: 0 },
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
};

async function printPages(
  { page, pages }: PaginatedDocument,
  { limitMs = LEAST_PRINT_MS + pages.length * PRINT_MS_A_PAGE }: PrintOptions,
): Promise<Uint8Array> {
  const session = await page.createCDPSession();
  try {
    const { stream = "" } = await session
      .send(
        "Page.printToPDF",
        { ...PRINT_SETTINGS, transferMode: "ReturnAsStream" },
        // A limit of the protocol's own would end what thousands of pages take.
        { timeout: limitMs },
      )
      .catch((cause: unknown) => {
        throw isOverdue(cause) ? printOverdue(pages.length, cause) : cause;
      });
    return await readStream(session, stream);
  } finally {
    // It ends with the page, at the latest.
    await session.detach().catch(() => undefined);
  }
}

async function readStream(session: CDPSession, handle: string): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for (let isEnd = false; !isEnd;) {
    const { data, base64Encoded, eof } = await session.send("IO.read", { handle });
    parts.push(Buffer.from(data, base64Encoded === true ? "base64" : "utf8"));
    isEnd = eof;
  }
  await session.send("IO.close", { handle });
  return Buffer.concat(parts);
}

function isOverdue(error: unknown): boolean {
  return error instanceof Error && error.message.includes("timed out");
}

function printOverdue(pageCount: number, cause: unknown): PublicationError {
  return new PublicationError(
    "print-overdue",
    `the browser has not printed ${countPages(pageCount)} in the time that it may take`,
    {
      hint: "look whether the machine has memory for so many pages, or make several documents of it",
      cause,
    },
  );
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
