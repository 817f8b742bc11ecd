/** The theme's words in French. */
import { listSteps, type VoicesWords } from "./types.ts";

export const french: VoicesWords = {
  lang: "fr",
  largePrint: { title: "gros caractères", suffix: "gros-caracteres" },
  booklet: "livret",
  keyFigure: "Chiffre clé",
  linkToQuote: (name) => ["Lien vers la citation de ", name],
  chartStep: "Étape",
  chart: (title, unit, steps) =>
    `Graphique. ${title}, en ${unit} : ${listSteps(steps.slice(0, -1))}, soit ${listSteps(steps.slice(-1))}.`,
  change: (isRemoved, digits) => `${isRemoved ? "−" : "+"}\u00A0${digits}`,
};
