/** The theme's words in English. */
import { rolesBefore, type ReportWords, type Roles } from "./types.ts";

const ROLES: Roles = {
  editor: "Edited by",
  translator: "Translated by",
  illustrator: "Illustrated by",
  photographer: "Photographs by",
  designer: "Designed by",
  "cover-designer": "Cover designed by",
  typesetter: "Typeset by",
  cartographer: "Maps by",
  foreword: "Foreword by",
  afterword: "Afterword by",
  compiler: "Compiled by",
  interviewer: "Interviews by",
  researcher: "Research by",
  reviewer: "Reviewed by",
  proofreader: "Proofread by",
  printer: "Printed by",
  funder: "Funded by",
  contributor: "With contributions by",
};

export const english: ReportWords = {
  lang: "en",
  imprint: "Imprint",
  publishedBy: (publisher) => `Published by ${publisher}`,
  role: rolesBefore(ROLES),
  licence: (licence) => ["Licence: ", licence],
};

export const americanEnglish: ReportWords = {
  ...english,
  licence: (licence) => ["License: ", licence],
};
