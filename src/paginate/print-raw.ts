/**
 * Prints a paginated document with the browser. Input: the live page; output: the browser's own
 * tagged PDF, which later stages make accessible or ready for press.
 */
import { PublicationError } from "../errors.ts";
import type { PaginatedDocument, PaginatedPage } from "./paginated-document.ts";

export interface RawPdf {
  readonly bytes: Uint8Array;
  readonly pageCount: number;
}

/** What sheets are larger than their pages (`giveSheetsTheirSize`), and what the browser rounds them by. */
const sizeTolerancePt = 1.5;

/**
 * @throws PublicationError `page-count-mismatch` where the PDF has more or fewer pages,
 * `page-size-mismatch` where a page was printed on a sheet of another size, and so may be cut, and
 * `pages-changed` where the pages are not those that were proved.
 */
export async function printRaw(paginated: PaginatedDocument): Promise<RawPdf> {
  const bytes = await paginated.page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
    timeout: 0,
  });
  const objects = textOutsideStreams(bytes);
  const pageCount = countPages(objects);
  const expected = paginated.pages.length;
  if (pageCount !== expected) {
    throw new PublicationError(
      "page-count-mismatch",
      `the printed PDF has ${pageCount} pages, the layout has ${expected}`,
      {
        hint: "look for print rules that act on Paged.js's own page elements, such as a break or a margin on every `div`",
      },
    );
  }
  assertSizes(objects, paginated.pages);
  if (!(await paginated.isAsProved())) {
    throw new PublicationError(
      "pages-changed",
      "the document was changed after its pages were proved, so that nobody knows what was printed",
      { hint: "take out the script that goes on changing the document after it has loaded" },
    );
  }
  return { bytes, pageCount };
}

function assertSizes(objects: string, pages: readonly PaginatedPage[]): void {
  const printed = mediaBoxes(objects);
  const wrong = pages.find(({ index, mediaBox }) => {
    const size = printed[index];
    return (
      size === undefined ||
      Math.abs(size.widthPt - mediaBox.widthPt) > sizeTolerancePt ||
      Math.abs(size.heightPt - mediaBox.heightPt) > sizeTolerancePt
    );
  });
  if (wrong === undefined) return;
  const size = printed[wrong.index];
  throw new PublicationError(
    "page-size-mismatch",
    `page ${wrong.index + 1} is ${wrong.mediaBox.widthPt} × ${wrong.mediaBox.heightPt} pt, its sheet is ${size?.widthPt ?? "?"} × ${size?.heightPt ?? "?"} pt`,
    { hint: "give `@page` a size in millimetres, points or inches" },
  );
}

/** The sizes of the sheets, in the order of the pages, which is the order they are written in. */
function mediaBoxes(objects: string): readonly { widthPt: number; heightPt: number }[] {
  return [...objects.matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/g)].map(
    ([, width, height]) => ({ widthPt: Number(width), heightPt: Number(height) }),
  );
}

/** The browser writes page objects in clear: each is a dictionary of `/Type /Page`. */
function countPages(objects: string): number {
  return objects.match(/\/Type\s*\/Page(?![A-Za-z])/g)?.length ?? 0;
}

/** What is not packed: pictures may be more than a text can hold. */
function textOutsideStreams(pdf: Uint8Array): string {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const parts: string[] = [];
  let from = 0;
  while (from < file.length) {
    const start = file.indexOf("stream\n", from);
    parts.push(file.toString("latin1", from, start === -1 ? file.length : start));
    const end = start === -1 ? -1 : file.indexOf("endstream", start);
    if (end === -1) break;
    from = end + "endstream\n".length;
  }
  return parts.join("\n");
}
