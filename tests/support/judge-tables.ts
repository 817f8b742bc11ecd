/**
 * The tables that docs/judges.md has of judges and rules. Input: the marker above a table, and the
 * registry; output: the rows that it must have, as cells. Pure.
 *
 * Markers: `<!-- judges -->`, `<!-- affected -->`, `<!-- rules: NAME, NAME -->`, and the last with "with
 * a clause" or "without a clause" at its end.
 */
import { judgeInfo, JUDGES } from "../../src/judges/registry.ts";
import { AFFECTED, type Affected } from "../../src/judges/verdict/affected.ts";
import type { JudgeInfo, RuleInfo } from "../../src/judges/verdict/judge-info.ts";

export type Row = readonly string[];

export interface MarkedTable {
  readonly marker: string;
  /** As they stand in the text, head and all, without the line of dashes. */
  readonly rows: readonly Row[];
}

/** The tables of a text that have a marker, each directly above it. */
export function markedTables(text: string): readonly MarkedTable[] {
  return [...text.matchAll(/^<!-- (.+) -->\n\n((?:\|.*\n)*)/gm)].map(
    ([, marker = "", table = ""]) => ({
      marker,
      rows: table
        .split("\n")
        .filter((line) => line !== "" && !/^\|[ |:-]+$/.test(line))
        .map((line) =>
          line
            .split("|")
            .slice(1, -1)
            .map((cell) => cell.trim()),
        ),
    }),
  );
}

/** @throws RangeError for a marker that means nothing, or a judge that does not exist. */
export function tableOf(marker: string): readonly Row[] {
  if (marker === "judges") return tableOfJudges();
  if (marker === "affected") return tableOfAffected();
  const [, names, clause] = /^rules: (.+?)(?: (with|without) a clause)?$/.exec(marker) ?? [];
  if (names === undefined) throw new RangeError(`no table is marked “${marker}”`);
  const rules = names.split(", ").flatMap(rulesOf);
  const isWanted = ({ clauses }: RuleInfo): boolean =>
    clause === undefined || (clause === "with") === clauses.length > 0;
  return [
    ["rule", "what is reported", "affects", "clauses"],
    ...rules.filter(isWanted).map(rowOfRule),
  ];
}

/** As Markdown, to be put into the text; Prettier then aligns it. */
export function formatTable([head = [], ...rows]: readonly Row[]): string {
  const line = (cells: Row): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** The rules that a marker names, by judge. */
export function namedRules(marker: string): readonly string[] {
  return tableOf(marker)
    .slice(1)
    .map(([rule = ""]) => rule.replace(/^`|`.*$/g, ""));
}

function rulesOf(name: string): readonly RuleInfo[] {
  const info = judgeInfo(name);
  if (info === undefined) throw new RangeError(`no judge is called “${name}”`);
  return Object.values(info.rules);
}

function rowOfRule({ id, summary, affects, clauses, toReview, isGuidance }: RuleInfo): Row {
  const sign = toReview ? " †" : isGuidance ? " ‡" : "";
  return [`\`${id}\`${sign}`, summary, affects.map(shortOf).join(", "), clauses.join(", ")];
}

function tableOfAffected(): readonly Row[] {
  const affected = Object.entries(AFFECTED) as readonly (readonly [Affected, string])[];
  return [["affects", "who"], ...affected.map(([each, who]) => [shortOf(each), who])];
}

function shortOf(affected: Affected): string {
  return affected.replaceAll("-", " ");
}

const SUBJECTS: Readonly<Record<JudgeInfo["subjects"][number], string>> = {
  "html-page": "an open page",
  "html-file": "an HTML file",
  "html-folder": "a folder",
  pdf: "a PDF",
  "laid-out-pages": "paginated pages",
  "press-file": "a PDF for the press",
  "office-sheets": "sheets for an office printer",
  project: "the project",
};

const NEEDS: Readonly<Record<JudgeInfo["needs"][number], string>> = {
  browser: "a browser",
  java: "Java",
  source: "what it was made of",
  project: "the project that made it",
};

function tableOfJudges(): readonly Row[] {
  return [
    ["judge", "judges", "needs", "looks at"],
    ...JUDGES.map(({ name, subjects, needs, looksAt, toolRules }) => [
      toolRules === undefined ? name : `${name} ([rules](${toolRules}))`,
      subjects.map((subject) => SUBJECTS[subject]).join(", "),
      needs.map((need) => NEEDS[need]).join(", "),
      looksAt,
    ]),
  ];
}
