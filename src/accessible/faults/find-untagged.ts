/**
 * Printed text of the source that no element of the tags holds: people who listen would not meet it.
 * A check on the making of the tags, as `find-losses.ts` is on what comes after. Input: the source,
 * what is printed and the leaves of the tags; output: a fault for each element. Pure.
 */
import { roleOf } from "../tree/element-types.ts";
import type { LeafIndex } from "../tree/leaf-index.ts";
import type { PrintedPages } from "../printed/printed-pages.ts";
import type { SourceFault } from "../source/source-fault.ts";
import { isControl, isGraphic } from "../source/source-kinds.ts";
import { collapse, describeElement } from "../source/source-names.ts";
import type { SourceElement } from "../source/source-tree.ts";

export function findUntagged(
  body: SourceElement,
  { pages, running }: PrintedPages,
  { leafOf }: LeafIndex,
): SourceFault[] {
  const read = readElements(body, running);
  const found = new Map<SourceElement, string>();
  for (const { key, isReal, boxes } of pages.flatMap(({ texts }) => texts)) {
    if (key === undefined || !isReal || leafOf(key) !== undefined) continue;
    const element = read.get(key.split(":")[0] ?? "");
    const text = collapse(boxes.map((box) => box.text).join(""));
    if (element === undefined || text === "") continue;
    found.set(element, `${found.get(element) ?? ""} ${text}`.trim());
  }
  return [...found].map(([element, text]) => ({
    rule: "text-untagged",
    message: `nothing reads “${text.slice(0, 60)}”, which is printed`,
    where: describeElement(element),
    ref: element.ref,
    hint: "put the text where HTML has a place for it: in an item of the list, in a cell of the table",
    wcag: ["1.3.1"],
  }));
}

/** By number: the elements whose own text is read, and not by another name or not at all. */
function readElements(
  body: SourceElement,
  running: ReadonlySet<string>,
): ReadonlyMap<string, SourceElement> {
  const found = new Map<string, SourceElement>();
  const visit = (element: SourceElement): void => {
    const role = roleOf(element);
    const isSilent =
      element.attributes["aria-hidden"] === "true" ||
      running.has(element.ref) ||
      isGraphic(element, role) ||
      isControl(element.name) ||
      /^(?:iframe|frame|object|embed|math)$/.test(element.name) ||
      role === "math";
    if (isSilent) return;
    if (!element.invisible) found.set(element.ref, element);
    for (const child of element.children) if (child.kind === "element") visit(child);
  };
  visit(body);
  return found;
}
