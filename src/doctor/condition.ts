/** What the doctor says of one thing that a machine must have, or may have: the shape of `doctor --json`. */
import { z } from "zod";

/**
 * - `ok`: it is there
 * - `without`: it is not there, or not all of it, and what is left out for that is said
 * - `wrong`: nothing works, or not enough, before it is put right
 */
const conditionStatusSchema = z.enum(["ok", "without", "wrong"]);
export type ConditionStatus = z.infer<typeof conditionStatusSchema>;

const conditionSchema = z.readonly(
  z.object({
    /** A stable kebab-case name, e.g. `browser`. */
    name: z.string(),
    status: conditionStatusSchema,
    /** What was found, e.g. `Chromium 153.0.8010.0`. */
    found: z.string(),
    /** What it is needed for. */
    neededFor: z.string(),
    /** How to get it, or to put it right; absent where it is ok. */
    remedy: z.string().optional(),
  }),
);
export type Condition = z.infer<typeof conditionSchema>;

/** What `doctor --json` prints. */
export const diagnosisSchema = z.readonly(
  z.object({
    /** Whether nothing is wrong. */
    ready: z.boolean(),
    conditions: z.array(conditionSchema).readonly(),
  }),
);
export type Diagnosis = z.infer<typeof diagnosisSchema>;
