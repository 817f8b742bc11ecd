import type { RuleOf } from "../../pdf/standards/rules.ts";
import type { KeptStandard } from "../kept-standards.ts";

/** What a standard that we keep forbids. */
export type SourceRule = RuleOf<KeptStandard>;

/** What in the source keeps the PDF from a standard, in the wording of Typst's PDF/UA export. */
export interface SourceFault {
  /** Which standards forbid it, and in which clauses: see `pdf/standards/rules.ts`. */
  readonly rule: SourceRule;
  readonly message: string;
  /** The element, or the page. */
  readonly where: string;
  /** How to fix it, without the word "hint". */
  readonly hint: string;
  readonly wcag: readonly string[];
  /** The number of the source element, where the fault is one's. */
  readonly ref?: string;
}
