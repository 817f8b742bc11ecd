/**
 * Opens a PDF in pdf.js and goes through its pages. Input: an open PDF and what to read of a page;
 * output: what was read, page by page. Nothing is drawn, and nothing is fetched.
 */
import { fileURLToPath } from "node:url";
import type { PDFDocumentLoadingTask, PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { PublicationError } from "../../errors.ts";
import { requireReadable } from "../admit/page-operators.ts";
import type { PdfDocument } from "../objects/open-pdf.ts";
import { openReadingPort } from "./pdfjs-thread.ts";
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
  const reading = openReadingPort();
  const worker = new pdfjs.PDFWorker({ port: reading.port as unknown as null });
  const task = pdfjs.getDocument({
    worker,
    // pdf.js takes the buffer over: it gets a copy.
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
    return await Promise.race([readAll(pdf, task, read, pdfjs), reading.broken]);
  } catch (cause) {
    if (cause instanceof PublicationError) throw cause;
    throw damaged("its pages cannot be read", cause);
  } finally {
    await Promise.race([task.destroy(), reading.broken]).catch(() => undefined);
    worker.destroy();
    reading.close();
  }
}

/** So many pages are asked for at once: the other thread reads on while this one is busy. */
const AT_ONCE = 8;

async function readAll<Read>(
  pdf: PdfDocument,
  task: PDFDocumentLoadingTask,
  read: (page: PDFPageProxy, index: number, pdfjs: Pdfjs) => Promise<Read>,
  pdfjs: Pdfjs,
): Promise<readonly Read[]> {
  const source = await task.promise;
  if (source.numPages !== pdf.pages.length) {
    throw damaged(`its page tree has ${pdf.pages.length} pages, or ${source.numPages}`);
  }
  const start = async (index: number): Promise<Read> => {
    const page = await source.getPage(index + 1);
    const result = await read(page, index, pdfjs);
    page.cleanup();
    return result;
  };
  const results: Read[] = [];
  const started: Promise<Read>[] = [];
  for (const index of pdf.pages.keys()) {
    const reading = start(index);
    // Who waits for it hears of it; after another page's fault nobody does.
    reading.catch(() => undefined);
    started.push(reading);
    if (started.length < AT_ONCE) continue;
    const [first] = started.splice(0, 1);
    if (first !== undefined) results.push(await first);
  }
  return [...results, ...(await Promise.all(started))];
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
