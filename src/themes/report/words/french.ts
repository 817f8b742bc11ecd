/** The theme's words in French. */
import type { ContributorRole } from "../../../publication/fields/contributor-roles.ts";
import { listOf } from "../../../theme/list-of.ts";
import { dateIn } from "./date-in.ts";
import type { ReportWords } from "./types.ts";

const ROLES: Readonly<Record<ContributorRole, string>> = {
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
  imprint: "Mentions",
  part: (number) => `Partie\u00A0${number}`,
  publishedBy: (publisher) => `Publié par ${publisher}`,
  role: (role, names) => `${ROLES[role]} ${listOf(names, "fr")}`,
  date: (date) => dateIn(date, "fr"),
  licence: "Licence :",
};
