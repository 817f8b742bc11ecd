/**
 * What a judge is, and how its word becomes a report. Input: a judge and what it judges; output:
 * `JudgeReport`, `EditionReport`, `Report`. It knows no rule and opens no file or page. Judges name the
 * elements that they find something in; reports name the author's file and line.
 *
 * A judge that could not run, for whatever reason, is `skipped`, and skipped is never a pass.
 */
import { PublicationError } from "../../errors.ts";
import type { EditionReport, Finding, JudgeReport, Report } from "./finding.ts";
import type { SourceOf } from "./found-element.ts";
import { PageLeft } from "../../browser/kept-page.ts";
import { versionOf, type JudgeInfo, type RuleFinding } from "./judge-info.ts";
import { DEFAULT_TIME_LIMITS, TimeIsUp, withinTime, type TimeLimits } from "./time-limit.ts";

/**
 * What a judge found, and what it leaves to a person because no program can decide it.
 * @typeParam Rule the rules that it may report.
 */
export interface Judgement<Rule extends string = string> {
  readonly findings: readonly RuleFinding<Rule>[];
  /** Doubts, not faults: listed in the report, they do not refuse the imprimatur. */
  readonly toReview?: readonly RuleFinding<Rule>[];
}

export interface Judge<Subject> {
  /** What is known of it without running it. */
  readonly info: JudgeInfo;
  /** The name readers know it by, e.g. `axe-core`. */
  readonly name: string;
  /** Of what judges here: a machine may have another release of a tool than the one that is known. */
  readonly version: string;
  /** Throws {@link JudgeUnavailable} when it cannot judge; stops at `signal` between long steps. */
  judge(subject: Subject, signal: AbortSignal): Promise<Judgement>;
}

/**
 * A judge of what is known of it. A rule that its metadata lacks does not compile here, unless the judge
 * is a tool that has rules of its own.
 */
export function judgeBy<Subject, Rule extends string>(
  info: JudgeInfo<Rule>,
  judge: (subject: Subject, signal: AbortSignal) => Promise<Judgement<NoInfer<Rule>>>,
  version = versionOf(info),
): Judge<Subject> {
  return { info, name: info.name, version, judge };
}

/** Thrown by a judge that cannot run here; `message` is the reason that the report shows. */
export class JudgeUnavailable extends Error {
  override readonly name: string = "JudgeUnavailable";
}

/** What judges are run with: what ends them, and what is known of what they look at. */
export interface JudgeRun {
  /** Aborted when the run as a whole ends. */
  readonly signal?: AbortSignal | undefined;
  /** Aborted when the page or file has had its time. */
  readonly targetSignal?: AbortSignal | undefined;
  /** How long it may take; the default limits where it is undefined. */
  readonly limits?: TimeLimits | undefined;
  /** Where the text of what they look at was written, for those who know it. */
  readonly sourceOf?: SourceOf | undefined;
}

/**
 * Runs one judge for as long as it may take. Whatever it throws becomes a skipped report with the
 * reason, as does its taking longer, except when `signal` was aborted: then the run as a whole has
 * ended, and the signal's reason is thrown.
 */
export async function runJudge<Subject>(
  judge: Judge<Subject>,
  subject: Subject,
  run: JudgeRun = {},
): Promise<JudgeReport> {
  const { info, name, version } = judge;
  const { signal, targetSignal, limits = DEFAULT_TIME_LIMITS, sourceOf } = run;
  try {
    const judgement = await withinTime((own) => judge.judge(subject, own), {
      timeoutMs: limits[info.limit],
      signals: [signal, targetSignal],
    });
    signal?.throwIfAborted();
    const unknown = unknownRules(info, judgement);
    const report = reportJudgement(name, version, judgement, sourceOf);
    return unknown.length === 0 ? report : asBroken(report, unknown);
  } catch (error) {
    signal?.throwIfAborted();
    return reportSkipped(name, version, reasonOf(error));
  }
}

/** Of what was found, the rules that neither the judge's metadata nor a tool has. */
function unknownRules({ rules, toolRules }: JudgeInfo, judgement: Judgement): readonly string[] {
  if (toolRules !== undefined) return [];
  const found = [...judgement.findings, ...(judgement.toReview ?? [])].map(({ rule }) => rule);
  return [...new Set(found)].filter((rule) => !Object.hasOwn(rules, rule));
}

/** The fault is ours: what was found is kept, and the judge counts as one that did not run. */
function asBroken(report: JudgeReport, unknown: readonly string[]): JudgeReport {
  const reason = `the judge broke down: it has no rule ${unknown.join(", ")}`;
  return { ...report, status: "skipped", reason };
}

/** The judge, who meets the subject as `prepare` leaves it: what fails there is the judge's failure. */
export function afterPreparing<Subject>(
  prepare: () => Promise<void>,
  judge: Judge<Subject>,
): Judge<Subject> {
  return {
    ...judge,
    judge: async (subject, signal) => {
      await prepare();
      return judge.judge(subject, signal);
    },
  };
}

/** The report of a judge that ran. */
export function reportJudgement(
  name: string,
  version: string,
  judgement: Judgement,
  sourceOf: SourceOf = () => undefined,
): JudgeReport {
  const reported = ({ element, ...finding }: RuleFinding): Finding => {
    const source = element && sourceOf(element);
    return { ...finding, ...(source && { source }) };
  };
  const findings = judgement.findings.map(reported);
  const toReview = (judgement.toReview ?? []).map(reported);
  return {
    name,
    version,
    status: findings.length === 0 ? "passed" : "failed",
    findings,
    ...(toReview.length > 0 && { toReview }),
  };
}

/** The report of a judge that was never started, e.g. because no browser was found. */
export function reportSkipped(name: string, version: string, reason: string): JudgeReport {
  return { name, version, status: "skipped", reason, findings: [] };
}

/**
 * The report over all editions. Granted only if there is an edition, in each edition a judge ran,
 * and every judge that was not waived ran and found nothing.
 */
export function combineReports(editions: readonly EditionReport[]): Report {
  const granted =
    editions.length > 0 &&
    editions.every(
      ({ judges }) =>
        judges.some((judge) => judge.status === "passed") &&
        judges.every((judge) => judge.status === "passed" || isWaived(judge)),
    );
  return { granted, editions: [...editions] };
}

/** Whether a judge did not run and that refuses nothing. */
export function isWaived({ status, waived, findings }: JudgeReport): boolean {
  return status === "skipped" && waived === true && findings.length === 0;
}

function reasonOf(error: unknown): string {
  if (error instanceof PublicationError && error.code === "page-crashed") {
    return "the page's process ended";
  }
  const saysWhy = [JudgeUnavailable, TimeIsUp, PageLeft, PublicationError].some(
    (kind) => error instanceof kind,
  );
  if (saysWhy && error instanceof Error) return error.message;
  const [firstLine = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  return `the judge broke down: ${firstLine}`;
}
