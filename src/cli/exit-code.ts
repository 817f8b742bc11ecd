/**
 * What a command ends with: 0 clean, 1 technical fault (also: a judge did not run), 2 findings;
 * 128 + n when signal n stopped the run (see `Stopped`).
 */
import type { Report } from "../judges/verdict/finding.ts";

export type ExitCode = 0 | 1 | 2;

/** Findings weigh more than judges that did not run. */
export function exitCodeOf(report: Report): ExitCode {
  if (report.granted) return 0;
  const judges = report.editions.flatMap((edition) => edition.judges);
  return judges.some((judge) => judge.status === "failed") ? 2 : 1;
}
