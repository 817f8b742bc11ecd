/**
 * The words that every report format shares: what a judge's status reads like, and the verdict.
 * Input: reports; output: sentences. No colour and no markup.
 */
import type { Finding, JudgeReport, Report } from "../judges/verdict/finding.ts";
import { isWaived } from "../judges/verdict/judge.ts";
import { furtherClauses } from "./explain.ts";

/** `1 finding`, `2 findings`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** `passed`, `failed: 2 findings`, or `did not run: no browser was found`. */
export function statusOf(judge: JudgeReport): string {
  const findings = count(judge.findings.length, "finding");
  switch (judge.status) {
    case "passed":
      return "passed";
    case "failed":
      return `failed: ${findings}`;
    case "skipped": {
      const reason = `did not run: ${judge.reason ?? "no reason given"}`;
      return judge.findings.length === 0 ? reason : `${reason}; ${findings} before that`;
    }
  }
}

/** `serious · pdf-figure-alt · WCAG 1.1.1 · PDF/UA-1 §7.3` */
export function headingOf(judge: string, finding: Finding): string {
  const { impact, rule, wcag } = finding;
  const criteria = wcag.length > 0 ? [`WCAG ${wcag.join(", ")}`] : [];
  return [impact, rule, ...criteria, ...furtherClauses(judge, finding)].join(" · ");
}

/** The verdict, without saying where to read more. */
export function verdictOf(report: Report): string {
  const judges = report.editions.flatMap((edition) => edition.judges);
  if (report.granted) {
    const waived = [...new Set(judges.filter(isWaived).map(({ name }) => name))];
    return ["Imprimatur granted", ...waived.map((name) => `${name} did not run`)].join("; ");
  }
  const findings = judges.reduce((sum, judge) => sum + judge.findings.length, 0);
  const skipped = judges.filter(({ status }) => status === "skipped").length;
  const faulty = report.editions.filter((edition) =>
    edition.judges.some((judge) => judge.findings.length > 0),
  ).length;
  const unjudged = report.editions.filter((edition) => edition.judges.length === 0).length;
  const parts = [
    ...(findings > 0 ? [`${count(findings, "finding")} in ${count(faulty, "edition")}`] : []),
    ...(skipped > 0 ? [`${count(skipped, "judge")} did not run`] : []),
    ...(unjudged > 0 ? [`${count(unjudged, "edition")} had no judge`] : []),
    ...(report.editions.length === 0 ? ["nothing was judged"] : []),
  ];
  return `Imprimatur refused: ${parts.join(", ")}`;
}
