/**
 * The colour spaces that the browser paints in, by the number of their components. Input: a colour
 * space; output: which it is. Others are a fault: nobody would know how they print.
 */
import { PublicationError } from "../../errors.ts";
import { familyOf, readColourSpace, type ColourSpace } from "../../pdf/colour/colour-space.ts";
import type { PdfObjects } from "../../pdf/objects/pdf-objects.ts";
import type { PdfObject } from "../../pdf/objects/types.ts";

export type SourceSpace = "gray" | "rgb" | "cmyk" | "pattern";

/** @throws PublicationError `press-colour-space`. */
export function sourceSpaceOf(space: ColourSpace): SourceSpace {
  switch (space.kind) {
    case "gray":
    case "rgb":
    case "cmyk":
      return space.kind;
    case "calibrated":
      if (space.name === "CalGray") return "gray";
      if (space.name === "CalRGB") return "rgb";
      break;
    case "pattern":
      if (space.under === undefined) return "pattern";
      break;
    case "profiled":
      if (space.components === 1) return "gray";
      if (space.components === 3) return "rgb";
      break;
    default:
      break;
  }
  throw new PublicationError(
    "press-colour-space",
    `the browser painted in a colour space that has no way to the press: ${familyOf(space)}`,
    { hint: "paint in sRGB colours and save pictures in sRGB" },
  );
}

/** @throws PublicationError `press-colour-space`. */
export function readSourceSpace(objects: PdfObjects, space: PdfObject | undefined): SourceSpace {
  return sourceSpaceOf(readColourSpace(objects, space));
}
