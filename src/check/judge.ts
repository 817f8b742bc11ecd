/**
 * What a judge is, and how its word becomes a report. Input: a judge and what it judges; output:
 * `JudgeReport`, `EditionReport`, `Report`. It knows no rule and opens no file or page.
 *
 * A judge that could not run, for whatever reason, is `skipped`, and skipped is never a pass.
 */
import type { EditionReport, Finding, JudgeReport, Report } from "./finding.ts";

/** What a judge found, and what it leaves to a person because no program can decide it. */
export interface Judgement {
  readonly findings: readonly Finding[];
  /** Doubts, not faults: listed in the report, they do not refuse the imprimatur. */
  readonly toReview?: readonly Finding[];
}

export interface Judge<Subject> {
  /** The name readers know it by, e.g. `axe-core`. */
  readonly name: string;
  readonly version: string;
  /** Throws {@link JudgeUnavailable} when it cannot judge; heeds `signal` between long steps. */
  judge(subject: Subject, signal: AbortSignal): Promise<Judgement>;
}

/** Thrown by a judge that cannot run here; `message` is the reason that the report shows. */
export class JudgeUnavailable extends Error {
  override readonly name: string = "JudgeUnavailable";
}

/**
 * Runs one judge. Whatever it throws becomes a skipped report with the reason, except when
 * `signal` was aborted: then the run as a whole has ended, and the signal's reason is thrown.
 */
export async function runJudge<Subject>(
  judge: Judge<Subject>,
  subject: Subject,
  signal: AbortSignal = new AbortController().signal,
): Promise<JudgeReport> {
  const { name, version } = judge;
  try {
    signal.throwIfAborted();
    const judgement = await judge.judge(subject, signal);
    signal.throwIfAborted();
    return reportJudgement(name, version, judgement);
  } catch (error) {
    signal.throwIfAborted();
    return { name, version, status: "skipped", reason: reasonOf(error), findings: [] };
  }
}

/** The report of a judge that ran. */
export function reportJudgement(name: string, version: string, judgement: Judgement): JudgeReport {
  const { findings, toReview = [] } = judgement;
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
  if (error instanceof JudgeUnavailable) return error.message;
  const [firstLine = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  return `the judge broke down: ${firstLine}`;
}
