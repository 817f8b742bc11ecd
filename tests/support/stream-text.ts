/** A stream's decoded content as a text: one character for each byte; empty for what is no stream. */
import { PDFRawStream, type PDFObject } from "@cantoo/pdf-lib";
import { newObjects } from "./content.ts";

export function streamText(object: PDFObject | undefined): string {
  if (!(object instanceof PDFRawStream)) return "";
  return Buffer.from(newObjects().requireBytes(object)).toString("latin1");
}
