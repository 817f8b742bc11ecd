/** The theme's words in Dutch. */
import { rolesBefore, type ReportWords, type Roles } from "./types.ts";

const ROLES: Roles = {
  editor: "Redactie:",
  translator: "Vertaling:",
  illustrator: "Illustraties:",
  photographer: "Fotografie:",
  designer: "Vormgeving:",
  "cover-designer": "Omslagontwerp:",
  typesetter: "Zetwerk:",
  cartographer: "Kaarten:",
  foreword: "Voorwoord:",
  afterword: "Nawoord:",
  compiler: "Samengesteld door",
  interviewer: "Interviews:",
  researcher: "Onderzoek:",
  reviewer: "Beoordeling:",
  proofreader: "Correctie:",
  printer: "Druk:",
  funder: "Financiering:",
  contributor: "Met medewerking van",
};

export const dutch: ReportWords = {
  lang: "nl",
  imprint: "Impressum",
  publishedBy: (publisher) => `Uitgegeven door ${publisher}`,
  role: rolesBefore(ROLES),
  licence: (licence) => ["Licentie: ", licence],
};
