/**
 * Goes through the pages of a PDF with pdf.js, on another thread. Input: an open PDF and what to read of a
 * page; output: what was read, page by page.
 */
import { PublicationError } from "../../errors.ts";
import { requireReadable } from "../admit/page-operators.ts";
import type { PdfDocument } from "../objects/open-pdf.ts";
import type { PdfjsAnswer, PdfjsRequest } from "./threads/pdfjs-thread.ts";
import { pdfjsThread, type ReadingPort } from "./reading-thread.ts";
import type { PdfjsReads, PdfjsWish } from "./threads/read-with-pdfjs.ts";

export interface TakePagesOptions<Wish extends PdfjsWish, Result> {
  /** Given each page as it comes, and its index from 0. */
  readonly take: (read: PdfjsReads[Wish], index: number) => Result;
  readonly signal?: AbortSignal | undefined;
}

export interface ReadPagesOptions<Wish extends PdfjsWish, Result> extends TakePagesOptions<
  Wish,
  Result
> {
  readonly wish: Wish;
}

/** A reading that goes on while nobody waits for it. */
export interface BegunPages<Wish extends PdfjsWish> {
  /**
   * One page after the other, once.
   * @param pdf the file that is read, open.
   * @throws what `readPdfjsPages` throws.
   */
  readonly take: <Result>(
    pdf: PdfDocument,
    options: TakePagesOptions<Wish, Result>,
  ) => Promise<readonly Result[]>;
  /** Ends it where nobody will take its pages. */
  readonly close: () => void;
}

/**
 * One page after the other.
 * @throws PublicationError `pdf-damaged` where a page cannot be read, `pdf-too-large` where it paints
 * more than is judged.
 */
export async function readPdfjsPages<Wish extends PdfjsWish, Result>(
  pdf: PdfDocument,
  { wish, ...options }: ReadPagesOptions<Wish, Result>,
): Promise<readonly Result[]> {
  options.signal?.throwIfAborted();
  requireReadablePages(pdf);
  return beginPdfjsPages(pdf.bytes, wish).take(pdf, options);
}

/**
 * Begins before it is known how much the pages paint: for files that were made here.
 * @param bytes of the file.
 */
export function beginPdfjsPages<Wish extends PdfjsWish>(
  bytes: Uint8Array,
  wish: Wish,
): BegunPages<Wish> {
  const reading = pdfjsThread.openPort();
  const request: PdfjsRequest = { bytes, wish };
  reading.port.postMessage(request);
  return {
    take: async (pdf, options) => {
      try {
        requireReadablePages(pdf);
        return await takePages(reading, pdf, options);
      } finally {
        reading.close();
      }
    },
    close: reading.close,
  };
}

async function takePages<Wish extends PdfjsWish, Result>(
  { port, broken }: ReadingPort,
  pdf: PdfDocument,
  { take, signal }: TakePagesOptions<Wish, Result>,
): Promise<readonly Result[]> {
  signal?.throwIfAborted();
  const stopped = Promise.withResolvers<never>();
  const stop = (): void => {
    stopped.reject(signal?.reason);
  };
  signal?.addEventListener("abort", stop, { once: true });
  try {
    const results = new Promise<readonly Result[]>((resolve, reject) => {
      const taken: Result[] = [];
      const hear = (answer: PdfjsAnswer<Wish>): void => {
        switch (answer.kind) {
          case "opened":
            requirePageCount(pdf, answer.pageCount);
            break;
          case "page":
            taken.push(take(answer.read, taken.length));
            break;
          case "done":
            resolve(taken);
            break;
          case "failed":
            throw damaged("its pages cannot be read", new Error(answer.message));
        }
      };
      port.on("message", (answer: PdfjsAnswer<Wish>) => {
        try {
          hear(answer);
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
    });
    return await Promise.race([
      results,
      stopped.promise,
      broken.catch((cause: unknown) => {
        throw damaged("its pages cannot be read", cause);
      }),
    ]);
  } finally {
    signal?.removeEventListener("abort", stop);
  }
}

function requireReadablePages({ operatorCounts }: PdfDocument): void {
  for (const [index, count] of operatorCounts.entries()) requireReadable(index + 1, count);
}

function requirePageCount({ pages }: PdfDocument, pageCount: number): void {
  if (pageCount === pages.length) return;
  throw damaged(`its page tree has ${pages.length} pages, or ${pageCount}`);
}

function damaged(what: string, cause?: unknown): PublicationError {
  return new PublicationError("pdf-damaged", `The PDF is damaged: ${what}.`, {
    hint: "make the file again, or copy it again if it was cut in transfer.",
    cause,
  });
}
