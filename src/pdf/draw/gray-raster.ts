/**
 * Draws gray PDFs with PDFium, in this process. Input: the bytes of a PDF whose pages are a whole
 * number of pixels large; output: how dark each pixel is. It reaches no file and no network.
 */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { init, type WrappedPdfiumModule } from "@embedpdf/pdfium";
import { PublicationError } from "../../errors.ts";

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

let pdfium: Promise<WrappedPdfiumModule> | undefined;

async function open(): Promise<WrappedPdfiumModule> {
  const file = fileURLToPath(import.meta.resolve("@embedpdf/pdfium/pdfium.wasm"));
  const bytes = await readFile(file);
  const wrapped = await init({ wasmBinary: Uint8Array.from(bytes).buffer });
  wrapped.PDFiumExt_Init();
  return wrapped;
}

/**
 * One page after the other, each drawn when it is asked for.
 * @throws PublicationError `page-undrawn`.
 */
export async function* drawGrays(
  bytes: Uint8Array,
  widthPx: number,
  heightPx: number,
): AsyncGenerator<GrayPage> {
  pdfium ??= open();
  const library = await pdfium;
  const { malloc, free } = library.pdfium.wasmExports;
  // The document reads from these bytes as long as it is open.
  const place = malloc(bytes.length);
  memoryOf(library).set(bytes, place);
  const document = library.FPDF_LoadMemDocument(place, bytes.length, "");
  try {
    if (document === 0) throw undrawn("a page cannot be drawn");
    const count = library.FPDF_GetPageCount(document);
    for (let index = 0; index < count; index++) {
      yield { widthPx, heightPx, darkness: drawPage(library, document, index, widthPx, heightPx) };
    }
  } finally {
    if (document !== 0) library.FPDF_CloseDocument(document);
    free(place);
  }
}

/** The package's types leave out what comes from Emscripten's own. */
function memoryOf({ pdfium: module }: WrappedPdfiumModule): Uint8Array {
  return (module as unknown as { readonly HEAPU8: Uint8Array }).HEAPU8;
}

function drawPage(
  library: WrappedPdfiumModule,
  document: number,
  index: number,
  widthPx: number,
  heightPx: number,
): Uint8Array {
  const page = library.FPDF_LoadPage(document, index);
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
    const memory = memoryOf(library);
    const darkness = new Uint8Array(widthPx * heightPx);
    for (let y = 0; y < heightPx; y++) {
      const row = start + y * stride;
      for (let x = 0; x < widthPx; x++) {
        darkness[y * widthPx + x] = 255 - (memory[row + x * BYTES_A_PIXEL] ?? 0);
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
