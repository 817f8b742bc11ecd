/** The options of every edition that is laid out in pages, and what it is held to. */
import { z } from "zod";
import { documented, plainText as text } from "../../publication/fields/fields.ts";
import { FORMAT_NAMES, formatFault } from "../../publication/fields/page-formats.ts";

const format = documented(
  text.superRefine((name, context) => {
    const fault = name === "" ? undefined : formatFault(name);
    if (fault === undefined) return;
    const { message, hint } = fault;
    context.addIssue({ code: "custom", input: name, message, params: { hint } });
  }),
  `the size of the finished page, one of ${FORMAT_NAMES.join(", ")}, or its width and height in millimetres as 148x210. All names are of upright pages; DL is 99 × 210 mm, square 210 × 210 mm.`,
  "A4",
);

const typeSize = documented(
  z.number().min(6).max(72),
  "the size of running text in points; headings and spaces follow it",
  "11.5",
).default(11.5);

/** What an edition is held to, where it is more than the judges ask of every edition. */
const judgedBy = z
  .strictObject({
    contrast: documented(
      z.literal([4.5, 7]),
      "4.5 or 7, the least contrast of text to its ground. 4.5 is WCAG's level AA, 7 is AAA, where large text may have 4.5.",
      "7",
    ).default(4.5),
    smallestText: documented(
      z.number().min(1).max(72),
      "the least size of any text, in points",
      "9",
    ).default(9),
  })
  .readonly();

export type EditionJudging = z.infer<typeof judgedBy>;

const judges = judgedBy.prefault({}).meta({
  description: "what the edition is held to. `contrast` and `smallestText`.",
  examples: ["{ contrast: 7, smallestText: 18 }"],
});

const hyphenation = documented(
  z.boolean(),
  "true to divide words at the end of a line, false (as when it is left out) not to",
  "true",
).default(false);

export const pagedOptions = { format, typeSize, judges, hyphenation };
