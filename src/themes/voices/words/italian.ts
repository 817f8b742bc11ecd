/** The theme's words in Italian. */
import { listSteps, type VoicesWords } from "./types.ts";

export const italian: VoicesWords = {
  lang: "it",
  largePrint: { title: "caratteri grandi", suffix: "caratteri-grandi" },
  booklet: "opuscolo",
  keyFigure: "Dato chiave",
  linkToQuote: (name) => ["Vai alla citazione di ", name],
  chartStep: "Fase",
  chart: (title, unit, steps) =>
    `Grafico. ${title}, in ${unit}: ${listSteps(steps.slice(0, -1))}, in totale ${listSteps(steps.slice(-1))}.`,
  change: (isRemoved, digits) => `${isRemoved ? "−" : "+"}${digits}`,
};
