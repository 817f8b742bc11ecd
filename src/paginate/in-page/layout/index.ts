/** What runs in the world that lays out, beside Paged.js, as one bundle. It is loaded before Paged.js. */
import { waitForNoFrames } from "./frames.ts";
import { LayoutShare } from "./layout-share.ts";
import type { Chunker, LayoutOptions } from "./paged.ts";
import type { LayoutRecord } from "./parts/layout-part.ts";
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
  window.PagedPolyfill.on("page", ({ element }) => {
    // Layout may go back, and begin pages anew.
    window.imprimaturPage(`${element?.dataset.pageNumber ?? ""} ${layout.share}`);
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
  const next = notes.startBehind(chunker);
  const isAll = part?.start === undefined && part?.end === undefined && next === undefined;
  return {
    starts: notesStarts ? notes.starts : [],
    ...{ next, pageCount },
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
