/**
 * The figures of a comparison, as they are written to JSON. The schema is the one source of their
 * types. Output of what is measured, input of the table.
 */
import { z } from "zod";

const count = z.int().nonnegative();

const wordsSchema = z.readonly(
  z.object({
    total: count,
    inOrder: count,
    moved: count,
    lost: count,
    added: count,
    lostExamples: z.array(z.string()).readonly(),
    addedExamples: z.array(z.string()).readonly(),
  }),
);

const elementsShape = { headings: count, tables: count, lists: count, figures: count };
export const elementNames = ["headings", "tables", "lists", "figures"] as const;

const pdfSchema = z.readonly(
  z.object({
    pages: count,
    /** Standards that the file says it meets, e.g. `PDF/UA-1`. */
    claims: z.array(z.string()).readonly(),
    /** Broken rules, by clause and test; undefined where veraPDF did not run or cannot read the file. */
    ua1: z.array(z.string()).readonly().optional(),
    /** The same of PDF/A-2a, where that is claimed. */
    a2a: z.array(z.string()).readonly().optional(),
    /** By pdftotext; undefined where it is not installed. */
    words: wordsSchema.optional(),
    tags: z.readonly(z.object({ isTagged: z.boolean(), words: wordsSchema, ...elementsShape })),
  }),
);
export type PdfFigures = z.infer<typeof pdfSchema>;

const resultSchema = z.readonly(
  z.object({
    outcome: z.enum(["made", "refused", "failed", "over-time", "unread"]),
    message: z.string().optional(),
    wallMs: count,
    pdf: pdfSchema.optional(),
  }),
);
export type ProgramResult = z.infer<typeof resultSchema>;

const documentSchema = z.readonly(
  z.object({
    id: z.string(),
    kind: z.string(),
    from: z.string(),
    licence: z.string().optional(),
    /** Why it was not to be had; then there is nothing else. */
    missing: z.string().optional(),
    facts: z.readonly(z.object({ words: count, ...elementsShape })).optional(),
    /** By the ids of programs. */
    results: z.record(z.string(), resultSchema).readonly(),
  }),
);
export type DocumentResults = z.infer<typeof documentSchema>;

const programSchema = z.readonly(
  z.object({
    id: z.string(),
    name: z.string(),
    command: z.string(),
    version: z.string().optional(),
    /** Why it cannot be used on the machine. */
    missing: z.string().optional(),
  }),
);
export type ProgramFacts = z.infer<typeof programSchema>;

export const comparisonSchema = z.readonly(
  z.object({
    /** `2026-11-30`. */
    date: z.iso.date(),
    /** Versions of what measures, by name. */
    readers: z.record(z.string(), z.string()).readonly(),
    programs: z.array(programSchema).readonly(),
    documents: z.array(documentSchema).readonly(),
  }),
);
export type Comparison = z.infer<typeof comparisonSchema>;
