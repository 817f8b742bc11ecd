/** What the kind `web` declares: one page to read in browsers, with the files of a site beside it. */
import { ACCESSIBILITY_JUDGES } from "../colophon-judges.ts";
import type { EditionFacts } from "../kind.ts";
import { WEB_FOLDER, webFiles } from "./files.ts";
import { webOptions, type WebEdition } from "./options.ts";

export const web = {
  options: webOptions,
  folders: [WEB_FOLDER],
  files: webFiles,
  namedFiles: () => [],
  styleFiles: [],
  formats: ["html"],
  isSingle: true,
  pages: undefined,
  hasSeparations: false,
  offer: undefined,
  offersOthers: true,
  keptJudges: [],
  colophon: {
    accessibility: ACCESSIBILITY_JUDGES,
    topics: ["html", "fonts", "colours", "links", "narrowWindows"],
  },
} satisfies EditionFacts<WebEdition> & { readonly options: unknown };
