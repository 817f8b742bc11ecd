/**
 * The text of a PDF's pages as PDFium reads it, and so Chromium's viewer and what is built on it.
 * Input: the bytes of a PDF; output: the text of each page in PDFium's order, with its line ends. It is read
 * on another thread, while this one reads otherwise.
 */
import { once } from "node:events";
import { PublicationError } from "../../errors.ts";
import type { PdfiumReading } from "./threads/read-with-pdfium.ts";
import { pdfiumThread } from "./reading-thread.ts";

/** What comes from the thread. */
type Answer = PdfiumReading | { readonly failed: string };

/** @throws PublicationError `pdf-damaged` where PDFium cannot read the file or a page of it. */
export async function readPdfiumText(
  bytes: Uint8Array,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  signal?.throwIfAborted();
  const { port, broken, close } = pdfiumThread.openPort();
  try {
    port.postMessage(bytes);
    const [answer] = (await Promise.race([
      once(port, "message", signal && { signal }).catch((error: unknown) => {
        signal?.throwIfAborted();
        throw error;
      }),
      broken,
    ])) as [Answer];
    if ("failed" in answer) throw new Error(`PDFium has failed: ${answer.failed}`);
    if ("unread" in answer) throw unread(answer.unread);
    return answer.texts;
  } finally {
    close();
  }
}

function unread(what: string): PublicationError {
  return new PublicationError("pdf-damaged", `PDFium cannot read ${what}.`, {
    hint: "make the file again, or copy it again if it was cut in transfer.",
  });
}
