/**
 * Fields whose values have a form. Input: a schema, or what tells a right value from a wrong one.
 * Output: a schema with its faults, as `schema-faults.ts` words them.
 */
import { z } from "zod";
import { plainText } from "./fields.ts";

/** What is wrong with a value: goes on from the value itself, as in `"fr_FR" is not a language`. */
export interface ValueFault {
  readonly message: string;
  readonly hint: string;
}

/** A text in which `faultOf` finds nothing. */
export function checked(faultOf: (value: string) => ValueFault | undefined): z.ZodString {
  return plainText.superRefine((value, context) => {
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
  const orNumber = z.preprocess((value) => {
    if (!Number.isSafeInteger(value) || Number(value) <= 0) return value;
    const written = String(value);
    return written.length < digits - MOST_ZEROS ? written : written.padStart(digits, "0");
  }, schema);
  return writtenAlso(orNumber, { type: "integer", minimum: 1 });
}

/** @param form what authors may write as well, and the schema makes into its own form. */
export function writtenAlso<S extends z.ZodType>(schema: S, form: z.core.JSONSchema.BaseSchema): S {
  return schema.meta({ alsoWritten: form });
}
