/**
 * Where the numbered elements of a print source were written. Input: the elements of the document that
 * was rendered, and the names of those that layout has numbered; output: positions by their numbers.
 * Pure.
 */
import type { SourcedElement, SourcePosition } from "../../document/source-position.ts";

/**
 * @param rendered all elements of the document.
 * @param names by number, with ids and classes, e.g. `p#summary.lead`: layout numbers what is in the
 *   body, from 1.
 * @returns nothing where they are not the same elements: then nobody knows which is which.
 */
export function sourcesByRef(
  rendered: readonly SourcedElement[],
  names: Readonly<Record<string, string>>,
): ReadonlyMap<string, SourcePosition> {
  const body = rendered.findIndex(({ name }) => name === "body");
  const elements = rendered.slice(body + 1);
  const areSame =
    Object.keys(names).length === elements.length &&
    elements.every(({ name }, index) => /^[^#.]*/u.exec(names[index + 1] ?? "")?.[0] === name);
  if (!areSame) return new Map();
  return new Map(
    elements.flatMap(({ source }, index) =>
      source === undefined ? [] : [[`${index + 1}`, source]],
    ),
  );
}
