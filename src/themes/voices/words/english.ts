/** The theme's words in English. */
import { listSteps, type VoicesWords } from "./types.ts";

export const english: VoicesWords = {
  lang: "en",
  largePrint: { title: "large print", suffix: "large-print" },
  booklet: "booklet",
  keyFigure: "Key figure",
  linkToQuote: (name) => ["Link to the quotation of ", name],
  chartStep: "Step",
  chart: (title, unit, steps) =>
    `Chart. ${title}, in ${unit}: ${listSteps(steps.slice(0, -1))}, ${listSteps(steps.slice(-1))} in all.`,
  change: (isRemoved, digits) => `${isRemoved ? "−" : "+"}${digits}`,
};
