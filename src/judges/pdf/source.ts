/**
 * The judge of what in the source keeps a PDF from the standards: the accessible stage meets it while it
 * builds the tags, and claims no standard then. Input: its faults. Output: a finding for each, with the
 * clause of every standard that forbids it, and the source's element.
 */
import type { SourceFault } from "../../accessible/source/source-fault.ts";
import { citationsOf } from "../../pdf/standards/rules.ts";
import type { Judge } from "../verdict/judge.ts";

export interface JudgedSource {
  /** The source as a person knows it, e.g. `report.html`. */
  readonly file: string;
  readonly faults: readonly SourceFault[];
}

export const sourceJudge: Judge<JudgedSource> = {
  name: "imprimatur-source",
  version: "1",
  judge: ({ file, faults }) =>
    Promise.resolve({
      findings: faults.map(({ rule, message, where, hint, wcag }) => ({
        rule,
        impact: "serious" as const,
        wcag,
        where: `${file}: ${where}`,
        message: `${citationsOf(rule).join(", ")}: ${message}`,
        help: `hint: ${hint}`,
      })),
    }),
};
