/** Rules of preflight about the inks of text and lines, as data. */
import { pressRules } from "./press-rules.ts";

export const INK_RULES = pressRules({
  "black-text-inks": {
    summary:
      "Black or gray text is of several inks: cyan, magenta and yellow within 15 % of each other, anything beside 85 % black, or a gray that a profile separates.",
    impact: "serious",
    affects: ["everyone"],
    message: "Black or gray text is made of several inks: {}.",
    fix: "Print it in black ink alone: of several, it has coloured edges.",
  },
  "black-rule-inks": {
    summary: "A black or gray line is of several inks, as of text.",
    impact: "serious",
    affects: ["everyone"],
    message: "A black or gray line is made of several inks: {}.",
    fix: "Print it in black ink alone: of several, it has coloured edges.",
  },
  "black-text-overprint": {
    summary: "Full black text knocks out.",
    impact: "serious",
    affects: ["everyone"],
    message: "Black text knocks out what is below it{}.",
    fix: "Let it overprint (op, OPM 1, DeviceCMYK), or paper shows round letters on colours.",
  },
  "black-rule-overprint": {
    summary: "Full black lines and shapes up to 2 pt knock out.",
    impact: "serious",
    affects: ["everyone"],
    message: "A black line knocks out what is below it{}.",
    fix: "Let it overprint (OP and op, OPM 1, DeviceCMYK), or paper shows beside it.",
  },
  "white-overprint": {
    summary: "White overprints, and so vanishes.",
    impact: "critical",
    affects: ["everyone"],
    message: "White {} overprints, so it is not printed at all.",
    fix: "Let white knock out.",
  },
  "small-text-inks": {
    summary:
      "Text under 9 pt has 10 % or more of three inks: a design may want it, and separations that do not meet blur it.",
    impact: "moderate",
    affects: ["low-vision"],
    message: "Text of {} is printed in three inks or more.",
    fix: "Make it larger than 9 pt, or of two inks: separations that do not meet blur it.",
    toReview: true,
  },
});
