/**
 * The moments at which the accessible stage needs the live page: before Paged.js, to settle the
 * document's language and to read the unsplit source; and after it, to read what stands printed where.
 * None moves anything. All work in the world that proves, which the document's own scripts do not reach.
 */
import type { IsolatedWorld } from "../browser/isolated-world.ts";
import type { PaginatedDocument } from "../paginate/paginated-document.ts";
import { changePages } from "../paginate/proof-world.ts";
import { PublicationError } from "../errors.ts";
import type { Amendments, Notice } from "./amend/amendments.ts";
import { amendSource } from "./amend/amend-source.ts";
import { languageNotice, shortened } from "./amend/notices.ts";
import { pictureKeys, type PictureKeys } from "./amend/picture-keys.ts";
import { anchorGraphics } from "./in-page/anchor-graphics.ts";
import { findChosen, readChosen, readPictures } from "./in-page/choose-pictures.ts";
import { readSourceTree } from "./in-page/read-source-tree.ts";
import { settleLanguage } from "./in-page/settle-language.ts";
import { showUnseen } from "./in-page/show-unseen.ts";
import { printedPages, type PrintedPages } from "./printed/printed-pages.ts";
import type { SourceElement, SourceTree } from "./source/source-tree.ts";

/** The source's elements and where their texts stand printed. */
export interface SettledDocument extends ReadSource {
  readonly printed: PrintedPages;
  /** Where the document was served from. */
  readonly address: string;
  /** The sheets, one a page, of the size that the styles give, which the browser rounds. */
  readonly sheets: readonly SheetSize[];
}

/** The source with what a person says of it. */
export interface ReadSource {
  readonly source: SourceTree;
  /** Whether skipped levels of headings are closed in the tags. */
  readonly closesLevels?: boolean;
  /** What pictures are called in a list of alternatives; empty where nobody asks for one. */
  readonly pictureKeys?: PictureKeys;
  readonly notices?: readonly Notice[];
}

export interface SheetSize {
  readonly widthPt: number;
  readonly heightPt: number;
}

/** What the accessible stage does in the live page: the source is read first, and the pages later. */
export interface Tagging {
  /**
   * Settles the language and finds what selectors choose, while the source stands as it was written.
   * @throws PublicationError `selector` where one is none.
   */
  readonly atDocument: (world: IsolatedWorld) => Promise<void>;
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

/** @param amendments what a person says of a document that lacks something. */
export function openTagging(amendments: Amendments = {}): Tagging {
  let read: ReadSource | undefined;
  let ownLanguage = "";
  return {
    atDocument: async (world) => {
      ownLanguage = await world.evaluate(settleLanguage, amendments.language ?? "");
      const invalid = await world.evaluate(findChosen, amendments.decorative ?? []);
      if (invalid.length > 0) throw noSelector(invalid);
    },
    atSource: async (world) => {
      const keys = pictureKeys(amendments.alternatives ? await world.evaluate(readPictures) : []);
      const chosen = amendments.decorative ? await world.evaluate(readChosen) : [];
      const found = { chosen, keys };
      const amended = amendSource(await world.evaluate(readSourceTree), amendments, found);
      read = {
        source: amended.source,
        closesLevels: amendments.closesLevels ?? false,
        pictureKeys: keys,
        notices: [...languageNotice(ownLanguage, amendments.language), ...amended.notices],
      };
    },
    settle: async (paginated, options) => {
      if (read === undefined) throw new Error("the source was not read before layout");
      return settle(read, paginated, options);
    },
  };
}

function noSelector(selectors: readonly string[]): PublicationError {
  const shown = selectors.map((selector) => `“${shortened(selector)}”`).join(", ");
  const are = selectors.length === 1 ? "is no CSS selector" : "are no CSS selectors";
  return new PublicationError("selector", `${shown} ${are}`, {
    hint: 'write one such as "img.ornament", between quotes',
  });
}

async function settle(
  read: ReadSource,
  { page, proof }: PaginatedDocument,
  { showsUnseen = true }: SettleOptions = {},
): Promise<SettledDocument> {
  await changePages(proof, dropScripts);
  if (showsUnseen) await changePages(proof, showUnseen, [...unseenElements(read.source.body)]);
  await changePages(proof, anchorGraphics);
  const sheets = await proof.evaluate(readSheets);
  const snapshot = await proof.captureLayout(["display"]);
  return { ...read, address: page.url(), printed: printedPages(snapshot), sheets };
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
