/**
 * Asks the browser's own XML parser whether a text is well-formed XHTML. Input: the text; output:
 * what its root is, or the first error with its place. Nothing of the text is shown, run or loaded.
 */
import type { Browser } from "puppeteer";
import { openGatedPage } from "../browser/gate.ts";

export type ParsedXml =
  | {
      readonly isWellFormed: true;
      readonly root: string;
      /** The root is `html` in the namespace of XHTML, and has a body. */
      readonly isXhtml: boolean;
    }
  | {
      readonly isWellFormed: false;
      readonly line: number;
      readonly column: number;
      readonly reason: string;
    };

export async function parseXml(browser: Browser, text: string): Promise<ParsedXml> {
  const { page, close } = await openGatedPage(browser, { roots: [], onRefused: () => undefined });
  try {
    return await page.evaluate(parseInPage, text);
  } finally {
    await close();
  }
}

/** Runs in the page. The words of the error are Chromium's own, and the only trace of its place. */
function parseInPage(text: string): ParsedXml {
  const { documentElement: root, body } = new DOMParser().parseFromString(
    text,
    "application/xhtml+xml",
  );
  const errors = root.ownerDocument.querySelector("parsererror > div")?.textContent ?? "";
  const [, line, column, reason = ""] =
    /^error on line (\d+) at column (\d+): ([^\n]*)/.exec(errors) ?? [];
  if (line !== undefined) {
    return { isWellFormed: false, line: Number(line), column: Number(column), reason };
  }
  const isHtml = root.localName === "html" && root.namespaceURI === "http://www.w3.org/1999/xhtml";
  // The types know HTML documents only, which have a body always.
  const isXhtml = isHtml && (body as HTMLElement | null) !== null;
  return { isWellFormed: true, root: root.nodeName, isXhtml };
}
