/**
 * The kinds of PDF objects (ISO 32000-1 §7.3). Outside src/pdf they are handed from one function to
 * the next: `PdfObjects` alone looks into them and makes them.
 */
export type {
  PDFArray as PdfArray,
  PDFDict as PdfDict,
  PDFObject as PdfObject,
  PDFRawStream as PdfStream,
  PDFRef as PdfRef,
} from "@cantoo/pdf-lib";
import type { PDFObject } from "@cantoo/pdf-lib";

/**
 * What an object is made of: a text is a name, an array and a record are an array and a dictionary,
 * and what is undefined is left out of a dictionary. Text strings are made by `pdfText`.
 */
export type PdfValue =
  | PDFObject
  | string
  | number
  | boolean
  | null
  | readonly PdfValue[]
  | { readonly [key: string]: PdfValue | undefined };
