/** The editions that this theme offers, whatever the language. Data. */
import type { OfferedEdition } from "../../theme/theme.ts";

export const reportEditions: readonly OfferedEdition[] = [
  { id: "web", kind: "web", stylesheet: "styles/web.css" },
  {
    id: "report",
    kind: "pdf",
    stylesheet: "styles/report.css",
    format: "A4",
    typeSize: 11,
    hyphenation: true,
    judges: { contrast: 7, smallestText: 9 },
  },
  {
    id: "brochure",
    kind: "press",
    stylesheet: "styles/brochure.css",
    format: "A5",
    typeSize: 10,
    hyphenation: true,
    booklet: {},
  },
];
