/**
 * Goes through the pages of a PDF with pdf.js, on another thread. Input: an open PDF and what to read of a
 * page; output: what was read, page by page.
 */
import { PublicationError } from "../../errors.ts";
import { requireReadable } from "../admit/page-operators.ts";
import type { PdfDocument } from "../objects/open-pdf.ts";
import type { PdfjsAnswer, PdfjsRequest } from "./threads/pdfjs-thread.ts";
import { pdfjsThread } from "./reading-thread.ts";
import type { PdfjsReads, PdfjsWish } from "./threads/read-with-pdfjs.ts";

export interface ReadPagesOptions<Wish extends PdfjsWish, Result> {
  readonly wish: Wish;
  /** Given each page as it comes, and its index from 0. */
  readonly take: (read: PdfjsReads[Wish], index: number) => Result;
  readonly signal?: AbortSignal | undefined;
}

/**
 * One page after the other.
 * @throws PublicationError `pdf-damaged` where a page cannot be read, `pdf-too-large` where it paints
 * more than is judged.
 */
export async function readPdfjsPages<Wish extends PdfjsWish, Result>(
  pdf: PdfDocument,
  options: ReadPagesOptions<Wish, Result>,
): Promise<readonly Result[]> {
  const { wish, signal } = options;
  signal?.throwIfAborted();
  for (const [index, count] of pdf.operatorCounts.entries()) requireReadable(index + 1, count);
  const { port, broken, close } = pdfjsThread.openPort();
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
            taken.push(options.take(answer.read, taken.length));
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
    const request: PdfjsRequest = { bytes: pdf.bytes, wish };
    port.postMessage(request);
    return await Promise.race([
      results,
      stopped.promise,
      broken.catch((cause: unknown) => {
        throw damaged("its pages cannot be read", cause);
      }),
    ]);
  } finally {
    signal?.removeEventListener("abort", stop);
    close();
  }
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
