/**
 * What the command `pdf` says of what it made: each problem as plain lines, and one line that agrees
 * with the exit code. Input: what was made and its report; output: text that ends its lines. It
 * writes nothing.
 */
import type { Notice } from "../accessible/amend/amendments.ts";
import type { Converted } from "../commands/convert.ts";
import type { EditionReport, JudgeReport } from "../check/finding.ts";
import { countPages } from "../log.ts";
import { count, statusOf } from "./counts.ts";
import { plainLine } from "./plain-line.ts";

/** The findings, and the judges that did not run; empty where there are none. */
export function formatProblems({ judges }: Pick<EditionReport, "judges">): string {
  const findings = judges.flatMap((judge) => judge.findings);
  const skipped = judges.filter(({ status }) => status === "skipped");
  return [
    ...findings.flatMap(({ message, where, help }) => [
      plainLine(message),
      `  at ${plainLine(where)}`,
      `  ${plainLine(help)}`,
    ]),
    ...skipped.map((judge) => plainLine(`${judge.name} ${statusOf(judge)}`)),
  ]
    .map((line) => `${line}\n`)
    .join("");
}

/** No place is said of more than so many. */
const mostPlaces = 20;

/** What is worth knowing and no fault; empty where there is nothing. */
export function formatNotices(notices: readonly Notice[]): string {
  return notices
    .flatMap(({ message, places }) => [
      `note: ${plainLine(message)}`,
      ...places.slice(0, mostPlaces).map((place) => `  ${plainLine(place)}`),
      ...(places.length > mostPlaces ? [`  and ${places.length - mostPlaces} more`] : []),
    ])
    .map((line) => `${line}\n`)
    .join("");
}

/** `note.pdf: 3 pages, PDF/UA-1 and PDF/A-2a`, and what is wrong where anything is. */
export function formatConversion({
  file,
  pageCount,
  standards,
  report,
}: Omit<Converted, "notices">): string {
  const problems = problemsOf(report.judges);
  const claims =
    standards.length === 0
      ? noClaim(report.judges)
      : [standards.join(" and "), ...(problems === "" ? [] : [problems])].join("; ");
  return `${file}: ${countPages(pageCount)}, ${claims}\n`;
}

/** `no standard is claimed: 2 findings, 1 judge did not run` */
export function noClaim(judges: readonly JudgeReport[]): string {
  return `no standard is claimed: ${problemsOf(judges)}`;
}

function problemsOf(judges: readonly JudgeReport[]): string {
  const findings = judges.reduce((sum, judge) => sum + judge.findings.length, 0);
  const skipped = judges.filter(({ status }) => status === "skipped").length;
  return [
    ...(findings > 0 ? [count(findings, "finding")] : []),
    ...(skipped > 0 ? [`${count(skipped, "judge")} did not run`] : []),
  ].join(", ");
}
