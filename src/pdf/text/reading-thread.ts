/**
 * Threads on which PDFs are read while this one makes use of what was read. One is started when somebody
 * needs it, and holds no process. Input: nothing; output: a port for a document.
 */
import { MessageChannel, type MessagePort, type Worker } from "node:worker_threads";
import { startThread } from "../../program/start-thread.ts";

export interface ReadingPort {
  /** What comes by it waits until somebody listens. */
  readonly port: MessagePort;
  /** Rejects where the thread ends before the port is closed. */
  readonly broken: Promise<never>;
  readonly close: () => void;
}

export class ReadingThread {
  readonly #entry: URL;
  readonly #name: string;
  #thread: Worker | undefined;

  /** @param entry a module that is given ports, one a document, and reads what comes by them */
  constructor(entry: URL, name: string) {
    this.#entry = entry;
    this.#name = name;
  }

  /** Started once in this process; who knows that it will be needed may call it before. */
  start(): Worker {
    if (this.#thread !== undefined) return this.#thread;
    const started = startThread(this.#entry, this.#name);
    started.unref();
    // The ports that are open report it; the next reading starts another thread.
    started.on("error", () => undefined);
    started.once("exit", () => {
      if (this.#thread === started) this.#thread = undefined;
    });
    return (this.#thread = started);
  }

  openPort(): ReadingPort {
    const worker = this.start();
    const { port1, port2 } = new MessageChannel();
    const broken = Promise.withResolvers<never>();
    broken.promise.catch(() => undefined);
    const end = (cause?: unknown): void => {
      broken.reject(new Error("the thread that reads has ended", { cause }));
    };
    worker.once("error", end);
    worker.once("exit", end);
    worker.postMessage(port2, [port2]);
    return {
      port: port1,
      broken: broken.promise,
      close: () => {
        worker.off("error", end);
        worker.off("exit", end);
        port1.close();
      },
    };
  }
}

export const pdfjsThread = new ReadingThread(
  new URL("./threads/pdfjs-thread.ts", import.meta.url),
  "pdf.js",
);

export const pdfiumThread = new ReadingThread(
  new URL("./threads/pdfium-thread.ts", import.meta.url),
  "PDFium",
);
