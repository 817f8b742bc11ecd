/**
 * Whether all pages of a file are there. Input: an open PDF; output: nothing, or a fault. A viewer
 * shows what is left of a damaged file; a booklet or a proof of it would be wrong without a sign.
 */
import { PublicationError } from "../../errors.ts";
import type { PdfDocument } from "./open-pdf.ts";

/** @throws PublicationError `pdf-damaged` where pages are missing, as in a file cut in transfer. */
export function requireAllPages({ objects, catalog, pages }: PdfDocument): void {
  const count = objects.number(objects.get(objects.dict(objects.get(catalog, "Pages")), "Count"));
  if (count === undefined || count <= pages.length) return;
  throw new PublicationError(
    "pdf-damaged",
    `The PDF is damaged: it should have ${count} pages, and ${pages.length} are found.`,
    { hint: "make the file again, or copy it again if it was cut in transfer" },
  );
}
