/** A plain theme for what is read at length: a title page, an imprint, contents and chapters of text. */
import { defineTheme } from "../../theme/theme.ts";
import { reportEditions } from "./editions.ts";
import { reportFields } from "./fields.ts";
import { Chapter } from "./pages/chapter.tsx";
import { Part } from "./pages/part.tsx";
import { PrintPage } from "./pages/print-page.tsx";
import { WebPage } from "./pages/web-page.tsx";

export default defineTheme({
  fields: reportFields,
  editions: () => reportEditions,
  printPage: PrintPage,
  webPage: WebPage,
  chapter: Chapter,
  part: Part,
  pageIds: ["imprint", "imprint-title"],
  firstFonts: ["fonts/inter-extrabold.ttf", "fonts/stix-two-text-regular.ttf"],
});
