/**
 * The judge of what in the source keeps a PDF from the standards: the accessible stage meets it while it
 * builds the tags, and claims no standard then. Input: its faults. Output: a finding for each, with the
 * clause of every standard that forbids it, and the source's element.
 */
import type { SourceFault } from "../../accessible/source/source-fault.ts";
import { citationsOf } from "../../pdf/standards/rules.ts";
import { judgeBy, type Judge } from "../verdict/judge.ts";
import { findingOf } from "../verdict/judge-info.ts";
import { SOURCE, SOURCE_RULES } from "./source-info.ts";

export interface JudgedSource {
  /** The source as a person knows it, e.g. `report.html`. */
  readonly file: string;
  readonly faults: readonly SourceFault[];
}

export const sourceJudge: Judge<JudgedSource> = judgeBy(SOURCE, ({ file, faults }) =>
  Promise.resolve({
    findings: faults.map(({ rule, message, where, hint, wcag, ref }) =>
      findingOf(SOURCE_RULES[rule], {
        wcag,
        where: `${file}: ${where}`,
        element: ref === undefined ? undefined : { kind: "print-source-element", ref },
        message: `${citationsOf(rule).join(", ")}: ${message}`,
        help: `hint: ${hint}`,
      }),
    ),
  }),
);
