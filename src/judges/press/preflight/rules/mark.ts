/** Rules of preflight about what is too fine, too coarse or too near the edge, as data. */
import { pressRules } from "./press-rules.ts";

export const MARK_RULES = pressRules({
  hairline: {
    summary:
      "A stroke, an outline, a bar or a frame is thinner than 0.25 pt as printed, or a stroke has width 0.",
    impact: "serious",
    affects: ["everyone"],
    message: "A line is only {} thin; it breaks up or disappears in print.",
    fix: "Make it 0.25 pt or more, and more if it is white or of a tint.",
  },
  "picture-resolution": {
    summary:
      "A picture or a mask has under 150 dpi as printed, in the coarser direction; of one bit a pixel under 600, since nothing softens its edges. A picture of one pixel is a colour.",
    impact: "serious",
    affects: ["everyone"],
    message: "A picture has only {} where it is printed.",
    fix: "Take a larger file or print it smaller: 300 dpi is good; 1200 where pixels are black or white.",
  },
  "picture-resolution-wanted": {
    summary: "A picture or a mask has under 300 dpi as printed; of one bit a pixel under 1200.",
    impact: "minor",
    affects: ["everyone"],
    message: "A picture has {} where it is printed, less than is good.",
    fix: "Take a larger file, if there is one: 300 dpi is good; 1200 where pixels are black or white.",
    toReview: true,
  },
  "picture-without-size": {
    summary: "A picture has no pixels or no place.",
    impact: "serious",
    affects: ["everyone"],
    message: "A picture has no size: {}.",
    fix: "Take it out, or give it pixels and a place.",
  },
  "text-near-trim": {
    summary: "Text is nearer to the trim than 5 mm.",
    impact: "serious",
    affects: ["everyone", "print-shop"],
    message:
      "Text is nearer to the edge than it may be, {} at the nearest: a knife is never exact.",
    fix: "Move it in by what the print shop asks for.",
  },
  "text-cut": {
    summary: "Text goes beyond the trim.",
    impact: "critical",
    affects: ["everyone"],
    message: "Text is cut off with the trim.",
    fix: "Move it onto the page.",
  },
});
