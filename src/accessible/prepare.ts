/**
 * The two moments at which the accessible stage needs the live page: before Paged.js, to read the
 * unsplit source; and after it, to read what stands printed where. Neither moves anything.
 */
import type { Page } from "puppeteer";
import { anchorGraphics } from "./in-page/anchor-graphics.ts";
import {
  installSourceTreeReader,
  type AccessibleGlobals,
} from "./in-page/install-source-tree-reader.ts";
import { printedPages, type PrintedPages } from "./printed-pages.ts";
import type { SourceTree } from "./source-tree.ts";

/** The source's elements and where their texts stand printed. */
export interface SettledDocument {
  readonly source: SourceTree;
  readonly printed: PrintedPages;
}

/** Before the page is opened: has the source read just before Paged.js lays it out. */
export async function prepare(page: Page): Promise<void> {
  // tsx gives functions their names through a helper that the page does not have.
  await page.evaluateOnNewDocument("globalThis.__name ??= (named) => named;");
  await page.evaluateOnNewDocument(installSourceTreeReader);
}

/** After layout and before printing. @throws Error where `prepare` was not called. */
export async function settle(page: Page): Promise<SettledDocument> {
  await page.evaluate(anchorGraphics);
  const source = await page.evaluate(
    () => (window as unknown as AccessibleGlobals).imprimaturSourceTree,
  );
  if (source === undefined) throw new Error("the source was not read before layout");
  const session = await page.createCDPSession();
  try {
    const snapshot = await session.send("DOMSnapshot.captureSnapshot", { computedStyles: [] });
    return { source, printed: printedPages(snapshot) };
  } finally {
    await session.detach();
  }
}
