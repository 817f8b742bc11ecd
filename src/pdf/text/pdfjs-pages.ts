/**
 * Opens a PDF in pdf.js and goes through its pages. Input: an open PDF and what to read of a page;
 * output: what was read, page by page. Nothing is drawn, and nothing is fetched.
 */
import { fileURLToPath } from "node:url";
import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { PublicationError } from "../../errors.ts";
import { requireReadable } from "../admit/page-operators.ts";
import type { PdfDocument } from "../objects/open-pdf.ts";
import { fontsNobodySees, loadPdfjs, type Pdfjs } from "./pdfjs.ts";

/**
 * One page after the other.
 * @param read is given the page, its index from 0, and what pdf.js calls things.
 * @throws PublicationError `pdf-damaged` where a page cannot be read, `pdf-too-large` where it paints
 * more than is judged.
 */
export async function readPdfjsPages<Read>(
  pdf: PdfDocument,
  read: (page: PDFPageProxy, index: number, pdfjs: Pdfjs) => Promise<Read>,
): Promise<readonly Read[]> {
  for (const [index, count] of pdf.operatorCounts.entries()) requireReadable(index + 1, count);
  const pdfjs = await loadPdfjs();
  const task = pdfjs.getDocument({
    // pdf.js may take the buffer over: it gets a copy.
    data: new Uint8Array(pdf.bytes),
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    // Fonts are read for their characters only, and images not at all.
    ownerDocument: fontsNobodySees(),
    disableFontFace: false,
    useSystemFonts: false,
    maxImageSize: 1,
    cMapUrl: packageFolder("cmaps"),
    cMapPacked: true,
    standardFontDataUrl: packageFolder("standard_fonts"),
  });
  try {
    const source = await task.promise;
    if (source.numPages !== pdf.pages.length) {
      throw damaged(`its page tree has ${pdf.pages.length} pages, or ${source.numPages}`);
    }
    const results: Read[] = [];
    for (let index = 0; index < pdf.pages.length; index += 1) {
      const page = await source.getPage(index + 1);
      results.push(await read(page, index, pdfjs));
      page.cleanup();
    }
    return results;
  } catch (cause) {
    if (cause instanceof PublicationError) throw cause;
    throw damaged("its pages cannot be read", cause);
  } finally {
    await task.destroy();
  }
}

function packageFolder(name: string): string {
  return fileURLToPath(new URL(`${name}/`, import.meta.resolve("pdfjs-dist/package.json")));
}

function damaged(what: string, cause?: unknown): PublicationError {
  return new PublicationError("pdf-damaged", `The PDF is damaged: ${what}.`, {
    hint: "make the file again, or copy it again if it was cut in transfer.",
    cause,
  });
}
