/**
 * Reads veraPDF's JSON report of one run (one standard, or those that each file claims; any number of
 * files). Input: its text and
 * what was asked for; output: what became of each file. What is missing from the report, cut short
 * or contradicts itself was not validated, and is never taken for a pass.
 */
import { z } from "zod";
import { JudgeUnavailable } from "../../verdict/judge.ts";
import type { ValidationProfile } from "./validation-profiles.ts";

const countSchema = z.int().nonnegative();

const failedRuleSchema = z.readonly(
  z.object({
    ruleStatus: z.literal("FAILED"),
    /** The standard's number, e.g. `ISO 14289-1:2014`. */
    specification: z.string(),
    clause: z.string(),
    testNumber: countSchema,
    /** How many times the rule is broken; `checks` may show fewer. */
    failedChecks: countSchema.positive(),
    description: z.string(),
    checks: z
      .array(
        z.readonly(
          z.object({
            /** veraPDF's path to the object, from the document's root. */
            context: z.string(),
            errorMessage: z.string().nullish(),
          }),
        ),
      )
      .readonly(),
  }),
);
export type FailedRule = z.infer<typeof failedRuleSchema>;

const validationSchema = z.object({
  details: z.object({
    failedRules: countSchema,
    passedChecks: countSchema,
    failedChecks: countSchema,
    ruleSummaries: z.array(failedRuleSchema),
  }),
  jobEndStatus: z.string(),
  profileName: z.string(),
  compliant: z.boolean(),
});
type Validation = z.infer<typeof validationSchema>;

const jobSchema = z.object({
  itemDetails: z.object({ name: z.string() }),
  validationResult: z.array(validationSchema).optional(),
  taskException: z.object({ type: z.string(), exceptionMessage: z.string() }).optional(),
});
type Job = z.infer<typeof jobSchema>;

const reportSchema = z.object({
  report: z.object({
    jobs: z.array(jobSchema),
    batchSummary: z.object({ outOfMemory: countSchema, veraExceptions: countSchema }),
  }),
});

export type Outcome =
  /** The file was read and validated; it meets the standard where no rule failed. */
  | { readonly kind: "validated"; readonly failedRules: readonly FailedRule[] }
  /** The file is no PDF that can be read without a password. */
  | { readonly kind: "unreadable"; readonly encrypted: boolean; readonly reason: string };

/**
 * The report of a run against one standard: one outcome for each of `fileNames`, in their order; a file
 * is known by the last part of its path.
 *
 * @throws JudgeUnavailable where the text is no report, or a file was not validated.
 */
export function readVeraPdfReport(
  text: string,
  profile: ValidationProfile,
  fileNames: readonly string[],
): readonly Outcome[] {
  return jobsOf(text, fileNames, profile.name).map((job) => {
    const { validationResult = [] } = job;
    const unread = unreadOutcome(job, profile.name);
    if (unread !== undefined) return unread;
    const [validation, ...others] = validationResult;
    if (validation === undefined || others.length > 0) {
      const count = validationResult.length;
      throw unavailable(profile.name, `its report has ${count} results for the file`);
    }
    return outcomeOf(validation, profile);
  });
}

/**
 * The report of a run against the standards that each file claims: for each of `fileNames`, an outcome
 * for each of `profiles`; undefined where the file was not validated against that.
 *
 * @throws JudgeUnavailable where the text is no report, or tells of a file what it cannot be.
 */
export function readReportOfClaims(
  text: string,
  profiles: readonly ValidationProfile[],
  fileNames: readonly string[],
): readonly (readonly (Outcome | undefined)[])[] {
  const asked = profiles.map(({ name }) => name).join(" and ");
  return jobsOf(text, fileNames, asked).map((job) => {
    const { validationResult = [] } = job;
    const unread = unreadOutcome(job, asked);
    return profiles.map((profile) => {
      const [validation, ...others] = validationResult.filter(
        ({ profileName }) => profileName === profile.profileName,
      );
      if (others.length > 0) {
        const count = others.length + 1;
        throw unavailable(profile.name, `its report has ${count} results for the file`);
      }
      return unread ?? (validation && outcomeOf(validation, profile));
    });
  });
}

function jobsOf(text: string, fileNames: readonly string[], asked: string): readonly Job[] {
  const { jobs, batchSummary } = parseReport(text);
  if (batchSummary.outOfMemory > 0) throw unavailable(asked, "it ran out of memory");
  if (batchSummary.veraExceptions > 0) throw unavailable(asked, "it broke off");
  return fileNames.map((fileName) => {
    const [job, ...others] = jobs.filter(
      ({ itemDetails }) => lastPart(itemDetails.name) === fileName,
    );
    if (job === undefined || others.length > 0) {
      const count = others.length + (job ? 1 : 0);
      throw unavailable(asked, `its report names the file ${count} times`);
    }
    return job;
  });
}

function parseReport(text: string): z.infer<typeof reportSchema>["report"] {
  try {
    return reportSchema.parse(JSON.parse(text)).report;
  } catch (error) {
    const fault = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new JudgeUnavailable(
      `veraPDF's report has a form that is not known here (1.30 is): ${fault.split("\n").join(" ")}`,
      { cause: error },
    );
  }
}

/** Of a file that could not be read; undefined where it was. */
function unreadOutcome({ taskException }: Job, asked: string): Outcome | undefined {
  if (taskException === undefined) return undefined;
  const { type, exceptionMessage } = taskException;
  if (type !== "PARSE" || exceptionMessage.includes("OutOfMemory")) {
    throw unavailable(asked, exceptionMessage);
  }
  const encrypted = /encrypted/i.test(exceptionMessage);
  return { kind: "unreadable", encrypted, reason: exceptionMessage };
}

function outcomeOf(validation: Validation, profile: ValidationProfile): Outcome {
  assertWhole(validation, profile);
  return { kind: "validated", failedRules: validation.details.ruleSummaries.toSorted(byClause) };
}

function assertWhole(
  validation: Validation,
  { name, profileName: asked }: ValidationProfile,
): void {
  const { details, jobEndStatus, profileName, compliant } = validation;
  if (profileName !== asked) {
    throw unavailable(name, `it used the ${profileName} instead`);
  }
  if (jobEndStatus !== "normal") {
    throw unavailable(name, `the validation ended as “${jobEndStatus}”`);
  }
  if (details.passedChecks + details.failedChecks === 0) {
    throw unavailable(name, "it checked nothing");
  }
  const isClean =
    details.failedRules === 0 && details.failedChecks === 0 && details.ruleSummaries.length === 0;
  if (compliant !== isClean || details.failedRules !== details.ruleSummaries.length) {
    throw unavailable(name, "its report contradicts itself");
  }
}

/** @param asked the standards that were asked for, as readers know them. */
function unavailable(asked: string, fault: string): JudgeUnavailable {
  return new JudgeUnavailable(`veraPDF did not validate against ${asked}: ${fault}`);
}

/** veraPDF lists failed rules in no fixed order. */
function byClause(one: FailedRule, other: FailedRule): number {
  const { compare } = new Intl.Collator("en", { numeric: true });
  return compare(one.clause, other.clause) || one.testNumber - other.testNumber;
}

function lastPart(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}
