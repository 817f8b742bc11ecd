/** Rules about structure elements: headings, figures, links, fields, lists, and what others say. */
import { structurePlaces } from "../../../pdf/structure/structure-path.ts";
import {
  elementsOf,
  textOf,
  walkElements,
  type StructureElement,
  type StructureKid,
  type StructureTree,
} from "../../../pdf/structure/structure-tree.ts";
import type { FoundPlace } from "../../verdict/found-element.ts";
import { findingOf } from "../../verdict/judge-info.ts";
import { PDF_STRUCTURE_RULES, type PdfStructureFinding } from "../pdf-structure-info.ts";
import { excerpt } from "./excerpt.ts";
import { judgeSuspectedLists } from "./suspected-lists.ts";
import { judgeTable } from "./table-rules.ts";

type Place = (of: StructureElement) => FoundPlace;

export function judgeElements(tree: StructureTree): readonly PdfStructureFinding[] {
  const places = structurePlaces(tree);
  const place: Place = (of) => {
    const where = places.get(of) ?? "";
    return { where, element: { kind: "tag", place: where } };
  };
  const all = [...walkElements(tree.kids)];
  return [
    ...judgeHeadings(all, place),
    ...all.flatMap((source) => judgeElement(source, place)),
    ...judgeSuspectedLists(tree, place),
  ];
}

function judgeElement(source: StructureElement, place: Place): readonly PdfStructureFinding[] {
  switch (source.mappedRole) {
    case "Figure":
    case "Formula":
      return judgeAlternative(source, place);
    case "Link":
      return judgeLink(source, place);
    case "Form":
      return judgeField(source, place);
    case "Table":
      return judgeTable(source, place);
    case "L":
      return judgeList(source, place);
    default:
      return [];
  }
}

/** Levels go down one at a time; the first heading is level 1. */
function judgeHeadings(
  all: readonly StructureElement[],
  place: Place,
): readonly PdfStructureFinding[] {
  let previous = 0;
  return all.flatMap((source): readonly PdfStructureFinding[] => {
    const level = Number(/^H(\d+)$/.exec(source.mappedRole)?.[1] ?? 0);
    if (level === 0) return [];
    const expected = previous + 1;
    previous = level;
    if (level <= expected) return [];
    const before = expected === 1 ? "the first heading" : `a heading after level ${expected - 1}`;
    return [
      findingOf(PDF_STRUCTURE_RULES["pdf-heading-order"], {
        ...place(source),
        message: `The heading “${excerpt(source)}” has level ${level}, where ${before} may have level ${expected} at most.`,
      }),
    ];
  });
}

function judgeAlternative(source: StructureElement, place: Place): readonly PdfStructureFinding[] {
  if (isSaid(source.alt) || source.actualText !== undefined) return [];
  // A Figure that only frames other Figures leaves the alternative to them.
  const kids = source.kids.filter(
    (kid) => !(kid.kind === "element" && kid.mappedRole === "Caption"),
  );
  const framed = kids.every((kid) => kid.kind === "element");
  if (framed && elementsOf(kids).some((kid) => kid.mappedRole === "Figure")) return [];
  const what = source.mappedRole === "Figure" ? "figure" : "formula";
  return [
    findingOf(PDF_STRUCTURE_RULES[`pdf-${what}-alt`], {
      ...place(source),
      message: `A ${what} has no alternative text.`,
    }),
  ];
}

function judgeLink(source: StructureElement, place: Place): readonly PdfStructureFinding[] {
  const links = annotationsIn(source.kids).filter(({ subtype }) => subtype === "Link");
  const named = isSaid(source.alt) || isSaid(readText(source));
  if (named || links.some(({ contents }) => isSaid(contents))) return [];
  const uri = links.find((link) => link.uri !== undefined)?.uri;
  return [
    findingOf(PDF_STRUCTURE_RULES["pdf-link-name"], {
      ...place(source),
      message: `A link${uri === undefined ? "" : ` to ${uri}`} has no text and no Contents.`,
    }),
  ];
}

function judgeField(source: StructureElement, place: Place): readonly PdfStructureFinding[] {
  return annotationsIn(source.kids)
    .filter(
      ({ subtype, field, contents }) => subtype === "Widget" && !isSaid(field?.label ?? contents),
    )
    .map(({ field }) =>
      findingOf(PDF_STRUCTURE_RULES["pdf-field-name"], {
        ...place(source),
        message: `A form field${field?.name === undefined ? "" : ` (${field.name})`} has no name for people.`,
      }),
    );
}

function judgeList(source: StructureElement, place: Place): readonly PdfStructureFinding[] {
  const strays = source.kids.filter(
    (kid) => kid.kind !== "element" || !["LI", "L", "Caption"].includes(kid.mappedRole),
  );
  const items = elementsOf(source.kids).filter(({ mappedRole }) => mappedRole === "LI");
  if (items.length > 0 && strays.length === 0) return [];
  const what =
    items.length === 0
      ? "A list has no items"
      : `A list holds what is no item: ${strays.length} of its kids`;
  return [
    findingOf(PDF_STRUCTURE_RULES["pdf-list-structure"], {
      ...place(source),
      message: `${what}; it starts with “${excerpt(source)}”.`,
    }),
  ];
}

function annotationsIn(kids: readonly StructureKid[]) {
  const found = kids.flatMap((kid) => (kid.kind === "annotation" ? [kid.annotation] : []));
  for (const inner of walkElements(kids)) {
    for (const kid of inner.kids) if (kid.kind === "annotation") found.push(kid.annotation);
  }
  return found;
}

function readText(source: StructureElement): string {
  return source.actualText ?? source.kids.map(textOf).join("");
}

function isSaid(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== "";
}
