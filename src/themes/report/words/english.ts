/** The theme's words in English. */
import type { ContributorRole } from "../../../publication/fields/contributor-roles.ts";
import { listOf } from "../../../theme/list-of.ts";
import { dateIn } from "./date-in.ts";
import type { ReportWords } from "./types.ts";

const ROLES: Readonly<Record<ContributorRole, string>> = {
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
  imprint: "Imprint",
  part: (number) => `Part\u00A0${number}`,
  publishedBy: (publisher) => `Published by ${publisher}`,
  role: (role, names) => `${ROLES[role]} ${listOf(names, "en")}`,
  date: (date) => dateIn(date, "en-GB"),
  licence: "Licence:",
};
