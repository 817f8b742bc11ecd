/**
 * Lists and tables as HTML. Input: structure elements; output: ul, ol, li, table and its parts. An
 * element outside of what must hold it becomes a plain `div`, as browsers drop stray table tags;
 * a stray `li` stays, because browsers keep it and judges find it.
 */
import type { StructureElement, StructureKid } from "../../../pdf/structure/structure-tree.ts";
import { textOf } from "../../../pdf/structure/structure-tree.ts";
import { element, type HtmlNode } from "./html-node.ts";

type Attributes = Readonly<Record<string, string | undefined>>;

/** How the kids of an element are derived, which is not the job of this module. */
export interface Nesting {
  /** All of them, or what replaces them. */
  content(): readonly HtmlNode[];
  /** Some of them, in the order given. */
  kids(kids: readonly StructureKid[]): readonly HtmlNode[];
}

const ORDERED = new Set([
  "Decimal",
  "UpperRoman",
  "LowerRoman",
  "UpperAlpha",
  "LowerAlpha",
  "Ordered",
]);

export function deriveList(
  source: StructureElement,
  parentRole: string | undefined,
  attributes: Attributes,
  nesting: Nesting,
): HtmlNode {
  const role = source.mappedRole;
  if (role === "LI" || role === "TOCI") return element("li", attributes, nesting.content());
  const ordered = role === "TOC" || ORDERED.has(source.attributes.listNumbering ?? "None");
  const captions = source.kids.filter(isCaption);
  const items = source.kids.filter((kid) => !isCaption(kid));
  const list = element(
    ordered ? "ol" : "ul",
    // The labels of the PDF are text of their own: HTML must not count a second time.
    hasLabels(items) || role === "TOC" ? { ...attributes, style: "list-style: none" } : attributes,
    nesting.kids(items),
  );
  const framed =
    captions.length === 0 ? list : element("div", {}, [...nesting.kids(captions), list]);
  // §14.8.4.3.3 lets a TOC hold another TOC, where HTML wants an item between the two.
  return role === "TOC" && parentRole === "TOC" ? element("li", {}, [framed]) : framed;
}

/** What each part of a table may stand in. */
const HOLDERS: Readonly<Record<string, readonly string[]>> = {
  THead: ["Table"],
  TBody: ["Table"],
  TFoot: ["Table"],
  TR: ["Table", "THead", "TBody", "TFoot"],
};

export function deriveTable(
  source: StructureElement,
  parentRole: string | undefined,
  attributes: Attributes,
  nesting: Nesting,
): HtmlNode {
  const role = source.mappedRole;
  const holders = HOLDERS[role];
  if (holders !== undefined && !holders.includes(parentRole ?? "")) {
    return element("div", attributes, nesting.content());
  }
  if (role !== "Table") return element(role.toLowerCase(), attributes, nesting.content());
  if (source.actualText !== undefined || source.alt !== undefined) {
    return element("div", attributes, nesting.content());
  }
  // HTML wants the caption first; PDF allows it last.
  const captions = source.kids.filter(isCaption);
  const rest = source.kids.filter((kid) => !isCaption(kid));
  return element("table", attributes, nesting.kids([...captions, ...rest]));
}

export function tableCellAttributes(
  cell: StructureElement,
  ids: ReadonlyMap<string, string>,
): Attributes {
  const { scope, headers, rowSpan, colSpan } = cell.attributes;
  const scopes: Readonly<Record<string, string>> = { Row: "row", Column: "col" };
  return {
    scope: cell.mappedRole === "TH" && scope !== undefined ? scopes[scope] : undefined,
    // An ID that no cell has is kept, so that a judge meets it.
    headers: headers?.map((id) => ids.get(id) ?? "no-such-cell").join(" "),
    rowspan: span(rowSpan, 65_534),
    colspan: span(colSpan, 1_000),
  };
}

function span(value: number | undefined, limit: number): string | undefined {
  if (value === undefined || value < 2) return undefined;
  return String(Math.min(Math.trunc(value), limit));
}

function isCaption(kid: StructureKid): boolean {
  return kid.kind === "element" && kid.mappedRole === "Caption";
}

function hasLabels(items: readonly StructureKid[]): boolean {
  return items.some(
    (item) =>
      item.kind === "element" &&
      item.kids.some(
        (kid) => kid.kind === "element" && kid.mappedRole === "Lbl" && textOf(kid).trim() !== "",
      ),
  );
}
