/**
 * What the schemas of all fields are made of: a schema with its documentation, a text, a name. Input:
 * nothing. It knows no field.
 */
import { z } from "zod";

/** The first sentence of `description` is what messages say was expected, with `example`. */
export function documented<S extends z.ZodType>(
  schema: S,
  description: string,
  example: string,
): S {
  return schema.meta({ description, examples: [example] });
}

export const text = z.string().trim().min(1);

/** Names of files are made of it, on any system: the last part keeps off Windows' device names. */
export const SLUG_PATTERN = /^(?!(?:con|prn|aux|nul|com\d|lpt\d)$)[a-z0-9]+(?:-[a-z0-9]+)*$/u;
export const SLUG_MAX_LENGTH = 80;

export const slug = text.max(SLUG_MAX_LENGTH).regex(SLUG_PATTERN, "is not a safe name for a file");
