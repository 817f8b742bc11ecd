/**
 * Links that are to lead nowhere, or to what a script does: `#!`, `javascript:void(0)`. Paper has nothing
 * that they could do, so that they are plain text in a PDF. Input: the source; output: their elements, in
 * order. Pure. A link to a fragment that nothing has is no such link: its author meant a place.
 */
import type { SourceElement } from "./source-tree.ts";

export function idleLinks(body: SourceElement): readonly SourceElement[] {
  const found: SourceElement[] = [];
  const names = new Set<string>();
  const visit = (element: SourceElement): void => {
    const { id, name, href } = element.attributes;
    if (id !== undefined) names.add(id);
    if (name !== undefined) names.add(name);
    if (element.name === "a" && href !== undefined && isIdle(href)) found.push(element);
    for (const child of element.children) if (child.kind === "element") visit(child);
  };
  visit(body);
  return found.filter(({ attributes: { href = "" } }) => !names.has(href.trim().slice(1)));
}

/** Browsers read an address without tabs and line ends (URL Standard, 4.4). */
function isIdle(href: string): boolean {
  return /^(?:#!|javascript:)/i.test(href.replace(/[\t\n\r]/g, "").trim());
}
