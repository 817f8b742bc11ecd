/**
 * What an edition's default colophon may name of the judges. Each of those must pass before the
 * edition is published, and none needs more than the project brings: a judge that a machine may
 * lack, and that can be waived for it, is never named (see docs/decisions/waived-judges.md). It runs
 * no judge, and loads none: it takes their names from what is known of them. Which of them a kind of
 * edition names is said by the kind.
 */
import { COLOURS } from "../judges/design/colours-info.ts";
import { FONTS } from "../judges/design/fonts-info.ts";
import { AXE } from "../judges/html/axe-info.ts";
import { HTML_VALIDITY } from "../judges/html/html-validity-info.ts";
import { PA11Y } from "../judges/html/pa11y-info.ts";
import { PAGE_CONTRAST } from "../judges/html/page-contrast-info.ts";
import { REFLOW } from "../judges/html/reflow-info.ts";
import { LAYOUT } from "../judges/layout/layout-info.ts";
import { PDF_STRUCTURE } from "../judges/pdf/pdf-structure-info.ts";
import { READING_FIDELITY } from "../judges/pdf/reading-fidelity-info.ts";
import { PREFLIGHT } from "../judges/press/preflight-info.ts";
import { LINKS } from "../judges/site/links-info.ts";

/** What judges of the project look at, by the judge's name in reports. */
export const TOPIC_JUDGES = {
  html: HTML_VALIDITY.name,
  fonts: FONTS.name,
  colours: COLOURS.name,
  links: LINKS.name,
  narrowWindows: REFLOW.name,
  structure: PDF_STRUCTURE.name,
  reading: READING_FIDELITY.name,
  contrast: PAGE_CONTRAST.name,
  layout: LAYOUT.name,
  preflight: PREFLIGHT.name,
} as const;
export type JudgedTopic = keyof typeof TOPIC_JUDGES;

export interface ColophonJudges {
  /** Judges of accessibility that readers know by name. */
  readonly accessibility: readonly string[];
  readonly topics: readonly JudgedTopic[];
}

export const ACCESSIBILITY_JUDGES = [AXE.name, PA11Y.name];
