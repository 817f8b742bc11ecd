/** What publication.yaml says for this theme alone. Input: nothing; output: a schema and its type. */
import { z } from "zod";
import { documented } from "../../publication/fields/fields.ts";

export const reportFields = z.strictObject({
  "chapter-numbers": documented(
    z.boolean(),
    "true to put numbers before the titles of chapters, false (as when it is left out) not to",
    "true",
  ).default(false),
});

export type ReportFields = Readonly<z.output<typeof reportFields>>;
