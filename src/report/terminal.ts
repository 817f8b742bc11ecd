/**
 * The report as plain lines for a terminal or a log. Input: a report; output: text that ends in the
 * verdict. It writes nothing. What findings quote from content is stripped of control characters, so
 * that no document can steer the terminal.
 */
import { createColors } from "picocolors";
import { formatPlace } from "../errors.ts";
import type { EditionReport, Finding, JudgeReport, Report } from "../judges/verdict/finding.ts";
import { headingOf, statusOf, verdictOf } from "./counts.ts";
import { describeAffected } from "./explain.ts";
import { plainLine } from "./plain-line.ts";

export interface TerminalOptions {
  readonly color: boolean;
  /** Columns to wrap at; lines are not wrapped without it. */
  readonly width?: number;
  /** Where the verdict sends the reader for more; nowhere without it. */
  readonly reportFile?: string;
}

type Colors = ReturnType<typeof createColors>;

export function formatReport(report: Report, options: TerminalOptions): string {
  const colors = createColors(options.color);
  const width = options.width ?? Number.POSITIVE_INFINITY;
  const editions = report.editions.map((edition) => formatEdition(edition, colors, width));
  const verdict = report.granted
    ? colors.green(verdictOf(report))
    : [
        colors.red(verdictOf(report)),
        ...(options.reportFile === undefined ? [] : [`Read ${options.reportFile}`]),
      ].join(". ");
  const notes = (report.notes ?? []).flatMap((note) => wrap(plainLine(note), "note: ", width));
  return [...editions, ...(notes.length > 0 ? [notes.join("\n")] : []), verdict].join("\n\n");
}

function formatEdition(edition: EditionReport, colors: Colors, width: number): string {
  const nameWidth = Math.max(0, ...edition.judges.map((judge) => nameOf(judge).length));
  const title = `${colors.bold(plainLine(edition.edition))}  ${plainLine(edition.file)}`;
  const judges = edition.judges.flatMap((judge) => formatJudge(judge, nameWidth, colors, width));
  return [title, ...(judges.length > 0 ? judges : ["  no judge"])].join("\n");
}

function formatJudge(
  judge: JudgeReport,
  nameWidth: number,
  colors: Colors,
  width: number,
): readonly string[] {
  const paint = { passed: colors.green, failed: colors.red, skipped: colors.yellow }[judge.status];
  const { toReview = [] } = judge;
  return [
    `  ${nameOf(judge).padEnd(nameWidth)}  ${paint(plainLine(statusOf(judge)))}`,
    ...judge.findings.flatMap((finding) =>
      formatFinding(judge.name, finding, { paint: colors.red, colors, width, prefix: "" }),
    ),
    ...toReview.flatMap((doubt) =>
      formatFinding(judge.name, doubt, {
        paint: colors.yellow,
        colors,
        width,
        prefix: "to review · ",
      }),
    ),
  ];
}

interface FindingLook {
  readonly paint: (text: string) => string;
  readonly colors: Colors;
  readonly width: number;
  readonly prefix: string;
}

function formatFinding(
  judge: string,
  finding: Finding,
  { paint, colors, width, prefix }: FindingLook,
): readonly string[] {
  const { source, where } = finding;
  // The author's own file comes first, in the form that editors open at a click.
  const places =
    source === undefined
      ? wrap(plainLine(where), "      at ", width)
      : [
          `      at ${plainLine(formatPlace(source))}`,
          ...wrap(plainLine(where), "      in ", width),
        ];
  return [
    `    ${paint(plainLine(`${prefix}${headingOf(judge, finding)}`))}`,
    ...places,
    ...wrap(plainLine(finding.message), "      ", width),
    ...wrap(describeAffected(judge, finding), "      affects: ", width),
    ...wrap(plainLine(finding.help), "      help: ", width).map((line) => colors.dim(line)),
  ];
}

function nameOf({ name, version }: JudgeReport): string {
  return plainLine(`${name} ${version}`);
}

/** Lines of at most `width` columns, the first after `lead`; a longer word stays whole. */
function wrap(text: string, lead: string, width: number): readonly string[] {
  if (text === "") return [];
  const indent = " ".repeat(lead.length);
  const lines: string[] = [];
  let line = lead;
  let isStart = true;
  for (const word of text.split(" ")) {
    if (!isStart && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent;
      isStart = true;
    }
    line += isStart ? word : ` ${word}`;
    isStart = false;
  }
  return [...lines, line];
}
