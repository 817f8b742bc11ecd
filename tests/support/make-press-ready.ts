/** Opens the press stage, makes one file ready, and closes it. */
import type { PaginatedPage } from "../../src/paginate/paginated-document.ts";
import type { RawPdf } from "../../src/paginate/print-raw.ts";
import {
  openPressStage,
  type PressOptions,
  type PressReadyPdf,
} from "../../src/press/make-press-ready.ts";

export async function makePressReady(
  raw: RawPdf,
  pages: readonly PaginatedPage[],
  options: PressOptions,
): Promise<PressReadyPdf> {
  const stage = await openPressStage(options);
  try {
    return await stage.makeReady(raw, pages);
  } finally {
    stage.close();
  }
}
