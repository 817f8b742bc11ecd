/**
 * PDFium, which draws and reads PDFs as Chromium's viewer does, compiled to WebAssembly. Input: the
 * bytes of a PDF; output: the open document. It is loaded once in this process and reaches no file
 * and no network.
 */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { init, type WrappedPdfiumModule } from "@embedpdf/pdfium";

export interface PdfiumDocument {
  readonly library: WrappedPdfiumModule;
  /** The library's handle of the document, never 0. */
  readonly handle: number;
  /** All memory of the library, as it is now: it may move with every call. */
  readonly memory: () => Uint8Array;
  readonly close: () => void;
}

let pdfium: Promise<WrappedPdfiumModule> | undefined;

/** Loaded once in this process; who knows that it will be needed may call it before. */
export function loadPdfium(): Promise<WrappedPdfiumModule> {
  return (pdfium ??= load());
}

async function load(): Promise<WrappedPdfiumModule> {
  const file = fileURLToPath(import.meta.resolve("@embedpdf/pdfium/pdfium.wasm"));
  const bytes = await readFile(file);
  const wrapped = await init({ wasmBinary: Uint8Array.from(bytes).buffer });
  wrapped.PDFiumExt_Init();
  return wrapped;
}

/** Undefined where PDFium cannot read the file. The document must be closed. */
export async function openInPdfium(bytes: Uint8Array): Promise<PdfiumDocument | undefined> {
  const library = await loadPdfium();
  const { malloc, free } = library.pdfium.wasmExports;
  // The package's types leave out what comes from Emscripten's own.
  const module = library.pdfium as unknown as { readonly HEAPU8: Uint8Array };
  // The document reads from these bytes as long as it is open.
  const place = malloc(bytes.length);
  module.HEAPU8.set(bytes, place);
  const handle = library.FPDF_LoadMemDocument(place, bytes.length, "");
  if (handle === 0) {
    free(place);
    return undefined;
  }
  return {
    library,
    handle,
    memory: () => module.HEAPU8,
    close: () => {
      library.FPDF_CloseDocument(handle);
      free(place);
    },
  };
}
