/** The theme's words in German. */
import { listSteps, type VoicesWords } from "./types.ts";

export const german: VoicesWords = {
  lang: "de",
  largePrint: { title: "Großdruck", suffix: "grossdruck" },
  booklet: "heft",
  keyFigure: "Kennzahl",
  linkToQuote: (name) => ["Zum Zitat von ", name],
  chartStep: "Schritt",
  chart: (title, unit, steps) =>
    `Diagramm. ${title}, in ${unit}: ${listSteps(steps.slice(0, -1))}, insgesamt ${listSteps(steps.slice(-1))}.`,
  change: (isRemoved, digits) => `${isRemoved ? "−" : "+"}${digits}`,
};

/** Switzerland writes no eszett. */
export const swissGerman: VoicesWords = {
  ...german,
  largePrint: { ...german.largePrint, title: "Grossdruck" },
};
