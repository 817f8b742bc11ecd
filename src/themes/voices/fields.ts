/** What publication.yaml says for this theme alone. Input: nothing; output: a schema and its type. */
import { z } from "zod";
import { documented } from "../../publication/fields/fields.ts";

export const voicesFields = z.strictObject({
  ornament: documented(
    z.enum(["bubbles", "none"]),
    "what stands on covers: bubbles, a speech bubble for each voice, or none",
    "bubbles",
  ).default("bubbles"),
});

export type VoicesFields = Readonly<z.output<typeof voicesFields>>;
