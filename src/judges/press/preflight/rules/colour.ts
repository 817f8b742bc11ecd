/** Rules of preflight about the colour spaces that pages paint in, as data. */
import { pressRules } from "./press-rules.ts";

export const COLOUR_RULES = pressRules({
  "device-colour": {
    summary: "Colours are not of the press and have no profile.",
    impact: "critical",
    affects: ["print-shop", "publisher"],
    message: "Something is painted in {}, and the press prints other colours.",
    fix: "Convert it to the colours of the press, or give it the profile that its colours are of.",
  },
  "calibrated-colour": {
    summary:
      "Colours are CalRGB, CalGray or Lab, which PDF/X-4 allows and programs convert each in its own way.",
    impact: "moderate",
    affects: ["print-shop", "publisher"],
    message: "Something is painted in {}, which programs convert each in its own way.",
    fix: "Convert it to the colours of the press, or give it an ICC profile.",
  },
  "unknown-colour": {
    summary: "A colour space is not known.",
    impact: "serious",
    affects: ["print-shop"],
    message: "Something is painted in a colour space that is not known: {}.",
    fix: "Use the colour spaces of PDF 1.6, and define those that content names.",
  },
  "managed-colour": {
    summary: "Colours have a profile, so that the print shop's machine chooses their inks.",
    impact: "minor",
    affects: ["print-shop", "publisher"],
    message: "The print shop's machine chooses the inks of what is painted in {}.",
    fix: "Allowed; convert it before, if the inks matter.",
    toReview: true,
  },
  "profiled-overprint": {
    summary: "CMYK with a profile is in overprint mode 1.",
    impact: "serious",
    affects: ["print-shop"],
    message: "CMYK colours with a profile overprint in mode 1, whose inks nobody knows before.",
    fix: "Set overprint mode 0, no overprint, or DeviceCMYK.",
  },
  "spot-alternate": {
    summary: "What stands in for an ink is not of the press.",
    impact: "serious",
    affects: ["print-shop"],
    message: "What prints in place of the ink {} is not in the colours of the press.",
    fix: "Give its alternate in DeviceCMYK, or with a profile.",
  },
  "spot-definition": {
    summary: "An ink is defined twice.",
    impact: "serious",
    affects: ["print-shop"],
    message: "The ink {} is defined in two ways.",
    fix: "Define an ink once, with one alternate and one tint transform.",
  },
  "spot-ink": {
    summary: "There is a separation beyond the four.",
    impact: "minor",
    affects: ["print-shop", "publisher"],
    message: "A separation of its own is made for the ink {}.",
    fix: "Convert it to the four inks, if the print shop was not asked for a fifth.",
    toReview: true,
  },
  "registration-colour": {
    summary: "The ink of all separations is on the finished page.",
    impact: "serious",
    affects: ["everyone", "print-shop"],
    message: "Registration colour is on the page: it prints in full on every separation.",
    fix: "Use black; registration colour is for marks outside the bleed.",
  },
  "marks-in-bleed": {
    summary: "Marks of the ink of all separations are in the bleed.",
    impact: "minor",
    affects: ["print-shop"],
    message: "Marks stand in the bleed, where a part of them may be left after the cut.",
    fix: "Move marks out by as much as the bleed.",
    toReview: true,
  },
});
