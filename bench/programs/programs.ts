/** The programs that are compared, in the order of the table's columns. */
import { chromium } from "./chromium.ts";
import { imprimatur } from "./imprimatur.ts";
import { pagedjsCli } from "./pagedjs-cli.ts";
import type { Program } from "./program.ts";
import { vivliostyle } from "./vivliostyle.ts";
import { weasyprint } from "./weasyprint.ts";

export const programs: readonly Program[] = [
  chromium,
  pagedjsCli,
  vivliostyle,
  weasyprint,
  imprimatur,
];
