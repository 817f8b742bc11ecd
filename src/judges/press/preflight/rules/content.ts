/** Rules of preflight about fonts, transparency, and content that cannot be read, as data. */
import { pressRules } from "./press-rules.ts";

export const CONTENT_RULES = pressRules({
  "font-not-embedded": {
    summary: "A font of text that is printed is not in the file.",
    impact: "critical",
    affects: ["everyone", "print-shop"],
    message: "The font {} is not in the file; the print shop would set another.",
    fix: "Embed it.",
  },
  "invisible-font-not-embedded": {
    summary:
      "A font of text that is not printed (rendering mode 3) is not in the file, which older programs refuse.",
    impact: "minor",
    affects: ["print-shop"],
    message: "The font {} is not in the file; only text that is not printed is set in it.",
    fix: "Embed it, or take the text out: older programs refuse such files.",
    toReview: true,
  },
  "font-damaged": {
    summary: "A font is damaged.",
    impact: "critical",
    affects: ["everyone", "print-shop"],
    message: "The font {}.",
    fix: "Embed the font anew.",
  },
  "missing-glyph": {
    summary: "A font lacks a letter that is set in it.",
    impact: "serious",
    affects: ["everyone"],
    message: "A letter is missing in the font {}; a box or nothing is printed.",
    fix: "Choose a font that has it.",
  },
  "blending-space": {
    summary: "A transparent page does not say in which colours it blends.",
    impact: "serious",
    affects: ["print-shop"],
    message: "The page is transparent ({}) and does not say in which colours it blends.",
    fix: "Give the page a group with the colours of the press (CS).",
  },
  "blending-colours": {
    summary: "Something transparent blends in other colours than those of the press.",
    impact: "serious",
    affects: ["print-shop"],
    message: "Something transparent blends in {}, and the press prints other colours.",
    fix: "Give groups the colours of the press (CS).",
  },
  "unreadable-content": {
    summary: "Content cannot be read, forms paint themselves, or pages have no end.",
    impact: "critical",
    affects: ["print-shop"],
    message: "A part of the page cannot be read: {}.",
    fix: "Make the file again; what one program cannot read, another prints wrongly.",
  },
});
