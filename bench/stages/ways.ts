/**
 * The ways to a PDF that are compared. Input: a print source; output: how many pages it came
 * to and how large the file is. All of them open their pages behind the same gate, in the same
 * browser, and print with the same settings. They measure nothing.
 */
import Printer from "pagedjs-cli";
import type { Browser } from "puppeteer";
import { gatedBrowser, gateOrigin } from "../../src/browser/gate.ts";
import { makePdf } from "../../src/editions/pdf/make-pdf.ts";
import { makePress, type MakePressOptions } from "../../src/editions/press/make-press.ts";
import { paginate } from "../../src/paginate/paginate.ts";
import type { PrintSource } from "../../src/paginate/paginated-document.ts";
import { printRaw } from "../../src/paginate/print-raw.ts";

export interface Made {
  readonly pageCount: number;
  readonly sizeBytes: number;
}

export type Way = (source: PrintSource, browser: Browser) => Promise<Made>;

/** Paged.js as pagedjs-cli runs it, and the browser's PDF: nothing of ours but the gate. */
export const plain: Way = async (source, browser) => {
  const gated = gatedBrowser(browser, {
    roots: source.roots,
    documents: new Map([
      [source.urlPath, { body: source.html, contentType: "text/html; charset=utf-8" }],
    ]),
    onRefused: ({ url }) => {
      throw new Error(`${url} was refused`);
    },
  });
  try {
    const printer = new Printer({ closeAfter: false, emulateMedia: "print" });
    printer.browser = gated;
    const page = await printer.render(gateOrigin + source.urlPath);
    const bytes = await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
      timeout: 0,
    });
    const pageCount = await page.$$eval(".pagedjs_page", (pages) => pages.length);
    return { pageCount, sizeBytes: bytes.length };
  } finally {
    await gated.close();
  }
};

/** Our layout, which loses no text and proves it, and the browser's PDF. */
export const laidOut: Way = async (source, browser) => {
  const paginated = await paginate(source, { browser, onRefused: () => undefined });
  try {
    const { bytes, pageCount } = await printRaw(paginated);
    return { pageCount, sizeBytes: bytes.length };
  } finally {
    await paginated.close();
  }
};

/** All that `imprimatur pdf` does with a document, from HTML to the accessible PDF's bytes. */
export const whole: Way = async (source, browser) => {
  const { bytes, pageCount, faults } = await makePdf(source, {
    browser,
    onPage: () => undefined,
    signal: new AbortController().signal,
    date: new Date(0),
    producer: "Imprimatur",
  });
  const [fault] = faults;
  if (fault !== undefined) throw new Error(`the PDF keeps no standard: ${fault.message}`);
  return { pageCount, sizeBytes: bytes.length };
};

/** What a press edition's options are beside those of every edition. */
export type PressWayOptions = Omit<
  MakePressOptions,
  "browser" | "onPage" | "signal" | "date" | "producer"
>;

/** All that a build does for a press edition: the brochure in ink, and its sheets for an office. */
export function press(options: PressWayOptions): Way {
  return async (source, browser) => {
    const { brochure, sheets, pageCount } = await makePress(source, {
      ...options,
      browser,
      onPage: () => undefined,
      signal: new AbortController().signal,
      date: new Date(0),
      producer: "Imprimatur",
    });
    return { pageCount, sizeBytes: brochure.length + (sheets?.length ?? 0) };
  };
}
