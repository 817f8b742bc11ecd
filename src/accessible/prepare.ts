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
import { showUnseen } from "./in-page/show-unseen.ts";
import { printedPages, type PrintedPages } from "./printed-pages.ts";
import type { SourceElement, SourceTree } from "./source-tree.ts";

/** The source's elements and where their texts stand printed. */
export interface SettledDocument {
  readonly source: SourceTree;
  readonly printed: PrintedPages;
  /** Where the document was served from. */
  readonly address: string;
  /** The sheets, one a page, of the size that the styles give, which the browser rounds. */
  readonly sheets: readonly SheetSize[];
}

export interface SheetSize {
  readonly widthPt: number;
  readonly heightPt: number;
}

/** Before the page is opened: has the source read just before Paged.js lays it out. */
export async function prepare(page: Page): Promise<void> {
  // tsx gives functions their names through a helper that the page does not have.
  await page.evaluateOnNewDocument("globalThis.__name ??= (named) => named;");
  await page.evaluateOnNewDocument(installSourceTreeReader);
}

export interface SettleOptions {
  /** Whether text that its author hides from sight alone is made readable; on paper it is ink. */
  readonly showsUnseen?: boolean;
}

/** After layout and before printing. @throws Error where `prepare` was not called. */
export async function settle(
  page: Page,
  { showsUnseen = true }: SettleOptions = {},
): Promise<SettledDocument> {
  const source = await page.evaluate(
    () => (window as unknown as AccessibleGlobals).imprimaturSourceTree,
  );
  if (source === undefined) throw new Error("the source was not read before layout");
  await page.evaluate(dropScripts);
  if (showsUnseen) await page.evaluate(showUnseen, [...unseenElements(source.body)]);
  await page.evaluate(anchorGraphics);
  const sheets = await page.evaluate(readSheets);
  const session = await page.createCDPSession();
  try {
    const snapshot = await session.send("DOMSnapshot.captureSnapshot", { computedStyles: [] });
    return { source, address: page.url(), printed: printedPages(snapshot), sheets };
  } finally {
    await session.detach();
  }
}

/**
 * Runs in the page. Scripts in the head have run, show nothing and hold no place in the body; the
 * snapshot would carry their text along, and Paged.js's is a megabyte.
 */
function dropScripts(): void {
  for (const script of document.head.querySelectorAll("script")) script.remove();
}

function* unseenElements(element: SourceElement): Generator<string> {
  if (element.unseen === true) yield element.ref;
  for (const child of element.children) if (child.kind === "element") yield* unseenElements(child);
}

/** Runs in the page: the sizes that layout has written on the pages. */
function readSheets(): SheetSize[] {
  return [...document.querySelectorAll<HTMLElement>(".pagedjs_page")].map(({ style }) => ({
    widthPt: parseFloat(style.getPropertyValue("--pagedjs-width")),
    heightPt: parseFloat(style.getPropertyValue("--pagedjs-height")),
  }));
}
