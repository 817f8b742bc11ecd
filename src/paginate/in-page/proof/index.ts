/** What runs in the world that numbers, reads and proves, as one bundle. */
import type { PagesSnapshot } from "../page-snapshots.ts";
import { watchChanges } from "./change-watch.ts";
import { readPages } from "./read-pages.ts";

export { changing, endWatch, hasChanged } from "./change-watch.ts";
export { adoptFrames } from "./frames/adopt-frames.ts";
export { leaveOutEndpapers } from "./leave-out-endpapers.ts";
export { openDetails } from "./open-details.ts";
export { endColumns, giveSheetsTheirSize, readLayout } from "./read-layout.ts";
export { standForOtherPages } from "./other-pages.ts";
export { readPageStarts } from "./read-page-starts.ts";
export { readSource } from "./read-source.ts";
export { renderAll } from "./render-all.ts";
export { addShadowTree } from "./shadow-trees.ts";
export { prepareSource } from "./source-preparation.ts";

export { readPages };

/** Reads the pages; from here on, every change of the document is noted. */
export function readWatchedPages(): PagesSnapshot {
  watchChanges();
  return readPages();
}
