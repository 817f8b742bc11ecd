/** What runs in the world that lays out, beside Paged.js, as one bundle. It is loaded before Paged.js. */
import { waitForNoFrames } from "./frames.ts";
import { LayoutShare } from "./layout-share.ts";
import type { LayoutOptions, LayoutRecord } from "./paged.ts";
import { prepareLayout } from "./preparation.ts";

export { standstill } from "./progress-watch.ts";

window.PagedConfig = { auto: false };
waitForNoFrames();

/** Ends with the last page. */
export async function layOut(options: LayoutOptions): Promise<LayoutRecord> {
  const { starts, pageNumbers } = prepareLayout(options);
  // Behind it, since names of controls may hide methods until then.
  const layout = new LayoutShare();
  layout.watch();
  window.PagedPolyfill.on("page", () => {
    window.imprimaturPage(String(layout.share));
  });
  const { pages } = await window.PagedPolyfill.preview();
  const pageCount = options.part?.pageCount ?? pages.length;
  return { starts: starts(), pageCount, pageNumbers: Object.fromEntries(pageNumbers) };
}
