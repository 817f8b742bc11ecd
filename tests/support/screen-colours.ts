/**
 * What is left in the colours of a screen. Input: an open PDF; output: each place where such a colour
 * space or operator stands, in words; empty for a file whose colours are ink. It looks at every
 * object of the file, used or not, and reads no picture's samples. ISO 15930-7.
 */
import { PDFArray, PDFDict, PDFName, PDFRawStream, type PDFObject } from "@cantoo/pdf-lib";
import type { PdfDocument } from "../../src/pdf/objects/open-pdf.ts";
import { operations } from "../../src/pdf/content/content-operations.ts";
import { streamText } from "../../src/pdf/filters/stream-text.ts";

const SPACES: ReadonlySet<string> = new Set(["DeviceRGB", "CalRGB", "CalGray", "Lab", "ICCBased"]);
const OPERATORS: ReadonlySet<string> = new Set(["rg", "RG"]);

export function screenColours({ objects, pages }: PdfDocument): readonly string[] {
  const places: string[] = [];
  const walk = (object: PDFObject, place: string): void => {
    if (object instanceof PDFName && SPACES.has(object.decodeText())) {
      places.push(`${place}: ${object.decodeText()}`);
    } else if (object instanceof PDFArray) {
      for (const item of object.asArray()) walk(item, place);
    } else if (object instanceof PDFDict) {
      for (const [key, value] of object.entries()) walk(value, `${place}${key.toString()}`);
    }
  };
  const walkContent = (text: string, place: string): void => {
    for (const { operator, start, operatorStart } of operations(text)) {
      const operands = text.slice(start, operatorStart);
      const isNamed = /^(?:cs|CS)$/.test(operator) && /\/Device(?:RGB|Gray)\b/.test(operands);
      if (OPERATORS.has(operator) || isNamed) places.push(`${place}: ${operands}${operator}`);
    }
  };
  for (const [ref, object] of objects.context.enumerateIndirectObjects()) {
    const place = `object ${ref.objectNumber} `;
    if (!(object instanceof PDFRawStream)) walk(object, place);
    else {
      walk(object.dict, place);
      const isForm =
        objects.name(objects.get(object.dict, "Subtype")) === "Form" ||
        objects.get(object.dict, "PatternType") !== undefined;
      if (isForm) walkContent(streamText(object), place);
    }
  }
  for (const [index, { dict }] of pages.entries()) {
    const contents = objects.get(dict, "Contents");
    const streams = objects.isArray(contents) ? objects.items(contents) : [contents];
    const text = streams.map((stream) => streamText(objects.resolve(stream))).join("\n");
    walkContent(text, `page ${index + 1}`);
  }
  return places;
}
