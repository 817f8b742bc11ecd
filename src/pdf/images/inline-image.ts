/**
 * An inline picture as an image XObject, with its names in full, so that both kinds go one way.
 * Input: what stands between its operators, and the colour spaces that it may name; output: a
 * stream. ISO 32000-1 §8.9.7.
 */
import {
  PDFBool,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFRawStream,
  type PDFContext,
  type PDFDict,
  type PDFObject,
} from "@cantoo/pdf-lib";
import type { ContentOperand } from "../content/content-stream.ts";
import type { PdfObjects } from "../objects/pdf-objects.ts";

/** Tables 93 and 94. */
const INLINE_KEYS: Readonly<Record<string, string>> = {
  BPC: "BitsPerComponent",
  CS: "ColorSpace",
  D: "Decode",
  DP: "DecodeParms",
  F: "Filter",
  H: "Height",
  IM: "ImageMask",
  I: "Interpolate",
  W: "Width",
};
const INLINE_NAMES: Readonly<Record<string, string>> = {
  G: "DeviceGray",
  RGB: "DeviceRGB",
  CMYK: "DeviceCMYK",
  I: "Indexed",
  AHx: "ASCIIHexDecode",
  A85: "ASCII85Decode",
  LZW: "LZWDecode",
  Fl: "FlateDecode",
  RL: "RunLengthDecode",
  CCF: "CCITTFaxDecode",
  DCT: "DCTDecode",
};

export function inlineImage(
  objects: PdfObjects,
  entries: ReadonlyMap<string, ContentOperand>,
  data: Uint8Array,
  spaces: PDFDict | undefined,
): PDFRawStream {
  const { context } = objects;
  const dict = context.obj({ Type: "XObject", Subtype: "Image" });
  for (const [short, value] of entries) {
    const key = INLINE_KEYS[short] ?? short;
    const names = key === "ColorSpace" || key === "Filter" ? INLINE_NAMES : {};
    const object = operandObject(context, value, names);
    const found = key === "ColorSpace" ? objects.name(object) : undefined;
    const resource = found === undefined ? undefined : objects.getRaw(spaces, found);
    dict.set(PDFName.of(key), resource ?? object);
  }
  return PDFRawStream.of(dict, Uint8Array.from(data));
}

function operandObject(
  context: PDFContext,
  operand: ContentOperand,
  names: Readonly<Record<string, string>>,
): PDFObject {
  if (operand === null) return PDFNull;
  if (typeof operand === "number") return PDFNumber.of(operand);
  if (typeof operand === "boolean") return operand ? PDFBool.True : PDFBool.False;
  switch (operand.kind) {
    case "name":
      return PDFName.of(names[operand.name] ?? operand.name);
    case "string":
      return PDFHexString.of(Buffer.from(operand.bytes).toString("hex"));
    case "array":
      return context.obj(operand.items.map((item) => operandObject(context, item, names)));
    case "dictionary": {
      const dict = context.obj({});
      for (const [key, value] of operand.entries) {
        dict.set(PDFName.of(key), operandObject(context, value, {}));
      }
      return dict;
    }
  }
}
