/**
 * What readers are known to read otherwise in golden cases, whatever a file says, each with the
 * reason. Tests expect exactly these differences: one that is no longer there fails them too.
 */
import type { PageDifference } from "../../src/check/reading/compare-page.ts";

interface KnownDifference {
  readonly reader: string;
  readonly kind: PageDifference["kind"];
  /** Why the reader does so and no file can help it. */
  readonly reason: string;
  /** As reports have them. */
  readonly lines: readonly string[];
}

const KNOWN: Readonly<Record<string, readonly KnownDifference[]>> = {
  "columns-and-floats": [
    {
      reader: "PDFium",
      kind: "order",
      reason: "it sorts what stands in one line from left to right; the float stands at its end",
      lines: [
        "page 1, after “… harbour lay quiet under the”: PDFium reads “A float” here, which the structure has elsewhere",
      ],
    },
  ],
  "font-features": [
    {
      reader: "Ghostscript",
      kind: "words",
      reason: "it puts a space where a gap is wide for its font, and columns are nearer than that",
      lines: [
        "page 1, after “… Loans by year Year Loans”: Ghostscript reads “20241,117 202510,408” where the source has “2024 1,117 2025 10,408”",
      ],
    },
  ],
  inline: [
    {
      reader: "Ghostscript",
      kind: "words",
      reason:
        "it gives raised and lowered letters lines of their own, before and after that of the text",
      lines: [
        "page 1, after “Inline”: Ghostscript reads “2”, which the source does not have",
        "page 1, after “… Strong, em, bold, code(), Ctrl,”: Ghostscript reads “H O, x ,” where the source has “H2O, x2,”",
        "page 1, after “… H O, x , WWW,”: Ghostscript reads “2”, which the source does not have",
      ],
    },
  ],
};

/**
 * In how many golden cases at least a reader is compared on every page: in all, but for these. See
 * `canRead` of the reader.
 */
export const LEAST_CASES: Readonly<Record<string, number>> = { Ghostscript: 20 };

export const casesWithDifferences: readonly string[] = Object.keys(KNOWN);

export function knownDifferences(
  name: string,
  reader: string,
  kind: PageDifference["kind"],
): readonly string[] {
  return (KNOWN[name] ?? [])
    .filter((known) => known.reader === reader && known.kind === kind)
    .flatMap(({ lines }) => lines);
}
