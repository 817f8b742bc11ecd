/**
 * Draws gray PDFs with PDFium, in this process. Input: the bytes of a PDF whose pages are a whole
 * number of pixels large; output: how dark each pixel is. It reaches no file and no network.
 */
import { PublicationError } from "../../errors.ts";
import { openInPdfium, type PdfiumDocument } from "./pdfium.ts";

export interface GrayPage {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Row by row from the top left: 0 white, 255 black. */
  readonly darkness: Uint8Array;
}

/** fpdfview.h: one byte each of blue, green and red, and one unused. */
const FORMAT_BGRX = 3;
const BYTES_A_PIXEL = 4;
const WHITE = 0xffffffff;
/** fpdfview.h: layers are as they are on paper, not on a screen. */
const FOR_PRINTING = 0x800;

/**
 * One page after the other, each drawn when it is asked for.
 * @throws PublicationError `page-undrawn`.
 */
export async function* drawGrays(
  bytes: Uint8Array,
  widthPx: number,
  heightPx: number,
): AsyncGenerator<GrayPage> {
  const document = await openInPdfium(bytes);
  if (document === undefined) throw undrawn("a page cannot be drawn");
  try {
    const count = document.library.FPDF_GetPageCount(document.handle);
    for (let index = 0; index < count; index++) {
      yield { widthPx, heightPx, darkness: drawPage(document, index, widthPx, heightPx) };
    }
  } finally {
    document.close();
  }
}

function drawPage(
  { library, handle, memory }: PdfiumDocument,
  index: number,
  widthPx: number,
  heightPx: number,
): Uint8Array {
  const page = library.FPDF_LoadPage(handle, index);
  const bitmap = library.FPDFBitmap_CreateEx(widthPx, heightPx, FORMAT_BGRX, 0, 0);
  try {
    if (page === 0 || bitmap === 0) {
      throw undrawn(`a page of ${widthPx} × ${heightPx} pixels cannot be drawn`);
    }
    library.FPDFBitmap_FillRect(bitmap, 0, 0, widthPx, heightPx, WHITE);
    library.FPDF_RenderPageBitmap(bitmap, page, 0, 0, widthPx, heightPx, 0, FOR_PRINTING);
    const start = library.FPDFBitmap_GetBuffer(bitmap);
    const stride = library.FPDFBitmap_GetStride(bitmap);
    // Taken now: the memory may have grown, and moved, while the page was drawn.
    const drawn = memory();
    const darkness = new Uint8Array(widthPx * heightPx);
    for (let y = 0; y < heightPx; y++) {
      const row = start + y * stride;
      for (let x = 0; x < widthPx; x++) {
        darkness[y * widthPx + x] = 255 - (drawn[row + x * BYTES_A_PIXEL] ?? 0);
      }
    }
    return darkness;
  } finally {
    if (bitmap !== 0) library.FPDFBitmap_Destroy(bitmap);
    if (page !== 0) library.FPDF_ClosePage(page);
  }
}

function undrawn(message: string): PublicationError {
  return new PublicationError("page-undrawn", message, {
    hint: "draw it with fewer pixels an inch, or make the file again with the program that it comes from",
  });
}
