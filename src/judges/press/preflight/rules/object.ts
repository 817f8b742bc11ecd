/** Rules of preflight about what must not be anywhere in the file, as data. */
import { pressRules } from "./press-rules.ts";

export const OBJECT_RULES = pressRules({
  "external-content": {
    summary: "A part of the file is in another file.",
    impact: "critical",
    affects: ["print-shop"],
    message: "A part of the file is another file that the print shop does not have: {}.",
    fix: "Embed what is printed.",
  },
  lzw: {
    summary: "A stream is packed by LZW.",
    impact: "moderate",
    affects: ["print-shop"],
    message: "A stream is packed by LZW.",
    fix: "Pack it by Flate.",
  },
  "transfer-function": {
    summary: "A graphics state changes the tones of the press.",
    impact: "serious",
    affects: ["print-shop"],
    message: "A graphics state changes the tones of the press ({}).",
    fix: "Leave TR out; TR2 may only be Default.",
  },
  halftone: {
    summary: "A graphics state asks for a screen of its own.",
    impact: "serious",
    affects: ["print-shop"],
    message: "A graphics state asks for a screen of its own: {}.",
    fix: "Leave halftones to the print shop.",
  },
  postscript: {
    summary: "There is PostScript in the file.",
    impact: "serious",
    affects: ["print-shop"],
    message: "A piece of PostScript is in the file.",
    fix: "Paint it as PDF does.",
  },
  opi: {
    summary: "A picture stands in for another (OPI).",
    impact: "serious",
    affects: ["print-shop"],
    message: "A picture stands in for another (OPI).",
    fix: "Put the final picture into the file.",
  },
  "alternate-picture": {
    summary: "A picture has alternates.",
    impact: "serious",
    affects: ["print-shop"],
    message: "A picture has alternates; nobody knows which is printed.",
    fix: "Leave one picture.",
  },
  action: {
    summary: "The file acts when it is opened or touched.",
    impact: "serious",
    affects: ["print-shop"],
    message: "The file acts: {}.",
    fix: "Take actions and scripts out of the file for the press.",
  },
  "embedded-file": {
    summary: "Files are attached.",
    impact: "serious",
    affects: ["print-shop"],
    message: "Files are attached.",
    fix: "Send them by another way.",
  },
  "dynamic-form": {
    summary: "Pages are made when the file is opened (XFA), or have alternate presentations.",
    impact: "serious",
    affects: ["print-shop"],
    message: "The pages may be made anew when the file is opened: {}.",
    fix: "Take dynamic forms (XFA) and alternate presentations out.",
  },
});
