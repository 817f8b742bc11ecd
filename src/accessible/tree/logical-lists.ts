/** Lists, description lists and tables of contents as logical elements. ISO 32000-1 §14.8.4.3.3. */
import type { Surroundings, TreeBuilder } from "./tree-builder.ts";
import { ownType, roleOf } from "./element-types.ts";
import { withoutLabel } from "./item-label.ts";
import type { LogicalElement, LogicalNode, OwnProperties } from "./logical-tree.ts";
import type { SourceElement } from "../source/source-tree.ts";
import { isMeaningless } from "./table-parts.ts";
import { isBlankLeaf } from "./tidy-tree.ts";

const numberings: Readonly<Record<string, string>> = {
  disc: "Disc",
  circle: "Circle",
  square: "Square",
  decimal: "Decimal",
  "decimal-leading-zero": "Decimal",
  "lower-roman": "LowerRoman",
  "upper-roman": "UpperRoman",
  "lower-alpha": "LowerAlpha",
  "lower-latin": "LowerAlpha",
  "upper-alpha": "UpperAlpha",
  "upper-latin": "UpperAlpha",
};

/** `ul`, `ol`, `menu` or `role=list`: an L of LI, or within contents a TOC of TOCI. */
export function buildList(
  builder: TreeBuilder,
  source: SourceElement,
  around: Surroundings,
  own: OwnProperties,
): LogicalElement {
  const items: LogicalNode[] = [];
  let style = "none";
  const add = (parent: SourceElement, surroundings: Surroundings): void => {
    for (const [place, child] of parent.children.entries()) {
      if (child.kind === "text") {
        items.push(...asItem(builder, parent, builder.looseText(parent, place), surroundings));
        continue;
      }
      if (child.display === "none") continue;
      const isItem = child.name === "li" || roleOf(child) === "listitem";
      if (isItem) {
        style = child.listStyle ?? style;
        items.push(...buildItem(builder, child, surroundings));
      } else if (roleOf(source) === "list" && isMeaningless(child) && holdsItem(child)) {
        // Boxes may stand between a list and items by role.
        add(child, surroundings);
      } else if (items.length > 0 && /^(?:ul|ol|menu)$/.test(child.name)) {
        // A list that stands directly in a list belongs to the item before it.
        items.push(...joinToLast(items, builder.visit(child, surroundings)));
      } else if (child.attributes["aria-hidden"] !== "true") {
        items.push(...asItem(builder, child, builder.visit(child, surroundings), surroundings));
      }
    }
  };
  add(source, around);
  if (around.inContents) return builder.element("TOC", source, items, own);
  const isNumbered = source.name === "ol" && style !== "none";
  const numbering = numberings[style] ?? (isNumbered ? "Decimal" : "None");
  return builder.element("L", source, items, { ...own, numbering });
}

/** Whether there is an item of the list in it, or in boxes in it. */
function holdsItem(box: SourceElement): boolean {
  return box.children.some(
    (child) =>
      child.kind === "element" &&
      (roleOf(child) === "listitem" ||
        child.name === "li" ||
        (isMeaningless(child) && holdsItem(child))),
  );
}

function buildItem(
  builder: TreeBuilder,
  source: SourceElement,
  around: Surroundings,
): LogicalNode[] {
  if (source.attributes["aria-hidden"] === "true") return [];
  const language = source.attributes.lang ?? around.language;
  const own = language === around.language ? {} : { language };
  const marker = builder.generated(source, "marker");
  const inner = { ...around, language, inEndnotes: false };
  const item = withoutLabel(source, builder.content(source, inner));
  const labels = [...marker, ...(item.label === undefined ? [] : [item.label])];
  const label = labels.length > 0 ? [builder.element("Lbl", source, labels)] : [];
  const content = isNote(source, around) ? asNote(builder, source, item.content) : item.content;
  if (around.inContents) {
    // TOCI holds Lbl, Reference, P, TOC and NonStruct: loose text goes into the item's paragraph.
    return [builder.element("TOCI", source, [...label, ...content], own)];
  }
  if (label.length === 0 && content.every(isBlankLeaf)) return [];
  return [
    builder.element("LI", source, [...label, builder.element("LBody", source, content)], own),
  ];
}

function isNote(source: SourceElement, { inEndnotes = false }: Surroundings): boolean {
  return inEndnotes || ownType(source) === "Note";
}

/** ISO 14289-1 §7.9 asks for a Note with an ID, and a list for its items: the one stands in the other. */
function asNote(
  builder: TreeBuilder,
  source: SourceElement,
  content: readonly LogicalNode[],
): readonly LogicalNode[] {
  const holdsNote = content.some((node) => node.kind === "element" && node.type === "Note");
  if (holdsNote || content.every(isBlankLeaf)) return content;
  return [builder.element("Note", source, content, { id: `note-${source.ref}` })];
}

function joinToLast(items: LogicalNode[], nodes: LogicalNode[]): LogicalNode[] {
  const last = items.pop();
  if (last?.kind !== "element") return nodes;
  const body = last.children.at(-1);
  if (last.type === "TOCI") return [{ ...last, children: [...last.children, ...nodes] }];
  if (body?.kind !== "element") return [last, ...nodes];
  const joined = { ...body, children: [...body.children, ...nodes] };
  return [{ ...last, children: [...last.children.slice(0, -1), joined] }];
}

function asItem(
  builder: TreeBuilder,
  source: SourceElement,
  nodes: LogicalNode[],
  around: Surroundings,
): LogicalNode[] {
  if (nodes.every(isBlankLeaf)) return [];
  if (around.inContents) return [builder.element("TOCI", source, nodes)];
  return [builder.element("LI", source, [builder.element("LBody", source, nodes)])];
}

/** `dl`: each group of terms and descriptions is an LI, terms as Lbl, descriptions as LBody. */
export function buildDescriptionList(
  builder: TreeBuilder,
  source: SourceElement,
  around: Surroundings,
  own: OwnProperties,
): LogicalElement {
  const items: { label: LogicalNode[]; body: LogicalNode[]; ref: SourceElement }[] = [];
  const add = (parent: SourceElement): void => {
    for (const [place, child] of parent.children.entries()) {
      if (child.kind === "text") {
        const loose = builder.looseText(parent, place);
        const body = builder.element("LBody", parent, loose);
        if (loose.length > 0) items.push({ label: [], body: [body], ref: parent });
        continue;
      }
      if (child.display === "none" || child.attributes["aria-hidden"] === "true") continue;
      const language = child.attributes.lang ?? around.language;
      const more = language === around.language ? {} : { language };
      const last = items.at(-1);
      if (child.name === "dt") {
        const label = builder.element(
          "Lbl",
          child,
          builder.content(child, { ...around, language }),
          more,
        );
        if (last?.body.length === 0) last.label.push(label);
        else items.push({ label: [label], body: [], ref: child });
      } else if (child.name === "dd") {
        const content = [
          ...builder.generated(child, "marker"),
          ...builder.content(child, { ...around, language }),
        ];
        const body = builder.element("LBody", child, content, more);
        if (last) last.body.push(body);
        else items.push({ label: [], body: [body], ref: child });
      } else add(child);
    }
  };
  add(source);
  const children = items.map(({ label, body, ref }) =>
    builder.element("LI", ref, [...label, ...body]),
  );
  return builder.element("L", source, children, { ...own, numbering: "None" });
}
