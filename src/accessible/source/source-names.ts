/**
 * Names and texts of source elements: what a figure or a link is called, after the accessible name
 * computation's main steps, and how a person finds the element again. Pure functions.
 */
import { collapse } from "../../document/collapse.ts";
import type { SourceElement, SourceNode } from "./source-tree.ts";

export { collapse };

export type ElementsById = ReadonlyMap<string, SourceElement>;

export function elementsById(root: SourceElement): ElementsById {
  const found = new Map<string, SourceElement>();
  const visit = (element: SourceElement): void => {
    const { id } = element.attributes;
    if (id !== undefined && !found.has(id)) found.set(id, element);
    for (const child of element.children) if (child.kind === "element") visit(child);
  };
  visit(root);
  return found;
}

/** Every element of the source by its number. */
export function elementsByRef(root: SourceElement): ReadonlyMap<string, SourceElement> {
  const found = new Map<string, SourceElement>();
  const visit = (element: SourceElement): void => {
    found.set(element.ref, element);
    for (const child of element.children) if (child.kind === "element") visit(child);
  };
  visit(root);
  return found;
}

/** The element's text as it reads on one line: white space collapsed, soft hyphens left out. */
export function plainText(node: SourceNode): string {
  return collapse(rawText(node));
}

function rawText(node: SourceNode): string {
  if (node.kind === "text") return node.text;
  if (node.display === "none") return "";
  if (node.name === "br") return " ";
  if (node.name === "img") return node.attributes.alt ?? "";
  const inner = node.children.map(rawText).join("");
  return node.display.startsWith("inline") || node.display === "contents" ? inner : ` ${inner} `;
}

/** The name that the author gave, or undefined: aria-labelledby, aria-label, alt, title. */
export function givenName(element: SourceElement, ids: ElementsById): string | undefined {
  const labelledBy = element.attributes["aria-labelledby"]?.split(/\s+/) ?? [];
  const texts = labelledBy.flatMap((id) => ids.get(id) ?? []).map(plainText);
  const title = element.children.find(
    (child) => child.kind === "element" && child.name === "title",
  );
  const names = [
    texts.join(" "),
    element.attributes["aria-label"],
    element.attributes.alt,
    element.attributes.alttext,
    title ? plainText(title) : undefined,
    element.attributes.title,
  ];
  return names.map((name) => collapse(name ?? "")).find((name) => name !== "");
}

/** `img#photo`, `a.button[href="#x"]`: enough to find it in the source. */
export function describeElement(element: SourceElement): string {
  const { id, class: classes, src, href } = element.attributes;
  const idPart = id === undefined ? "" : `#${id}`;
  const classPart = id === undefined && classes ? `.${classes.trim().split(/\s+/).join(".")}` : "";
  const address = src ?? href;
  const addressPart =
    address === undefined
      ? ""
      : `[${src === undefined ? "href" : "src"}="${address.length > 60 ? `${address.slice(0, 57)}…` : address}"]`;
  return `${element.name}${idPart}${classPart}${addressPart}`;
}
