/**
 * Runs on a thread of its own: reads PDFs with PDFium, by a port for each document. By the port comes the
 * file, and its reading goes back; where the port is closed, nobody wants the rest.
 */
import { parentPort, type MessagePort } from "node:worker_threads";
import { loadPdfium } from "../../draw/pdfium.ts";
import { readWithPdfium } from "./read-with-pdfium.ts";

// Where it cannot be loaded, who reads with it will hear of it.
loadPdfium().catch(() => undefined);

parentPort?.on("message", (port: MessagePort) => {
  let isWanted = true;
  port.on("close", () => {
    isWanted = false;
  });
  port.on("message", (bytes: Uint8Array) => {
    void readWithPdfium(bytes, () => isWanted)
      .catch((error: unknown) => ({ failed: String(error) }))
      .then((reading) => {
        port.postMessage(reading);
      });
  });
});
