/**
 * The colour spaces that the browser paints in, by the number of their components. Input: a colour
 * space object; output: which it is. Others are a fault: nobody would know how they print.
 */
import { PDFName, type PDFObject } from "@cantoo/pdf-lib";
import { PublicationError } from "../../errors.ts";
import type { PdfObjects } from "../../pdf/objects/pdf-objects.ts";

export type SourceSpace = "gray" | "rgb" | "cmyk" | "pattern";

/** @throws PublicationError `press-colour-space`. */
export function sourceSpaceOf(objects: PdfObjects, space: PDFObject | undefined): SourceSpace {
  const items = objects.items(space);
  const name = objects.name(space) ?? objects.name(items[0]);
  switch (name) {
    case "DeviceGray":
    case "CalGray":
      return "gray";
    case "DeviceRGB":
    case "CalRGB":
      return "rgb";
    case "DeviceCMYK":
      return "cmyk";
    case "Pattern":
      if (items.length < 2) return "pattern";
      break;
    case "ICCBased": {
      const components = objects.number(objects.get(objects.stream(items[1])?.dict, "N"));
      if (components === 1) return "gray";
      if (components === 3) return "rgb";
      break;
    }
    default:
      break;
  }
  throw new PublicationError(
    "press-colour-space",
    `the browser painted in a colour space that has no way to the press: ${name ?? "none"}`,
    { hint: "paint in sRGB colours and save pictures in sRGB" },
  );
}

/** A space by the name that content gives it: its own name, or one of the resources. */
export function namedSpace(
  objects: PdfObjects,
  resources: PDFObject | undefined,
  name: string,
): SourceSpace {
  const spaces = objects.dict(objects.get(objects.dict(resources), "ColorSpace"));
  return sourceSpaceOf(objects, objects.get(spaces, name) ?? PDFName.of(name));
}
