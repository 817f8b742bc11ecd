/** The theme's words in Polish. */
import { rolesBefore, type ReportWords, type Roles } from "./types.ts";

const ROLES: Roles = {
  editor: "Redakcja:",
  translator: "Przekład:",
  illustrator: "Ilustracje:",
  photographer: "Fotografie:",
  designer: "Projekt graficzny:",
  "cover-designer": "Projekt okładki:",
  typesetter: "Skład:",
  cartographer: "Mapy:",
  foreword: "Przedmowa:",
  afterword: "Posłowie:",
  compiler: "Wybór i opracowanie:",
  interviewer: "Wywiady:",
  researcher: "Badania:",
  reviewer: "Recenzja:",
  proofreader: "Korekta:",
  printer: "Druk:",
  funder: "Finansowanie:",
  contributor: "Współpraca:",
};

export const polish: ReportWords = {
  lang: "pl",
  imprint: "Stopka redakcyjna",
  publishedBy: (publisher) => `Wydawca: ${publisher}`,
  role: rolesBefore(ROLES),
  licence: (licence) => ["Licencja: ", licence],
};
