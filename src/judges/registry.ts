/**
 * Every judge and every rule that the project knows, as data. Input: names; output: what is known of
 * them. It loads no judge: what it imports are the judges' `…-info.ts`.
 */
import { COLOURS } from "./design/colours-info.ts";
import { FONTS } from "./design/fonts-info.ts";
import { AXE } from "./html/axe-info.ts";
import { HTML_VALIDITY } from "./html/html-validity-info.ts";
import { PA11Y } from "./html/pa11y-info.ts";
import { GENERATED_TEXT, PAGE_CONTRAST } from "./html/page-contrast-info.ts";
import { REFLOW } from "./html/reflow-info.ts";
import { SEMANTICS } from "./html/semantics-info.ts";
import { LAYOUT } from "./layout/layout-info.ts";
import { PDF_STRUCTURE } from "./pdf/pdf-structure-info.ts";
import { READING_FIDELITY } from "./pdf/reading-fidelity-info.ts";
import { SOURCE } from "./pdf/source-info.ts";
import { VERAPDF } from "./pdf/verapdf-info.ts";
import { BOOKLET } from "./press/booklet-info.ts";
import { PREFLIGHT } from "./press/preflight-info.ts";
import { ACTIVE_CONTENT } from "./site/active-content-info.ts";
import { LINKS } from "./site/links-info.ts";
import { RESOURCES } from "./site/resources-info.ts";
import { FILE } from "./targets/file-info.ts";
import type { JudgeInfo, RuleInfo } from "./verdict/judge-info.ts";

/** Of web pages, of the project, of PDFs, of files for the press. */
export const JUDGES: readonly JudgeInfo[] = [
  AXE,
  PA11Y,
  GENERATED_TEXT,
  SEMANTICS,
  REFLOW,
  HTML_VALIDITY,
  LINKS,
  RESOURCES,
  ACTIVE_CONTENT,
  LAYOUT,
  PAGE_CONTRAST,
  FONTS,
  COLOURS,
  PDF_STRUCTURE,
  READING_FIDELITY,
  SOURCE,
  VERAPDF,
  FILE,
  PREFLIGHT,
  BOOKLET,
];

const byName: ReadonlyMap<string, JudgeInfo> = new Map(JUDGES.map((info) => [info.name, info]));

/** Undefined for a name that no judge has. */
export function judgeInfo(name: string): JudgeInfo | undefined {
  return byName.get(name);
}

/** Undefined for what is a tool's own rule, or nobody's. */
export function ruleInfo(judge: string, rule: string): RuleInfo | undefined {
  const rules = byName.get(judge)?.rules;
  return rules !== undefined && Object.hasOwn(rules, rule) ? rules[rule] : undefined;
}
