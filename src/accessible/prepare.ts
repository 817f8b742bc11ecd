/**
 * The two moments at which the accessible stage needs the live page: before Paged.js, to read the
 * unsplit source; and after it, to read what stands printed where. Neither moves anything. Both work in
 * the world that proves, which the document's own scripts do not reach.
 */
import type { IsolatedWorld } from "../browser/isolated-world.ts";
import type { PaginatedDocument } from "../paginate/paginated-document.ts";
import { changePages } from "../paginate/proof-world.ts";
import { anchorGraphics } from "./in-page/anchor-graphics.ts";
import { readSourceTree } from "./in-page/read-source-tree.ts";
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

/** What the accessible stage does in the live page: the source is read first, and the pages later. */
export interface Tagging {
  /** Reads the source, when it stands numbered and is not laid out yet. */
  readonly atSource: (world: IsolatedWorld) => Promise<void>;
  /** After layout and before printing. @throws Error where the source was not read. */
  readonly settle: (
    paginated: PaginatedDocument,
    options?: SettleOptions,
  ) => Promise<SettledDocument>;
}

export interface SettleOptions {
  /** Whether text that its author hides from sight alone is made readable; on paper it is ink. */
  readonly showsUnseen?: boolean;
}

export function openTagging(): Tagging {
  let source: SourceTree | undefined;
  return {
    atSource: async (world) => {
      source = await world.evaluate(readSourceTree);
    },
    settle: async (paginated, options) => {
      if (source === undefined) throw new Error("the source was not read before layout");
      return settle(source, paginated, options);
    },
  };
}

async function settle(
  source: SourceTree,
  { page, proof }: PaginatedDocument,
  { showsUnseen = true }: SettleOptions = {},
): Promise<SettledDocument> {
  await changePages(proof, dropScripts);
  if (showsUnseen) await changePages(proof, showUnseen, [...unseenElements(source.body)]);
  await changePages(proof, anchorGraphics);
  const sheets = await proof.evaluate(readSheets);
  const snapshot = await proof.captureLayout([]);
  return { source, address: page.url(), printed: printedPages(snapshot), sheets };
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
