/** The theme's words in Italian. */
import { rolesBefore, type ReportWords, type Roles } from "./types.ts";

const ROLES: Roles = {
  editor: "A cura di",
  translator: "Traduzione di",
  illustrator: "Illustrazioni di",
  photographer: "Fotografie di",
  designer: "Progetto grafico di",
  "cover-designer": "Copertina di",
  typesetter: "Impaginazione di",
  cartographer: "Cartografia di",
  foreword: "Prefazione di",
  afterword: "Postfazione di",
  compiler: "Testi raccolti da",
  interviewer: "Interviste di",
  researcher: "Ricerche di",
  reviewer: "Revisione scientifica di",
  proofreader: "Correzione delle bozze:",
  printer: "Stampa:",
  funder: "Finanziamento:",
  contributor: "Con la collaborazione di",
};

export const italian: ReportWords = {
  lang: "it",
  imprint: "Crediti",
  publishedBy: (publisher) => `Pubblicato da ${publisher}`,
  role: rolesBefore(ROLES),
  licence: (licence) => ["Licenza: ", licence],
};
