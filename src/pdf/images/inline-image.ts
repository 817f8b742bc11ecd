/**
 * An inline picture as an image XObject, with its names in full, so that both kinds go one way.
 * Input: what stands between its operators, and what its colour space's name leads to; output: a
 * stream. ISO 32000-1 §8.9.7.
 */
import type { ContentOperand } from "../content/operations.ts";
import type { Resources } from "../content/resources.ts";
import { pdfBytes } from "../objects/text-string.ts";
import type { PdfStream, PdfValue } from "../objects/types.ts";

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
  resources: Resources,
  entries: ReadonlyMap<string, ContentOperand>,
  data: Uint8Array,
): PdfStream {
  const { objects } = resources;
  const dict = objects.make({ Type: "XObject", Subtype: "Image" });
  const spaces = resources.category("ColorSpace");
  for (const [short, value] of entries) {
    const key = INLINE_KEYS[short] ?? short;
    const names = key === "ColorSpace" || key === "Filter" ? INLINE_NAMES : {};
    const made = valueOf(value, names);
    const resource =
      key === "ColorSpace" && typeof made === "string" ? objects.getRaw(spaces, made) : undefined;
    objects.set(dict, key, resource ?? made);
  }
  return objects.withDict(dict, Uint8Array.from(data));
}

function valueOf(operand: ContentOperand, names: Readonly<Record<string, string>>): PdfValue {
  if (typeof operand !== "object" || operand === null) return operand;
  switch (operand.kind) {
    case "name":
      return names[operand.name] ?? operand.name;
    case "string":
      return pdfBytes(operand.bytes);
    case "array":
      return operand.items.map((item) => valueOf(item, names));
    case "dictionary":
      return Object.fromEntries(
        [...operand.entries].map(([key, value]) => [key, valueOf(value, {})]),
      );
  }
}
