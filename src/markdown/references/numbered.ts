/**
 * Things of a text that have a number, so that others refer to them: by the beginning of their id, as
 * Quarto has it. Markdown marks them; the number is known when all texts are.
 */

/** On what has a number, of which kind it is. */
export const NUMBERED = "data-numbered";

export type NumberedKind = "figure" | "table" | "equation";

/** What a reference may lead to: a section has a title in the place of a number. */
export type TargetKind = NumberedKind | "section";

export const PREFIXES: Readonly<Record<TargetKind, string>> = {
  figure: "fig",
  table: "tbl",
  equation: "eq",
  section: "sec",
};

/** Whether what has such an id is counted among those of its kind. */
export function isNumbered(kind: NumberedKind, id: string | undefined): boolean {
  return id?.startsWith(`${PREFIXES[kind]}-`) ?? false;
}

/** What something with such an id can be. */
export function kindOfId(id: string): TargetKind | undefined {
  const kinds = Object.keys(PREFIXES) as readonly TargetKind[];
  return kinds.find((kind) => id.startsWith(`${PREFIXES[kind]}-`));
}
