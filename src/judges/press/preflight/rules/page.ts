/** Rules of preflight about pages: their boxes, size, number, and annotations on them, as data. */
import { pressRules } from "./press-rules.ts";

export const PAGE_RULES = pressRules({
  "page-boxes": {
    summary: "A page has no trim box, or an art box beside it.",
    impact: "critical",
    affects: ["print-shop"],
    message: "Nobody can tell where the page is cut: {}.",
    fix: "Give each page a TrimBox, or an ArtBox in its place, and not both.",
  },
  "box-nesting": {
    summary: "The boxes of a page are not within each other.",
    impact: "serious",
    affects: ["print-shop"],
    message: "{}.",
    fix: "The trim box lies within the bleed box, and that within the media box.",
  },
  "crop-box": {
    summary: "A crop box cuts the page.",
    impact: "serious",
    affects: ["print-shop"],
    message: "The crop box cuts off a part of the finished page.",
    fix: "Leave the crop box out, or make it as large as the media box.",
  },
  "page-size": {
    summary: "A page has another size than was ordered, or than page 1.",
    impact: "serious",
    affects: ["print-shop", "publisher"],
    message: "The finished page is {}.",
    fix: "Give all pages the size that the print shop expects.",
  },
  "page-count": {
    summary: "The number of pages is no multiple of what is demanded (4).",
    impact: "serious",
    affects: ["print-shop", "publisher"],
    message: "The file has {}.",
    fix: "Add or take out pages: sheets that are folded have four pages, or eight or sixteen.",
  },
  "bleed-room": {
    summary: "A side has less bleed than 3 mm.",
    impact: "serious",
    affects: ["print-shop"],
    message: "The page has too little bleed {}.",
    fix: "Let the bleed box go beyond the trim box by what the print shop asks for on every side.",
  },
  "annotation-in-bleed": {
    summary: "A link, a note or a field is on the page.",
    impact: "serious",
    affects: ["print-shop"],
    message: "An annotation ({}) lies on the page; nobody knows whether it would be printed.",
    fix: "Take links, notes and form fields out of the file for the press.",
  },
});
