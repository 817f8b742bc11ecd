/**
 * The profiles that a PDF is validated against: veraPDF's names for them, the standards that they are
 * of, and where their rules are explained. It validates nothing.
 */
import { STANDARDS, type StandardId } from "../../../pdf/standards/standards.ts";

/** veraPDF's word for the standard, as its option `--flavour` takes it. */
export type Flavour = "ua1" | "2a";

export interface ValidationProfile {
  /** The name by which readers know the standard. */
  readonly name: string;
  /** veraPDF's name for it, as its report shows it. */
  readonly profileName: string;
  /** What a file's metadata has in it where the file claims a part of the standard's family. */
  readonly claim: string;
  /** The page of veraPDF's documentation that explains each rule. */
  readonly rulesAddress: string;
  /** WCAG 2.2 criteria of rules, by clause and test (`7.3-1`), or by clause for all of its tests. */
  readonly criteria: ReadonlyMap<string, readonly string[]>;
}

const wiki = "https://github.com/veraPDF/veraPDF-validation-profiles/wiki";

/** Only rules whose violation is a violation of the criterion by itself. */
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

export const validationProfiles: Readonly<Record<Flavour, ValidationProfile>> = {
  ua1: profileOf("pdf-ua-1", "pdfuaid:part", "PDFUA-Part-1-rules", uaCriteria),
  "2a": profileOf("pdf-a-2a", "pdfaid:part", "PDFA-Parts-2-and-3-rules", new Map()),
};

function profileOf(
  id: StandardId,
  claim: string,
  wikiPage: string,
  criteria: ValidationProfile["criteria"],
): ValidationProfile {
  const { name } = STANDARDS[id];
  return {
    name,
    profileName: `${name} validation profile`,
    claim,
    rulesAddress: `${wiki}/${wikiPage}`,
    criteria,
  };
}
