/**
 * What schemas of fields are made of. Input: a schema, or what tells a right value from a wrong one.
 * Output: a schema with its documentation and its faults, as `schema-faults.ts` words them.
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

/** What is wrong with a value: goes on from the value itself, as in `"fr_FR" is not a language`. */
export interface ValueFault {
  readonly message: string;
  readonly hint: string;
}

/** A text in which `faultOf` finds nothing. */
export function checked(faultOf: (value: string) => ValueFault | undefined): z.ZodString {
  return text.superRefine((value, context) => {
    const fault = faultOf(value);
    if (fault === undefined) return;
    const { message, hint } = fault;
    context.addIssue({ code: "custom", input: value, message, params: { hint } });
  });
}

/** How many zeros a number may have lost: more, and it is another number. */
const MOST_ZEROS = 3;

/**
 * YAML takes `2021` for a number: what was meant is its digits.
 * @param digits how many they are, where YAML may have dropped zeros in front.
 */
export function orDigits<S extends z.ZodType>(schema: S, digits = 1): z.ZodPreprocess<S> {
  return z.preprocess((value) => {
    if (!Number.isSafeInteger(value) || Number(value) <= 0) return value;
    const written = String(value);
    return written.length < digits - MOST_ZEROS ? written : written.padStart(digits, "0");
  }, schema);
}

/** The path of a picture, in every field that names one. */
export const pictureFile = documented(
  text,
  "the picture's path in the content folder. A .jpg, .jpeg, .png, .webp, .avif or .svg file.",
  "images/portrait.jpg",
);
