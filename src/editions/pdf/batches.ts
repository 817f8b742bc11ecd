/**
 * A long document as the batches of pages in which it is printed. Input: batches, in the order of pages; output:
 * the document.
 */
import type { SettledDocument } from "../../accessible/prepare.ts";
import type { UsedFont } from "../../fonts/font-origins.ts";
import type { BatchSizes } from "../../paginate/in-page/layout/parts/layout-part.ts";
import type { PageStarts } from "../../paginate/in-page/proof/read-page-starts.ts";
import type { PreparedSource } from "../../paginate/in-page/page-snapshots.ts";
import { joinPdfs } from "../../pdf/objects/join-pdfs.ts";
import type { OwnPdf } from "../../pdf/objects/own-pdf.ts";
import { joinPrinted } from "../../accessible/printed/join-printed.ts";

/**
 * What the browser holds while it prints, and what a page takes it to print, grows with the pages that it prints
 * together. But each batch takes time of its own, and copies of fonts: so there are few.
 */
export const BATCHES: BatchSizes = { count: 6, leastPages: 75, mostPages: 150 };

/** As it was printed; the whole where there is one. */
export interface PrintedBatch {
  readonly raw: OwnPdf;
  readonly settled: SettledDocument;
  /** By its own pages. */
  readonly starts: PageStarts;
  readonly fonts: readonly UsedFont[];
  readonly source: PreparedSource;
}

/** @throws RangeError where there is none. */
export function joinBatches(batches: readonly PrintedBatch[]): PrintedBatch {
  const [first, ...others] = batches;
  if (first === undefined) throw new RangeError("there are no batches to join");
  if (others.length === 0) return first;
  const settled = batches.map((batch) => batch.settled);
  return {
    raw: joinPdfs(batches.map(({ raw }) => raw)),
    settled: {
      ...first.settled,
      printed: joinPrinted(settled.map(({ printed }) => printed)),
      sheets: settled.flatMap(({ sheets }) => sheets),
    },
    starts: joinStarts(batches.map(({ starts }) => starts)),
    fonts: joinFonts(batches.flatMap(({ fonts }) => fonts)),
    source: first.source,
  };
}

function joinStarts(batches: readonly PageStarts[]): PageStarts {
  const pages: PageStarts["pages"][number][] = [];
  const pageOfId = new Map<string, number>();
  for (const batch of batches) {
    for (const [id, page] of batch.pageOfId) {
      if (!pageOfId.has(id)) pageOfId.set(id, pages.length + page);
    }
    pages.push(...batch.pages);
  }
  return { pages, pageOfId: [...pageOfId] };
}

function joinFonts(fonts: readonly UsedFont[]): readonly UsedFont[] {
  const byName = new Map(fonts.map((font) => [font.name, font]));
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
