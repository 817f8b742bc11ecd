/** Rules of preflight about layers, as data. */
import { pressRules } from "./press-rules.ts";

export const LAYER_RULES = pressRules({
  "layer-configuration": {
    summary: "Layers print differently for different people.",
    impact: "serious",
    affects: ["print-shop"],
    message: "What layers print is not certain: {}.",
    fix: "Name every configuration, list all layers in its Order, and switch none by itself (AS).",
  },
  "hidden-layer": {
    summary: "A layer is off.",
    impact: "moderate",
    affects: ["print-shop", "publisher"],
    message: "A layer is off and is not printed: {}.",
    fix: "Take it out of the file for the press, if it is not wanted.",
    toReview: true,
  },
});
