/**
 * What the command `pdf` says of what it made: each problem as plain lines, and one line that agrees
 * with the exit code. Input: what was made and its report; output: text that ends its lines. It
 * writes nothing.
 */
import type { Notice } from "../accessible/amend/amendments.ts";
import type { Converted } from "../commands/convert.ts";
import type { EditionReport, JudgeReport } from "../judges/verdict/finding.ts";
import type { RepairName } from "../paginate/repair-names.ts";
import type { Repair } from "../paginate/paper-world.ts";
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

/**
 * The fonts, `fonts: Tinos, Arimo; of the document: Lato`; then `note.pdf: 3 pages, PDF/UA-1 and
 * PDF/A-2a`, and what is wrong where anything is.
 */
export function formatConversion(converted: Omit<Converted, "notices">): string {
  const { file, pageCount, standards, report, repairs, fonts } = converted;
  const problems = problemsOf(report.judges);
  const claims =
    standards.length === 0
      ? noClaim(report.judges)
      : [standards.join(" and "), ...(problems === "" ? [] : [problems])].join("; ");
  const changes = repairs.map((repair) => `changed for paper: ${describeRepair(repair)}\n`);
  return `${changes.join("")}${formatFonts(fonts)}${file}: ${countPages(pageCount)}, ${claims}\n`;
}

const REPAIR_WORDS: Readonly<Record<RepairName, string>> = {
  missing: "words stand for pictures and frames that did not come",
  shells: "what scrolls on a screen is opened",
  columns: "columns taller than a page stand one below the other, and cards stay whole",
  pictures: "pictures larger than the page shrink",
  lines: "lines longer than the page wrap",
  tables: "tables wider than the page are made to fit",
  words: "words longer than their line break",
  shadows: "text has no shadow, which readers would read once more",
};

const ELEMENTS_NAMED = 3;

function describeRepair({ name, elements }: Repair): string {
  const named = elements.slice(0, ELEMENTS_NAMED).join(", ");
  const rest = elements.length - ELEMENTS_NAMED;
  const places = plainLine(rest > 0 ? `${named} and ${rest} more` : named);
  return `${REPAIR_WORDS[name]}: ${places} (--no-repair ${name} leaves them)`;
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
