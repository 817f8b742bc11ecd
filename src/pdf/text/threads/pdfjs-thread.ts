/**
 * Runs on a thread of its own: reads PDFs with pdf.js, by a port for each document. By the port come the
 * file and what is wanted of it, and its pages go back one by one; where the port is closed, nobody wants
 * the rest.
 */
import { parentPort, type MessagePort } from "node:worker_threads";
import { loadPdfjs } from "./pdfjs.ts";
import { readWithPdfjs, type PdfjsReads, type PdfjsWish } from "./read-with-pdfjs.ts";

export interface PdfjsRequest {
  readonly bytes: Uint8Array;
  readonly wish: PdfjsWish;
}

export type PdfjsAnswer<Wish extends PdfjsWish = PdfjsWish> =
  | { readonly kind: "opened"; readonly pageCount: number }
  | { readonly kind: "page"; readonly read: PdfjsReads[Wish] }
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly message: string };

// Where it cannot be loaded, who reads with it will hear of it.
loadPdfjs().catch(() => undefined);

parentPort?.on("message", (port: MessagePort) => {
  let isWanted = true;
  port.on("close", () => {
    isWanted = false;
  });
  const answer = (what: PdfjsAnswer): void => {
    port.postMessage(what);
  };
  port.on("message", ({ bytes, wish }: PdfjsRequest) => {
    void readWithPdfjs(bytes, wish, {
      onOpened: (pageCount) => {
        answer({ kind: "opened", pageCount });
      },
      onPage: (read) => {
        answer({ kind: "page", read });
      },
      isWanted: () => isWanted,
    })
      .then((): PdfjsAnswer => ({ kind: "done" }))
      .catch((error: unknown): PdfjsAnswer => ({ kind: "failed", message: String(error) }))
      .then(answer);
  });
});
