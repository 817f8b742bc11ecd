/**
 * The browser's PDF as office printers want it before it is imposed: each page with the trim box of
 * the CSS, so that bleed is left out, and colours that are said to be sRGB. Input: the printed PDF
 * and its pages as they were laid out; output: the bytes of a PDF. It changes nothing that is
 * painted.
 */
import type { PaginatedPage } from "../paginate/paginated-document.ts";
import type { RawPdf } from "../paginate/print-raw.ts";
import { openPdf } from "../pdf/objects/open-pdf.ts";
import { savePdf } from "../pdf/objects/save-pdf.ts";
import { srgbOutputIntent } from "../pdf/document/srgb-output-intent.ts";
import { cornersOf, rounded } from "./marks/press-boxes.ts";

export async function trimForOffice(
  raw: RawPdf,
  pages: readonly PaginatedPage[],
): Promise<Uint8Array> {
  const pdf = await openPdf(raw.bytes);
  const { objects } = pdf;
  for (const [index, page] of pdf.pages.entries()) {
    const layout = pages[index];
    if (layout === undefined) continue;
    // The sheet lies at the upper left corner of what the browser printed, which is a little larger.
    const [, bottom = 0, , top = 0] = objects.numbers(page.inherited("MediaBox"));
    const { trimBox, mediaBox } = layout;
    const up = top - bottom - mediaBox.heightPt;
    const trim = { ...trimBox, xPt: rounded(trimBox.xPt), yPt: rounded(trimBox.yPt + up) };
    objects.set(page.dict, "TrimBox", cornersOf(trim));
  }
  objects.set(pdf.catalog, "OutputIntents", [srgbOutputIntent(objects, "GTS_PDFA1")]);
  return savePdf(objects, "1.7", {
    catalog: objects.refOf(pdf.catalog) ?? objects.add(pdf.catalog),
    info: (pdf.info && objects.refOf(pdf.info)) ?? objects.add(pdf.info ?? {}),
  });
}
