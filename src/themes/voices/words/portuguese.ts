/** The theme's words in Portuguese. */
import { listSteps, type VoicesWords } from "./types.ts";

export const portuguese: VoicesWords = {
  lang: "pt",
  largePrint: { title: "letra ampliada", suffix: "letra-ampliada" },
  booklet: "caderno",
  keyFigure: "Número-chave",
  linkToQuote: (name) => ["Ir para a citação de ", name],
  chartStep: "Etapa",
  chart: (title, unit, steps) =>
    `Gráfico. ${title}, em ${unit}: ${listSteps(steps.slice(0, -1))}, no total ${listSteps(steps.slice(-1))}.`,
  change: (isRemoved, digits) => `${isRemoved ? "−" : "+"}${digits}`,
};
