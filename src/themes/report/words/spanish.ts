/** The theme's words in Spanish. */
import { rolesBefore, type ReportWords, type Roles } from "./types.ts";

const ROLES: Roles = {
  editor: "Edición:",
  translator: "Traducción:",
  illustrator: "Ilustraciones:",
  photographer: "Fotografías:",
  designer: "Diseño:",
  "cover-designer": "Diseño de cubierta:",
  typesetter: "Maquetación:",
  cartographer: "Cartografía:",
  foreword: "Prólogo:",
  afterword: "Epílogo:",
  compiler: "Compilación:",
  interviewer: "Entrevistas:",
  researcher: "Investigación:",
  reviewer: "Revisión técnica:",
  proofreader: "Corrección:",
  printer: "Impresión:",
  funder: "Financiación:",
  contributor: "Con la colaboración de",
};

export const spanish: ReportWords = {
  lang: "es",
  imprint: "Créditos",
  publishedBy: (publisher) => `Publicado por ${publisher}`,
  role: rolesBefore(ROLES),
  licence: (licence) => ["Licencia: ", licence],
};
