/**
 * Standard structure types (ISO 32000-1 §14.8.4; ISO 32000-2 §14.8.4) and role maps. Input: types
 * as files write them; output: standard types. Role maps are untrusted: chains may run in circles.
 */

const PDF_1_7 = new Set(
  (
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private " +
    "P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot " +
    "Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP " +
    "Figure Formula Form"
  ).split(" "),
);

const PDF_2_0 = new Set("DocumentFragment Aside Title FENote Sub Em Strong Artifact".split(" "));

/** Types that stand in a line of text. NonStruct and unknown types are what they hold. */
const INLINE = new Set(
  (
    "Span Quote Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Em Strong Sub Lbl " +
    "Figure Formula Form Note FENote NonStruct Private"
  ).split(" "),
);

export function isStandardRole(role: string): boolean {
  return PDF_1_7.has(role) || PDF_2_0.has(role) || /^H[1-9]\d{0,2}$/.test(role);
}

export function isInlineRole(role: string): boolean {
  return INLINE.has(role);
}

export interface MappedRole {
  readonly role: string;
  readonly problem?: "role-map-cycle" | "unknown-role";
}

/** Types of PDF 1.7 stand for themselves; others follow the map, then the types of PDF 2.0. */
export function mapRole(role: string, roleMap: ReadonlyMap<string, string>): MappedRole {
  const seen = new Set<string>();
  let current = role;
  while (!PDF_1_7.has(current)) {
    if (seen.has(current)) return { role, problem: "role-map-cycle" };
    seen.add(current);
    const next = roleMap.get(current);
    if (next === undefined) {
      return isStandardRole(current) ? { role: current } : { role, problem: "unknown-role" };
    }
    current = next;
  }
  return { role: current };
}
