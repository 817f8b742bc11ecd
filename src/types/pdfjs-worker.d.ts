/** The other half of pdf.js, which we hand on as a whole; the package ships no types of it. */
declare module "pdfjs-dist/legacy/build/pdf.worker.mjs" {
  export const WorkerMessageHandler: unknown;
}
