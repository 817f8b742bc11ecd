/**
 * The moments at which the accessible stage needs the live page: before Paged.js, to settle the
 * document's language and to read the unsplit source; and after it, to read what stands printed where.
 * None moves anything. All work in the world that proves, which the document's own scripts do not reach.
 */
import { inPageModule, type LoadedModule } from "../browser/in-page-module.ts";
import type { IsolatedWorld } from "../browser/isolated-world.ts";
import type { PaginatedDocument } from "../paginate/paginated-document.ts";
import { changePages } from "../paginate/proof-world.ts";
import { PublicationError } from "../errors.ts";
import type { Amendments, Notice } from "./amend/amendments.ts";
import { amendSource } from "./amend/amend-source.ts";
import { languageNotice, shortened } from "./amend/notices.ts";
import { pictureKeys, type PictureKeys } from "./amend/picture-keys.ts";
import type * as exported from "./in-page/index.ts";
import type { SheetSize } from "./in-page/laid-out-pages.ts";
import { printedPages, type PrintedPages } from "./printed/printed-pages.ts";
import type { SourceElement, SourceTree } from "./source/source-tree.ts";

export type { SheetSize };

const inPage = inPageModule<typeof exported>(new URL("./in-page/index.ts", import.meta.url));
type InPage = LoadedModule<typeof exported>;

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

/** What the accessible stage does in the live page: the source is read first, and the pages later. */
export interface Tagging {
  /**
   * Settles the language and finds what selectors choose, while the source stands as it was written.
   * @throws PublicationError `selector` where one is none.
   */
  readonly atDocument: (world: IsolatedWorld) => Promise<void>;
  /** Reads the source, when it stands numbered and is not laid out yet. */
  readonly atSource: (world: IsolatedWorld) => Promise<void>;
  /**
   * After layout and before printing: captures the pages. Of batches of pages, each in its turn.
   * @returns what makes a document of them, which needs the browser no more.
   * @throws Error where the source was not read.
   */
  readonly capture: (
    paginated: PaginatedDocument,
    options?: CaptureOptions,
  ) => Promise<() => SettledDocument>;
}

export interface CaptureOptions {
  /** Whether text that its author hides from sight alone is made readable; on paper it is ink. */
  readonly showsUnseen?: boolean;
}

/** @param amendments what a person says of a document that lacks something. */
export function openTagging(amendments: Amendments = {}): Tagging {
  let read: ReadSource | undefined;
  let loaded: InPage | undefined;
  let ownLanguage = "";
  /** Elements on the pages that were settled. */
  const settled = new Set<string>();
  return {
    atDocument: async (world) => {
      const module = (loaded = await world.load(inPage));
      ownLanguage = await module.call("settleLanguage", amendments.language ?? "");
      const invalid = await module.call("findChosen", amendments.decorative ?? []);
      if (invalid.length > 0) throw noSelector(invalid);
    },
    atSource: async (world) => {
      const module = (loaded ??= await world.load(inPage));
      const keys = pictureKeys(amendments.alternatives ? await module.call("readPictures") : []);
      const chosen = amendments.decorative ? await module.call("readChosen") : [];
      const found = { chosen, keys };
      const amended = amendSource(await module.call("readSourceTree"), amendments, found);
      read = {
        source: amended.source,
        closesLevels: amendments.closesLevels ?? false,
        pictureKeys: keys,
        notices: [...languageNotice(ownLanguage, amendments.language), ...amended.notices],
      };
    },
    capture: async (paginated, options) => {
      if (read === undefined || loaded === undefined) {
        throw new Error("the source was not read before layout");
      }
      const settle = await capture(read, loaded, paginated, options);
      return () => {
        const document = settle(settled);
        for (const ref of document.printed.inFlow) settled.add(ref);
        return document;
      };
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

async function capture(
  read: ReadSource,
  module: InPage,
  { page, proof }: PaginatedDocument,
  { showsUnseen = true }: CaptureOptions = {},
): Promise<(before: ReadonlySet<string>) => SettledDocument> {
  await changePages(proof, module, "dropScripts");
  if (showsUnseen)
    await changePages(proof, module, "showUnseen", [...unseenElements(read.source.body)]);
  await changePages(proof, module, "anchorGraphics");
  const sheets = await module.call("readSheets");
  const snapshot = await proof.captureLayout(["display"]);
  const address = page.url();
  return (before) => ({ ...read, address, printed: printedPages(snapshot, before), sheets });
}

function* unseenElements(element: SourceElement): Generator<string> {
  if (element.unseen === true) yield element.ref;
  for (const child of element.children) if (child.kind === "element") yield* unseenElements(child);
}
