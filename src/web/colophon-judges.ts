/**
 * The judges that an edition's default colophon names. Each of them must pass before the edition is
 * published, and none needs more than the project brings: a judge that a machine may lack, and that
 * can be waived for it, is never named (see docs/decisions/waived-judges.md). It runs no judge.
 */
import type { Edition } from "../publication/publication.ts";

/** What judges of the project look at, by the judge's name in reports. */
export const TOPIC_JUDGES = {
  html: "html-validate",
  fonts: "imprimatur-fonts",
  colours: "imprimatur-colours",
  links: "imprimatur-links",
  narrowWindows: "imprimatur-reflow",
  structure: "imprimatur-pdf-structure",
  reading: "imprimatur-reading-fidelity",
  contrast: "imprimatur-page-contrast",
  layout: "imprimatur-layout",
  preflight: "imprimatur-preflight",
} as const;
export type JudgedTopic = keyof typeof TOPIC_JUDGES;

export interface ColophonJudges {
  /** Judges of accessibility that readers know by name. */
  readonly accessibility: readonly string[];
  readonly topics: readonly JudgedTopic[];
}

const ACCESSIBILITY = ["axe-core", "pa11y"];

export const COLOPHON_JUDGES: Readonly<Record<Edition["kind"], ColophonJudges>> = {
  web: {
    accessibility: ACCESSIBILITY,
    topics: ["html", "fonts", "colours", "links", "narrowWindows"],
  },
  pdf: {
    accessibility: ACCESSIBILITY,
    topics: ["structure", "reading", "fonts", "contrast", "layout"],
  },
  press: {
    accessibility: [],
    topics: ["preflight", "fonts", "colours", "contrast", "layout"],
  },
};
