/*
 * Reads PDFs for pdf.js on a thread of its own: a port for each document, until it is closed. Plain
 * JavaScript, as threads are started from files, whether the program is compiled or not.
 */
import { parentPort } from "node:worker_threads";
import { WorkerMessageHandler } from "pdfjs-dist/legacy/build/pdf.worker.mjs";

parentPort.on("message", (port) => {
  WorkerMessageHandler.initializeFromPort(port);
  // What it says is heard from here on.
  port.start();
});
