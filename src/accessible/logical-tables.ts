/** Tables as logical elements: rows in their groups, cells with scope, headers and spans. */
import type { Surroundings, TreeBuilder } from "./build-logical-tree.ts";
import type { LogicalElement, LogicalNode, StructureType, TableCell } from "./logical-tree.ts";
import type { SourceElement } from "./source-tree.ts";

const groupTypes: Readonly<Record<string, StructureType>> = {
  thead: "THead",
  tbody: "TBody",
  tfoot: "TFoot",
};

/** What a `Table` holds: caption first, then THead, TBody and TFoot as the source has them. */
export function buildTable(
  builder: TreeBuilder,
  table: SourceElement,
  around: Surroundings,
): LogicalNode[] {
  const captions: LogicalNode[] = [];
  const rest: LogicalNode[] = [];
  for (const child of table.children) {
    if (child.kind === "text" || child.display === "none") continue;
    if (child.attributes["aria-hidden"] === "true") continue;
    const group = groupTypes[child.name];
    if (child.name === "caption") {
      captions.push(builder.element("Caption", child, builder.content(child, around)));
    } else if (group !== undefined) {
      const rows = elementsIn(child, "tr").map((row) => buildRow(builder, row, child.name, around));
      if (rows.length > 0) rest.push(builder.element(group, child, rows));
    } else if (child.name === "tr") rest.push(buildRow(builder, child, "tbody", around));
  }
  return [...captions, ...rest];
}

function elementsIn(parent: SourceElement, ...names: string[]): SourceElement[] {
  return parent.children.filter(
    (child): child is SourceElement =>
      child.kind === "element" && names.includes(child.name) && child.display !== "none",
  );
}

function buildRow(
  builder: TreeBuilder,
  row: SourceElement,
  group: string,
  around: Surroundings,
): LogicalElement {
  const cells = elementsIn(row, "th", "td");
  const children = cells.map((cell) => {
    const language = cell.attributes.lang ?? around.language;
    const isHeader = cell.name === "th";
    const isHidden = cell.attributes["aria-hidden"] === "true";
    const content = isHidden ? [] : builder.content(cell, { ...around, language });
    const { id } = cell.attributes;
    return builder.element(isHeader ? "TH" : "TD", cell, content, {
      ...(language !== around.language && { language }),
      ...(isHeader && id && { id: `cell-${id}` }),
      cell: cellOf(cell, group),
    });
  });
  return builder.element("TR", row, children);
}

function cellOf(cell: SourceElement, group: string): TableCell {
  const { scope, headers, rowspan, colspan } = cell.attributes;
  const ids = headers?.split(/\s+/).filter((id) => id !== "") ?? [];
  const rowSpan = Number(rowspan ?? 1);
  const columnSpan = Number(colspan ?? 1);
  return {
    ...(cell.name === "th" && { scope: scopeOf(scope?.toLowerCase(), group) }),
    ...(ids.length > 0 && { headers: ids.map((id) => `cell-${id}`) }),
    ...(rowSpan > 1 && { rowSpan }),
    ...(columnSpan > 1 && { columnSpan }),
  };
}

/** HTML's own rule where the author says nothing: headers in a head name columns, others rows. */
function scopeOf(scope: string | undefined, group: string): "Row" | "Column" {
  if (scope === "col" || scope === "colgroup") return "Column";
  if (scope === "row" || scope === "rowgroup") return "Row";
  return group === "thead" ? "Column" : "Row";
}
