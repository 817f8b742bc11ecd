/**
 * Pages that lie on their side, as wide tables have them, onto the upright sheets of all others: what is
 * bound or laid on sheets has pages of one size. Their content is turned by a quarter to the left, so that
 * its head is at the left of the sheet, on all pages alike. Input: the browser's PDF and its pages as they
 * were laid out; output: both, with every such page upright. It scales nothing.
 */
import { PublicationError } from "../errors.ts";
import type { PageBox, PaginatedPage } from "../paginate/paginated-document.ts";
import type { RawPdf } from "../paginate/print-raw.ts";
import { pageContent } from "../pdf/content/page-content.ts";
import { openPdf } from "../pdf/objects/open-pdf.ts";
import type { PageObject } from "../pdf/objects/page-tree.ts";
import type { PdfObjects } from "../pdf/objects/pdf-objects.ts";
import { savePdf } from "../pdf/objects/save-pdf.ts";
import { rounded } from "./marks/press-boxes.ts";

export interface UprightPages {
  readonly raw: RawPdf;
  readonly pages: readonly PaginatedPage[];
}

/** Lengths of one size may be written in different units. */
const SAME_PT = 0.1;

/** @throws PublicationError `pages-mismatch` where the two have not the same pages. */
export async function turnWidePages(
  raw: RawPdf,
  pages: readonly PaginatedPage[],
): Promise<UprightPages> {
  const sheet = pages[0]?.mediaBox;
  if (sheet === undefined || !pages.some((page) => liesOn(page, sheet))) return { raw, pages };
  const pdf = await openPdf(raw.bytes);
  if (pdf.pages.length !== pages.length) throw mismatch(pages.length, pdf.pages.length);
  for (const [index, page] of pdf.pages.entries()) {
    const layout = pages[index];
    if (layout !== undefined && liesOn(layout, sheet)) turn(pdf.objects, page, layout);
  }
  const bytes = savePdf(pdf.objects, "1.7", {
    catalog: pdf.objects.refOf(pdf.catalog) ?? pdf.objects.add(pdf.catalog),
    info: (pdf.info && pdf.objects.refOf(pdf.info)) ?? pdf.objects.add(pdf.info ?? {}),
  });
  return {
    raw: { ...raw, bytes },
    pages: pages.map((page) => (liesOn(page, sheet) ? upright(page) : page)),
  };
}

/** Whether it is an upright sheet that lies on its side. */
function liesOn({ mediaBox }: PaginatedPage, sheet: PageBox): boolean {
  return (
    sheet.heightPt > sheet.widthPt &&
    Math.abs(mediaBox.widthPt - sheet.heightPt) < SAME_PT &&
    Math.abs(mediaBox.heightPt - sheet.widthPt) < SAME_PT
  );
}

/** The browser's page is a little larger than the one that was laid out, which is at its upper left corner. */
function turn(objects: PdfObjects, page: PageObject, { mediaBox }: PaginatedPage): void {
  const [left = 0, bottom = 0, , top = 0] = objects.numbers(page.inherited("MediaBox"));
  const { bytes } = pageContent(objects, page.dict);
  const placing = `q\n0 1 -1 0 ${rounded(top)} ${rounded(-left)} cm\n`;
  const content = Buffer.concat([Buffer.from(placing, "latin1"), bytes, Buffer.from("Q\n")]);
  objects.set(page.dict, "Contents", objects.add(objects.makePackedStream(content)));
  const size = [0, 0, rounded(top - bottom), rounded(mediaBox.widthPt)];
  objects.set(page.dict, "MediaBox", size);
  objects.set(page.dict, "CropBox", size);
  // Where they were, nothing is any more; and paper leads nowhere.
  objects.unset(page.dict, "Annots");
}

function upright(page: PaginatedPage): PaginatedPage {
  const { mediaBox, trimBox } = page;
  return {
    ...page,
    mediaBox: { xPt: 0, yPt: 0, widthPt: mediaBox.heightPt, heightPt: mediaBox.widthPt },
    trimBox: {
      xPt: mediaBox.heightPt - trimBox.yPt - trimBox.heightPt,
      yPt: trimBox.xPt,
      widthPt: trimBox.heightPt,
      heightPt: trimBox.widthPt,
    },
  };
}

function mismatch(laidOut: number, printed: number): PublicationError {
  return new PublicationError(
    "pages-mismatch",
    `${laidOut} pages were laid out and ${printed} were printed`,
  );
}
