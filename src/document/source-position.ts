/**
 * Where a text was written: a file of the project and a line in it, and which elements of a document
 * came from there. The schema is the single source of the type, as reports have it too. It reads
 * nothing.
 */
import { z } from "zod";

export const sourcePositionSchema = z.readonly(
  z.object({
    /** Path relative to the project, with `/` between folders. */
    file: z.string(),
    /** Counted from 1. */
    line: z.int().positive(),
  }),
);
export type SourcePosition = z.infer<typeof sourcePositionSchema>;

/** An element of an HTML document; a list of them has every element, in the order of the document. */
export interface SourcedElement {
  /** Its local name, e.g. `p`. */
  readonly name: string;
  /** Undefined where it came from no text: it is the theme's, or the pipeline's. */
  readonly source?: SourcePosition | undefined;
}
