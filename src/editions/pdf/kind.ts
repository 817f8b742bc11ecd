/** What the kind `pdf` declares: an accessible PDF to read. */
import { SOURCE } from "../../judges/pdf/source-info.ts";
import { pageFormat } from "../../publication/fields/page-formats.ts";
import { ACCESSIBILITY_JUDGES } from "../colophon-judges.ts";
import type { EditionFacts } from "../kind.ts";
import { PAGES_FOLDER } from "../paged/files.ts";
import { namedPdf, PDF_FOLDER, pdfFiles } from "./files.ts";
import { pdfOptions, type PdfEdition } from "./options.ts";

export const pdf = {
  options: pdfOptions,
  folders: [PDF_FOLDER, PAGES_FOLDER],
  files: pdfFiles,
  namedFiles: namedPdf,
  styleFiles: [],
  formats: ["pdf"],
  isSingle: false,
  pages: { isBound: false, bleedMm: () => 0 },
  hasSeparations: false,
  offer: ({ format, title }) => ({ format: pageFormat(format).name, title }),
  offersOthers: false,
  keptJudges: [SOURCE.name],
  colophon: {
    accessibility: ACCESSIBILITY_JUDGES,
    topics: ["structure", "reading", "fonts", "contrast", "layout"],
  },
} satisfies EditionFacts<PdfEdition> & { readonly options: unknown };
