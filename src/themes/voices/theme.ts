/** The theme of publications in which people speak: each has a colour, and a speech bubble. */
import { defineTheme } from "../../theme/theme.ts";
import { voicesEditions } from "./editions.ts";
import { voicesFields } from "./fields.ts";
import { Chapter } from "./pages/chapter.tsx";
import { Part } from "./pages/part.tsx";
import { PrintPage } from "./pages/print-page.tsx";
import { WebPage } from "./pages/web-page.tsx";

export default defineTheme({
  fields: voicesFields,
  editions: voicesEditions,
  printPage: PrintPage,
  webPage: WebPage,
  chapter: Chapter,
  part: Part,
  pageIds: [],
  firstFonts: ["fonts/inter-extrabold.ttf", "fonts/inter-semibold.ttf"],
});
