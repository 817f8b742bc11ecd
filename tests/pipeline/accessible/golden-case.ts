/** A golden case through layout, print and tags, as the pipeline does it. */
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "puppeteer";
import { makeAccessible, type AccessiblePdf } from "../../../src/accessible/make-accessible.ts";
import { openOwnPdf } from "../../../src/pdf/objects/own-pdf.ts";
import { openTagging, type SettledDocument } from "../../../src/accessible/prepare.ts";
import type { Refusal } from "../../../src/browser/refusal.ts";
import { paginate } from "../../../src/paginate/paginate.ts";
import { printSettled } from "../../../src/editions/paged/print-settled.ts";

export const projectDir = join(import.meta.dirname, "../../..");
export const goldenDir = join(projectDir, "tests/golden");

export interface GoldenCase {
  readonly name: string;
  readonly settled: SettledDocument;
  readonly raw: Uint8Array;
  readonly pdf: AccessiblePdf;
}

export const options = { date: new Date("2026-01-31T12:00:00Z"), producer: "Imprimatur test" };

export async function goldenNames(): Promise<string[]> {
  const entries = await readdir(goldenDir, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** @param contentType of XHTML: the same tree is written as XML, and parsed as such. */
export async function makeCase(
  browser: Browser,
  name: string,
  contentType: "text/html" | "application/xhtml+xml" = "text/html",
): Promise<GoldenCase> {
  const source = await readFile(join(goldenDir, name, "source.html"), "utf8");
  const html = contentType === "text/html" ? source : await asXml(browser, source);
  return makeDocument(browser, name, html, {
    contentType,
    onRefused: (refusal) => {
      throw new Error(`refused: ${JSON.stringify(refusal)}`);
    },
  });
}

export interface DocumentOptions {
  readonly contentType?: "text/html" | "application/xhtml+xml";
  readonly onRefused: (refusal: Refusal) => void;
}

/** Any document, with the files of the golden cases beside it. */
export async function makeDocument(
  browser: Browser,
  name: string,
  html: string,
  { contentType = "text/html", onRefused }: DocumentOptions,
): Promise<GoldenCase> {
  const tagging = openTagging();
  const paginated = await paginate(
    {
      html,
      contentType,
      urlPath: `/${name}.html`,
      roots: [
        { urlPath: "/fonts", dir: join(projectDir, "tests/fixtures/fonts") },
        { urlPath: "/house", dir: join(projectDir, "src/design/house/fonts") },
        { urlPath: "/pictures", dir: join(projectDir, "tests/fixtures/pictures") },
        { urlPath: "/", dir: goldenDir },
      ],
    },
    { browser, atDocument: tagging.atDocument, atSource: tagging.atSource, onRefused },
  );
  try {
    const settle = await tagging.capture(paginated);
    const { settled, bytes: raw } = await printSettled(paginated, settle);
    return {
      name,
      settled,
      raw,
      pdf: await makeAccessible(await openOwnPdf(raw), settled, options),
    };
  } finally {
    await paginated.close();
  }
}

async function asXml(browser: Browser, html: string): Promise<string> {
  const page = await browser.newPage();
  try {
    return await page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, "text/html");
      return new XMLSerializer().serializeToString(parsed);
    }, html);
  } finally {
    await page.close();
  }
}
