/** What runs in the world that lays out, beside Paged.js, as one bundle. It is loaded before Paged.js. */
import { waitForNoFrames } from "./frames.ts";
import { LayoutShare } from "./layout-share.ts";
import type { Chunker, LayoutOptions, LayoutRecord } from "./paged.ts";
import { rulesIn } from "../style-rules.ts";
import { prepareLayout, type PreparedLayout } from "./preparation.ts";

export { standstill } from "./progress-watch.ts";

window.PagedConfig = { auto: false };
waitForNoFrames();

/** Ends with the last page. */
export async function layOut(options: LayoutOptions): Promise<LayoutRecord> {
  const prepared = prepareLayout(options);
  // Behind it, since names of controls may hide methods until then.
  const layout = new LayoutShare();
  layout.watch();
  window.PagedPolyfill.on("page", () => {
    window.imprimaturPage(String(layout.share));
  });
  const chunker = await window.PagedPolyfill.preview();
  return recordOf(chunker, options, prepared);
}

function recordOf(
  chunker: Chunker,
  { part, notesStarts = false }: LayoutOptions,
  { notes, references }: PreparedLayout,
): LayoutRecord {
  const pageCount = part?.pageCount ?? chunker.pages.length;
  if (part === undefined && !notesStarts) {
    const lacks = { pageCount: false, pageNumbers: false };
    return { starts: [], next: undefined, pageCount, pageNumbers: {}, lacks };
  }
  const { starts } = notes;
  const pagesBefore = (part?.start?.pagesBefore ?? 0) + chunker.pages.length;
  const next = starts.find((start) => start.pagesBefore === pagesBefore);
  const isAll = part?.start === undefined && next === undefined && part?.end === undefined;
  return {
    ...{ starts, next, pageCount },
    pageNumbers: Object.fromEntries(references.pageNumbers(chunker)),
    lacks: {
      pageCount: !isAll && part?.pageCount === undefined && showsPageCount(),
      pageNumbers: !isAll && references.areOpen(chunker),
    },
  };
}

function showsPageCount(): boolean {
  return [...rulesIn(document.styleSheets)].some((rule) =>
    /counters?\(\s*pages\b/.test(rule.cssText),
  );
}
