/** The theme's words in Portuguese. */
import { rolesBefore, type ReportWords, type Roles } from "./types.ts";

const ROLES: Roles = {
  editor: "Organização:",
  translator: "Tradução:",
  illustrator: "Ilustrações:",
  photographer: "Fotografias:",
  designer: "Design gráfico:",
  "cover-designer": "Capa:",
  typesetter: "Paginação:",
  cartographer: "Mapas:",
  foreword: "Prefácio:",
  afterword: "Posfácio:",
  compiler: "Compilação:",
  interviewer: "Entrevistas:",
  researcher: "Investigação:",
  reviewer: "Revisão científica:",
  proofreader: "Revisão de texto:",
  printer: "Impressão:",
  funder: "Financiamento:",
  contributor: "Com a colaboração de",
};

export const portuguese: ReportWords = {
  lang: "pt",
  imprint: "Ficha técnica",
  publishedBy: (publisher) => `Publicado por ${publisher}`,
  role: rolesBefore(ROLES),
  licence: (licence) => ["Licença: ", licence],
};

export const brazilianPortuguese: ReportWords = {
  ...portuguese,
  lang: "pt-BR",
  imprint: "Créditos",
  role: rolesBefore({
    ...ROLES,
    designer: "Projeto gráfico:",
    typesetter: "Diagramação:",
    researcher: "Pesquisa:",
    reviewer: "Revisão técnica:",
    proofreader: "Revisão:",
  }),
};
