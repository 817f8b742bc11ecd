/**
 * What a document displays in print, as a browser shows it. Input: a document and a browser; output:
 * its words, and how many headings, tables, lists and pictures with an alternative it has.
 */
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "puppeteer";
import { inPageModule } from "../../../src/browser/in-page-module.ts";
import { withIsolatedWorld } from "../../../src/browser/isolated-world.ts";
import type * as exported from "./in-page.ts";
import { wordsOf } from "./words.ts";

const inPage = inPageModule<typeof exported>(new URL("./in-page.ts", import.meta.url));

export interface DocumentFacts {
  readonly words: readonly string[];
  readonly headings: number;
  readonly tables: number;
  readonly lists: number;
  readonly figures: number;
}

/** A page of A4 in pixels of CSS. */
const VIEWPORT = { width: 794, height: 1123 };
const LOAD_LIMIT_MS = 30_000;

/**
 * Opens the document as it is printed: its scripts have run, its fonts are loaded. A page that does
 * not finish loading is taken as it stands.
 */
export async function openForPrint(browser: Browser, file: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport(VIEWPORT);
  await page.emulateMediaType("print");
  await page
    .goto(pathToFileURL(file).href, { waitUntil: "networkidle0", timeout: LOAD_LIMIT_MS })
    .catch((error: unknown) => {
      if (!(error instanceof Error) || error.name !== "TimeoutError") throw error;
    });
  await page.evaluate("document.fonts.ready.then(() => undefined)");
  return page;
}

export async function readDocument(browser: Browser, file: string): Promise<DocumentFacts> {
  const page = await openForPrint(browser, file);
  try {
    const { text, ...counts } = await withIsolatedWorld(page, async (world) => {
      const module = await world.load(inPage);
      return module.call("readDisplayed");
    });
    return { words: wordsOf(text), ...counts };
  } finally {
    await page.close();
  }
}
