/** What the kind `press` declares: a brochure for a print shop, and sheets for office printers. */
import type { EditionFacts } from "../kind.ts";
import { PAGES_FOLDER } from "../paged/files.ts";
import { namedPressFiles, pressFiles, PRINT_FOLDER } from "./files.ts";
import { pressOptions, type PressEdition } from "./options.ts";

export const press = {
  options: pressOptions,
  folders: [PRINT_FOLDER, PAGES_FOLDER],
  files: pressFiles,
  namedFiles: namedPressFiles,
  styleFiles: [
    {
      field: "profile",
      what: "an output profile",
      extensions: [".icc", ".icm"],
      hint: "put the print shop's profile in styles/ and name it, such as styles/profiles/uncoated.icc",
      isShared: false,
    },
  ],
  formats: ["pdf", "print"],
  isSingle: false,
  pages: { isBound: true, bleedMm: ({ bleed }) => bleed },
  hasSeparations: true,
  offer: undefined,
  offersOthers: false,
  keptJudges: [],
  colophon: {
    accessibility: [],
    topics: ["preflight", "fonts", "colours", "contrast", "layout"],
  },
} satisfies EditionFacts<PressEdition> & { readonly options: unknown };
