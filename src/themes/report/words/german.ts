/** The theme's words in German. */
import { rolesBefore, type ReportWords, type Roles } from "./types.ts";

const ROLES: Roles = {
  editor: "Herausgegeben von",
  translator: "Übersetzt von",
  illustrator: "Illustrationen:",
  photographer: "Fotografien:",
  designer: "Gestaltung:",
  "cover-designer": "Umschlaggestaltung:",
  typesetter: "Satz:",
  cartographer: "Karten:",
  foreword: "Mit einem Vorwort von",
  afterword: "Mit einem Nachwort von",
  compiler: "Zusammengestellt von",
  interviewer: "Interviews:",
  researcher: "Recherche:",
  reviewer: "Begutachtung:",
  proofreader: "Korrektorat:",
  printer: "Druck:",
  funder: "Gefördert von",
  contributor: "Unter Mitarbeit von",
};

export const german: ReportWords = {
  lang: "de",
  imprint: "Impressum",
  publishedBy: (publisher) => `Veröffentlicht von ${publisher}`,
  role: rolesBefore(ROLES),
  licence: (licence) => ["Lizenz: ", licence],
};
