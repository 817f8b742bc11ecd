/** All that makes a PDF of a document in a browser: loaded at once, and later than the browser is started. */
export { readDocument } from "../document/read-document.ts";
export { finishPdf } from "../editions/pdf/make-judged-pdf.ts";
export { printPdf } from "../editions/pdf/make-pdf.ts";
