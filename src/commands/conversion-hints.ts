/**
 * What the command `pdf` can do about a fault of the source, beside what the document can do. Input: the
 * reports of judges; output: the same, with the options in the hints. Pure.
 */
import { SOURCE } from "../judges/pdf/source-info.ts";
import type { Finding, JudgeReport } from "../judges/verdict/finding.ts";

const options: Readonly<Record<string, string>> = {
  "document-title": "or give it one with --title TEXT",
  "document-language": "or name it with --lang TAG",
  "heading-order": "or have the levels closed in the tags with --fix headings",
};

const noList =
  "or list it with --alts FILE, or choose it with --decorative SELECTOR if it is decoration";

/** @param list the file of alternatives, where there is one. */
export function withOptionHints(
  reports: readonly JudgeReport[],
  list: string | undefined,
): readonly JudgeReport[] {
  const pictureHint = list === undefined ? noList : `or describe it in ${list}`;
  const hintOf = ({ rule, where }: Finding): string | undefined => {
    if (rule === "image-alt") return pictureHint;
    // Of the document alone, not of a part of it.
    if (rule === "language-unknown" && where.includes(" html[lang="))
      return "or name it with --lang TAG";
    return options[rule];
  };
  return reports.map((report) => ({
    ...report,
    findings: report.findings.map((finding) => {
      const hint = report.name === SOURCE.name ? hintOf(finding) : undefined;
      return hint === undefined ? finding : { ...finding, help: `${finding.help}, ${hint}` };
    }),
  }));
}
