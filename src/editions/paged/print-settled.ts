/**
 * Prints paginated pages, and settles what was captured of them while the browser prints. Input: the live
 * page, and what its capture gave; output: the browser's PDF and the settled document.
 */
import type { SettledDocument } from "../../accessible/prepare.ts";
import type { PaginatedDocument } from "../../paginate/paginated-document.ts";
import { startPrinting, type RawPdf } from "../../paginate/print-raw.ts";

export interface PrintedDocument extends RawPdf {
  readonly settled: SettledDocument;
}

/** @throws what printing and `settle` throw. */
export async function printSettled(
  paginated: PaginatedDocument,
  settle: () => SettledDocument,
): Promise<PrintedDocument> {
  const { printed } = await startPrinting(paginated);
  const settled = settle();
  return { ...(await printed), settled };
}
