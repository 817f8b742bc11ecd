/** The editions that this theme offers. Input: a publication's language; output: entries of `editions`. */
import type { OfferedEdition } from "../../theme/theme.ts";
import { voicesWords } from "./words/words.ts";

export function voicesEditions(lang: string): readonly OfferedEdition[] {
  const { largePrint, booklet } = voicesWords(lang);
  return [
    { id: "web", kind: "web", stylesheet: "styles/web.css" },
    {
      id: "report",
      kind: "pdf",
      stylesheet: "styles/report.css",
      format: "A4",
      typeSize: 11.5,
      hyphenation: true,
      judges: { contrast: 7, smallestText: 9 },
    },
    {
      id: "large-print",
      kind: "pdf",
      stylesheet: "styles/large-print.css",
      format: "A4",
      typeSize: 18,
      suffix: largePrint.suffix,
      title: largePrint.title,
      judges: { contrast: 7, smallestText: 18 },
    },
    {
      id: "brochure",
      kind: "press",
      stylesheet: "styles/brochure.css",
      format: "A5",
      typeSize: 10,
      hyphenation: true,
      booklet: { suffix: booklet },
    },
  ];
}
