/**
 * The thread on which pdf.js reads PDFs, while this one makes use of what it has read. It is started when
 * somebody needs it, and holds no process. Input: nothing; output: a port for a document.
 */
import { MessageChannel, Worker, type MessagePort } from "node:worker_threads";

export interface ReadingPort {
  readonly port: MessagePort;
  /** Rejects where the thread ends before the port is closed. */
  readonly broken: Promise<never>;
  readonly close: () => void;
}

let thread: Worker | undefined;

/** Started once in this process; who knows that it will be needed may call it before. */
export function startReading(): Worker {
  if (thread !== undefined) return thread;
  const started = new Worker(new URL("../../../bin/pdfjs-thread.js", import.meta.url), {
    // What this process was started with, such as a loader, is not for it.
    execArgv: [],
    name: "pdf.js",
  });
  started.unref();
  // The ports that are open report it; the next reading starts another thread.
  started.on("error", () => undefined);
  started.once("exit", () => {
    if (thread === started) thread = undefined;
  });
  return (thread = started);
}

export function openReadingPort(): ReadingPort {
  const worker = startReading();
  const { port1, port2 } = new MessageChannel();
  const broken = Promise.withResolvers<never>();
  broken.promise.catch(() => undefined);
  const end = (cause?: unknown): void => {
    broken.reject(new Error("the thread that reads has ended", { cause }));
  };
  worker.once("error", end);
  worker.once("exit", end);
  worker.postMessage(port2, [port2]);
  port1.start();
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
