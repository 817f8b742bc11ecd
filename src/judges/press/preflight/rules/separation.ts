/** Rules of preflight about what is measured on the separations, as data. */
import { pressRules } from "./press-rules.ts";

export const SEPARATION_RULES = pressRules({
  "ink-coverage": {
    summary:
      "On the finished page there is more than 300 % of ink over a square millimetre or more; the worst place is named.",
    impact: "serious",
    affects: ["print-shop"],
    message: "More ink than the paper bears: {}.",
    fix: "Take cyan, magenta and yellow out of dark colours, or convert pictures for this press.",
  },
  "bleed-content": {
    summary:
      "Ink on the trim does not go on to the end of the bleed: it ends at one distance over 2 mm or more. Sides without ink need no bleed; circles and slanted shapes may run out.",
    impact: "serious",
    affects: ["everyone", "print-shop"],
    message: "What runs off the page ends too soon: {}.",
    fix: "Let pictures and grounds go on to the end of the bleed, or end them inside the page.",
  },
  "unmeasured-ink": {
    summary: "The separations of a page cannot be drawn.",
    impact: "serious",
    affects: ["print-shop"],
    message: "The inks of the page cannot be measured: {}.",
    fix: "Make the file again; what cannot be drawn here may print wrongly elsewhere.",
  },
});
