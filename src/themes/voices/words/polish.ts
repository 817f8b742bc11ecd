/** The theme's words in Polish. */
import { listSteps, type VoicesWords } from "./types.ts";

export const polish: VoicesWords = {
  lang: "pl",
  largePrint: { title: "duży druk", suffix: "duzy-druk" },
  booklet: "zeszyt",
  keyFigure: "Kluczowa liczba",
  linkToQuote: (name) => ["Przejdź do cytatu: ", name],
  chartStep: "Etap",
  chart: (title, unit, steps) =>
    `Wykres. ${title} (${unit}): ${listSteps(steps.slice(0, -1))}, razem ${listSteps(steps.slice(-1))}.`,
  change: (isRemoved, digits) => `${isRemoved ? "−" : "+"}${digits}`,
};
