/** How findings quote a structure element: the first words of what is read of it. */
import { textOf, type StructureElement } from "../../../pdf/structure/structure-tree.ts";

export function excerpt(source: StructureElement): string {
  const text = textOf(source).trim();
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
