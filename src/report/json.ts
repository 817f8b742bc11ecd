/**
 * The report as JSON for programs: `output/reports/report.json` and what `--json` prints. Input: a
 * report; output: text, and back, with the clauses of findings and whom they affect. The order of keys is the schema's and that of findings the
 * judges', so the same report always gives the same bytes.
 */
import { reportSchema } from "../judges/verdict/finding.ts";
import type { Report } from "../judges/verdict/finding.ts";
import { explainReport } from "./explain.ts";

export function formatJson(report: Report): string {
  return `${JSON.stringify(reportSchema.parse(explainReport(report)), null, 2)}\n`;
}

/** Throws a `SyntaxError` or `ZodError` where the text is no report. */
export function parseJson(text: string): Report {
  return reportSchema.parse(JSON.parse(text));
}
