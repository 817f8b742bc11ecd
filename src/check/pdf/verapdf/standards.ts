/**
 * The standards that a PDF is validated against: veraPDF's names for them, ours, and where their
 * rules are explained. It validates nothing.
 */

/** veraPDF's word for the standard, as its option `--flavour` takes it. */
export type Flavour = "ua1" | "2a";

export interface Standard {
  /** The name readers know it by. */
  readonly name: string;
  /** veraPDF's name for its validation profile, as its report shows it. */
  readonly profileName: string;
  /** The page of veraPDF's documentation that explains each rule. */
  readonly rulesAddress: string;
  /** WCAG 2.2 criteria of rules, by clause and test (`7.3-1`), or by clause for all of its tests. */
  readonly criteria: ReadonlyMap<string, readonly string[]>;
}

const wiki = "https://github.com/veraPDF/veraPDF-validation-profiles/wiki";

/** Only rules whose breach is a breach of the criterion by itself. */
const uaCriteria = new Map<string, readonly string[]>([
  ["7.1-3", ["1.3.1"]],
  ["7.1-9", ["2.4.2"]],
  ["7.1-10", ["2.4.2"]],
  ["7.1-11", ["1.3.1"]],
  ["7.2-34", ["3.1.1"]],
  ["7.3-1", ["1.1.1"]],
  ["7.5", ["1.3.1"]],
  ["7.18.1-3", ["4.1.2"]],
]);

export const standards: Readonly<Record<Flavour, Standard>> = {
  ua1: {
    name: "PDF/UA-1",
    profileName: "PDF/UA-1 validation profile",
    rulesAddress: `${wiki}/PDFUA-Part-1-rules`,
    criteria: uaCriteria,
  },
  "2a": {
    name: "PDF/A-2a",
    profileName: "PDF/A-2a validation profile",
    rulesAddress: `${wiki}/PDFA-Parts-2-and-3-rules`,
    criteria: new Map(),
  },
};
