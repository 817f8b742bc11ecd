/**
 * What judges say: the shape of `output/reports/report.json`. These schemas are the single source
 * of the types; a report read back from disk is parsed with them.
 */
import { z } from "zod";
import { sourcePositionSchema } from "../../document/source-position.ts";

/** How much a finding hurts the person who reads. The words are axe-core's. */
export const impactSchema = z.enum(["minor", "moderate", "serious", "critical"]);
export type Impact = z.infer<typeof impactSchema>;

export const findingSchema = z.readonly(
  z.object({
    /** The judge's own name for the rule, e.g. `image-alt`. */
    rule: z.string(),
    impact: impactSchema,
    /** WCAG 2.2 success criteria, e.g. `["1.1.1"]`; empty where the rule has none. */
    wcag: z.array(z.string()).readonly(),
    /** Those, and clauses of standards, e.g. `["WCAG 2.2 1.1.1", "PDF/UA-1 §7.3"]`, as written reports have them. */
    clauses: z.array(z.string()).readonly().optional(),
    /** Whom it affects, e.g. `["blind"]`: the keys of `AFFECTED`, as written reports have it. */
    affects: z.array(z.string()).readonly().optional(),
    /** Where to look: a selector, a page, a structure element, or a file and line. */
    where: z.string(),
    /** The author's file and line that it came from; absent where nobody knows. */
    source: sourcePositionSchema.optional(),
    message: z.string(),
    /** How to fix it, or where to read about it. */
    help: z.string(),
  }),
);
export type Finding = z.infer<typeof findingSchema>;

const judgeReportSchema = z.readonly(
  z.object({
    name: z.string(),
    version: z.string(),
    status: z.enum(["passed", "failed", "skipped"]),
    /** Why a judge did not run; only with `skipped`, which is never a pass. */
    reason: z.string().optional(),
    /**
     * Skipped because this machine lacks a program that the judge needs (veraPDF needs Java), where
     * nobody asked that every judge must run: it still is no pass, but refuses nothing.
     */
    waived: z.literal(true).optional(),
    findings: z.array(findingSchema).readonly(),
    /** What no program can decide and a person should look at; it does not refuse the imprimatur. */
    toReview: z.array(findingSchema).readonly().optional(),
  }),
);
export type JudgeReport = z.infer<typeof judgeReportSchema>;

/** A file as it was judged: a grant is for these bytes and no others. */
const fileRecordSchema = z.readonly(
  z.object({
    /** Relative to the project, with `/` between folders. */
    path: z.string(),
    bytes: z.int().nonnegative(),
    /** FIPS 180-4, in hexadecimal digits. */
    sha256: z.string().regex(/^[\da-f]{64}$/),
  }),
);
export type FileRecord = z.infer<typeof fileRecordSchema>;

/** Which run a verdict is of. */
const runFields = {
  /** Of Imprimatur, e.g. `0.1.0`. */
  version: z.string().optional(),
  /** When it was judged, as ISO 8601 has it. */
  date: z.iso.datetime().optional(),
};

const editionReportSchema = z.readonly(
  z.object({
    edition: z.string(),
    /** What was judged: a path relative to the project, or an address. */
    file: z.string(),
    /** The run that judged it; neither where nobody has. */
    ...runFields,
    /** Empty where the edition was made and nobody judged it. */
    judges: z.array(judgeReportSchema).readonly(),
    /** What was judged, by its bytes; absent for an address, which has none of its own. */
    files: z.array(fileRecordSchema).readonly().optional(),
  }),
);
export type EditionReport = z.infer<typeof editionReportSchema>;

export const reportSchema = z.readonly(
  z.object({
    /** True only when every judge of every edition ran, or was waived, and found nothing. */
    granted: z.boolean(),
    /** The run that wrote the report; an edition of it may have been judged by an earlier one. */
    ...runFields,
    /** How long that run took, in milliseconds. */
    durationMs: z.int().nonnegative().optional(),
    /** What is to be known and refuses nothing, e.g. a language in which no words are known. */
    notes: z.array(z.string()).readonly().optional(),
    editions: z.array(editionReportSchema).readonly(),
  }),
);
export type Report = z.infer<typeof reportSchema>;
