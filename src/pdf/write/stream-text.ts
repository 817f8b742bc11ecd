/** A stream's decoded content as a Latin-1 string: one character for each byte. */
import { inflateSync } from "node:zlib";
import { decodePDFRawStream, PDFName, PDFRawStream, type PDFObject } from "@cantoo/pdf-lib";

/** Empty for what is no stream. */
export function streamText(object: PDFObject | undefined): string {
  if (!(object instanceof PDFRawStream)) return "";
  const filter = object.dict.lookup(PDFName.of("Filter"));
  const isPlainFlate =
    filter === PDFName.of("FlateDecode") && !object.dict.has(PDFName.of("DecodeParms"));
  // The browser's streams are all such, and Node's own decoder is several times faster.
  const bytes = isPlainFlate
    ? inflateSync(object.contents)
    : Buffer.from(decodePDFRawStream(object).decode());
  return bytes.toString("latin1");
}
