/** The theme's words in French. */
import { rolesBefore, type ReportWords, type Roles } from "./types.ts";

const ROLES: Roles = {
  editor: "Sous la direction de",
  translator: "Traduction :",
  illustrator: "Illustrations :",
  photographer: "Photographies :",
  designer: "Conception graphique :",
  "cover-designer": "Couverture :",
  typesetter: "Composition :",
  cartographer: "Cartes :",
  foreword: "Préface :",
  afterword: "Postface :",
  compiler: "Textes réunis par",
  interviewer: "Entretiens :",
  researcher: "Recherches :",
  reviewer: "Relecture scientifique :",
  proofreader: "Correction :",
  printer: "Impression :",
  funder: "Financement :",
  contributor: "Avec la collaboration de",
};

export const french: ReportWords = {
  lang: "fr",
  imprint: "Mentions",
  publishedBy: (publisher) => `Publié par ${publisher}`,
  role: rolesBefore(ROLES),
  licence: (licence) => ["Licence : ", licence],
};
