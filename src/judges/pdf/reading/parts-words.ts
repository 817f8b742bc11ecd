/**
 * Which elements of a structure tree part words: a block does, an element in a line of text does
 * not. Stricter than readers are: a label, a note or a figure stands apart. Pure.
 */
import type { StructureElement } from "../../../pdf/structure/structure-tree.ts";

const IN_LINE: ReadonlySet<string> = new Set(
  "Span Quote Reference Code Link Ruby RB RT RP".split(" "),
);

export function partsWords({
  mappedRole,
  attributes,
  alt,
}: Pick<StructureElement, "mappedRole" | "attributes" | "alt">): boolean {
  return alt !== undefined || !IN_LINE.has(mappedRole) || attributes.placement === "Block";
}
