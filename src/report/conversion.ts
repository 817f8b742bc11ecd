/**
 * What the command `pdf` says of what it made: each problem as plain lines, and one line that agrees
 * with the exit code. Input: what was made and its report; output: text that ends its lines. It
 * writes nothing.
 */
import type { Converted } from "../commands/convert.ts";
import type { EditionReport, JudgeReport } from "../check/finding.ts";
import { familyPart, type UsedFont } from "../fonts/font-origins.ts";
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

/**
 * The fonts, `fonts: Tinos, Arimo; of the document: Lato`; then `note.pdf: 3 pages, PDF/UA-1 and
 * PDF/A-2a`, and what is wrong where anything is.
 */
export function formatConversion(converted: Converted): string {
  const { file, pageCount, standards, report, fonts } = converted;
  const problems = problemsOf(report.judges);
  const claims =
    standards.length === 0
      ? noClaim(report.judges)
      : [standards.join(" and "), ...(problems === "" ? [] : [problems])].join("; ");
  return `${formatFonts(fonts)}${file}: ${countPages(pageCount)}, ${claims}\n`;
}

/** Families, as far as the names show them, by whose they are; nothing where there are none. */
function formatFonts(fonts: readonly UsedFont[]): string {
  const labels = { shipped: "", document: "of the document: ", installed: "installed: " };
  const parts = (["shipped", "document", "installed"] as const).flatMap((origin) => {
    const names = fonts.filter(({ from }) => from === origin).map(({ name }) => familyPart(name));
    return names.length === 0 ? [] : `${labels[origin]}${[...new Set(names)].join(", ")}`;
  });
  return parts.length === 0 ? "" : `${plainLine(`fonts: ${parts.join("; ")}`)}\n`;
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
