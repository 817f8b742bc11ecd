/**
 * Faults of imposition as those of an edition's booklet: at the edition's entry, with a hint of what
 * to write there. Input: what was thrown; output: what is to be thrown.
 */
import { PublicationError } from "../../errors.ts";
import type { PressEdition } from "./options.ts";

/** In the place of the hints of the command `impose`. */
const BOOKLET_HINTS: Readonly<Record<string, string>> = {
  "sheet-unknown": "give `booklet.sheet` a name such as A3, or millimetres such as 320x450",
  "pages-too-large": "give `booklet.sheet` a larger sheet, or leave it out for the next larger one",
  "no-sheet-large-enough": "leave `booklet` out, or choose a smaller `format`",
  "creep-too-large": "`booklet.creep` is the thickness of one sheet, about 0.1 for office paper",
  "pages-cannot-be-folded": "let the source's endpapers stand, which fill the last sheet",
};

export function ofBooklet(error: unknown, { id }: PressEdition): unknown {
  const hint = error instanceof PublicationError ? BOOKLET_HINTS[error.code] : undefined;
  if (!(error instanceof PublicationError) || hint === undefined) return error;
  return new PublicationError(error.code, `the booklet of ${id}: ${error.message}`, {
    place: { file: "content/publication.yaml" },
    hint,
    cause: error,
  });
}
