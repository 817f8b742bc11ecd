/** The theme's words in Dutch. */
import { listSteps, type VoicesWords } from "./types.ts";

export const dutch: VoicesWords = {
  lang: "nl",
  largePrint: { title: "grote letters", suffix: "grote-letters" },
  booklet: "boekje",
  keyFigure: "Kerncijfer",
  linkToQuote: (name) => ["Naar het citaat van ", name],
  chartStep: "Stap",
  chart: (title, unit, steps) =>
    `Grafiek. ${title}, in ${unit}: ${listSteps(steps.slice(0, -1))}, in totaal ${listSteps(steps.slice(-1))}.`,
  change: (isRemoved, digits) => `${isRemoved ? "−" : "+"}${digits}`,
};
