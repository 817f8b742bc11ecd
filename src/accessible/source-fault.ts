/** What in the source keeps the PDF from a standard, in the wording of Typst's PDF/UA export. */
import type { Finding } from "../check/finding.ts";

export interface SourceFault {
  /** e.g. `PDF/UA-1 §7.3`. */
  readonly clause: string;
  readonly rule: string;
  readonly message: string;
  /** The element, or the page. */
  readonly where: string;
  /** How to mend it, without the word "hint". */
  readonly hint: string;
  readonly wcag: readonly string[];
}

/** The fault as a finding; `file` is where the source stands, as a person knows it. */
export function faultFinding(fault: SourceFault, file: string): Finding {
  return {
    rule: fault.rule,
    impact: "serious",
    wcag: [...fault.wcag],
    where: `${file}: ${fault.where}`,
    message: `${fault.clause}: ${fault.message}`,
    help: `hint: ${fault.hint}`,
  };
}
