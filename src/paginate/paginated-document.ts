/**
 * What `paginate` hands on: a document that stands laid out in the browser. No code; see
 * `paginate.ts` and `print-raw.ts`.
 */
import type { Page } from "puppeteer";
import type { ServedDocument, ServedRoot } from "../browser/served-files.ts";
import type { GenericFamilies } from "../fonts/shipped-families.ts";
import type { LayoutRecord } from "./in-page/layout/parts/layout-part.ts";
import type { FailedResource, PreparedSource } from "./in-page/page-snapshots.ts";
import type { ProofWorld } from "./proof-world.ts";

/** The whole print document, unsplit. */
export interface PrintSource {
  readonly html: string;
  /** What `html` is parsed as; `text/html` where it is undefined. */
  readonly contentType?: "text/html" | "application/xhtml+xml";
  /** Where it is served, e.g. `/print.html`; its relative addresses start from there. */
  readonly urlPath: string;
  /** Folders that it may read from. */
  readonly roots: readonly ServedRoot[];
  /** Other files in memory that it may read, by URL path. */
  readonly documents?: ReadonlyMap<string, ServedDocument>;
  /** Our files that it reads in the place of its own, by URL path: pictures that fit the page. */
  readonly standIns?: ReadonlyMap<string, string>;
  /** URL paths of style sheets that come after the document's own. */
  readonly styles?: readonly string[];
  /**
   * Where it is there, the document is printed as a browser prints it: pages whose size or margins the
   * styles do not name get a browser's, for this language or the document's own, and the body keeps its
   * box. Otherwise as Paged.js has it.
   */
  readonly asBrowser?: { readonly language: string | undefined };
  /** What generic families of CSS are; whatever the browser takes where undefined. */
  readonly genericFamilies?: GenericFamilies | undefined;
}

/** A rectangle in PDF points, from the lower left corner of the media box. */
export interface PageBox {
  readonly xPt: number;
  readonly yPt: number;
  readonly widthPt: number;
  readonly heightPt: number;
}

export interface PaginatedPage {
  /** From 0. */
  readonly index: number;
  /** The names of its `@page` rules, e.g. `cover`. */
  readonly names: readonly string[];
  /** Put in so that the next page falls on the right side. */
  readonly isBlank: boolean;
  readonly side: "left" | "right";
  /** The sheet: the trim box and the bleed around it. It begins at 0, 0. */
  readonly mediaBox: PageBox;
  /** The finished page, of the size that `@page` gives, unrounded. */
  readonly trimBox: PageBox;
}

export interface PaginatedDocument {
  readonly source: PrintSource;
  /** The live page, whose scripts are stopped. */
  readonly page: Page;
  /**
   * The world that has proved the pages: what later stages read of them they read there, and what they
   * change they change by `changePages` (`proof-world.ts`). Any other change is refused in print.
   */
  readonly proof: ProofWorld;
  /** Whether the pages are still those that were proved. */
  readonly isAsProved: () => Promise<boolean>;
  readonly pages: readonly PaginatedPage[];
  /** What is needed to lay out a part of the document alone, by `PaginateOptions.part`. */
  readonly record: LayoutRecord;
  /** The text of the source before layout, or of its part; element names by `data-ref`. */
  readonly sourceSnapshot: PreparedSource;
  /** Fonts and images that did not load. */
  readonly failedResources: readonly FailedResource[];
  readonly close: () => Promise<void>;
}
