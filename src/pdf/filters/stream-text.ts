/** A stream's decoded content as a Latin-1 string: one character for each byte. */
import { decodePDFRawStream, PDFName, PDFRawStream, type PDFObject } from "@cantoo/pdf-lib";
import { inflate } from "./inflate.ts";

/** Empty for what is no stream. */
export function streamText(object: PDFObject | undefined): string {
  if (!(object instanceof PDFRawStream)) return "";
  const filter = object.dict.lookup(PDFName.of("Filter"));
  const isPlainFlate =
    filter === PDFName.of("FlateDecode") && !object.dict.has(PDFName.of("DecodeParms"));
  // The browser's streams are all such, and Node's own decoder is several times faster.
  const bytes = isPlainFlate
    ? inflate(object.contents)
    : Buffer.from(decodePDFRawStream(object).decode());
  return bytes.toString("latin1");
}

/** The same, and empty where nothing can be unpacked: a file from elsewhere may be damaged. */
export function readableStreamText(object: PDFObject | undefined): string {
  try {
    return streamText(object);
  } catch {
    return "";
  }
}
