/** The theme's words in Spanish. */
import { listSteps, type VoicesWords } from "./types.ts";

export const spanish: VoicesWords = {
  lang: "es",
  largePrint: { title: "letra grande", suffix: "letra-grande" },
  booklet: "cuadernillo",
  keyFigure: "Cifra clave",
  linkToQuote: (name) => ["Ir a la cita de ", name],
  chartStep: "Etapa",
  chart: (title, unit, steps) =>
    `Gráfico. ${title}, en ${unit}: ${listSteps(steps.slice(0, -1))}, en total ${listSteps(steps.slice(-1))}.`,
  change: (isRemoved, digits) => `${isRemoved ? "−" : "+"}${digits}`,
};
