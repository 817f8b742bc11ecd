/**
 * Derives HTML from the structure tree of a PDF, after the PDF Association's “Deriving HTML from
 * PDF”, so that judges of web pages can judge what assistive technology meets in the PDF. Input:
 * the tree and the facts of the document; output: one HTML document, whose `data-pdf` attributes name
 * places in the PDF. It fixes nothing: what the tags lack, the HTML lacks too. Looks, contrast among
 * them, are not derived.
 */
import { withDoctype } from "../../document/with-doctype.ts";
import type { DocumentFacts } from "../../pdf/document/document-facts.ts";
import { structurePlaces } from "../../pdf/structure/structure-path.ts";
import {
  walkElements,
  type StructureElement,
  type StructureTree,
} from "../../pdf/structure/structure-tree.ts";
import { deriveElement, type Derivation } from "./derive-html/derive-element.ts";
import { element, formatHtml, type HtmlNode } from "./derive-html/html-node.ts";
import { pageAnchor } from "./derive-html/link-address.ts";

/** `q` must not add quotation marks: those of the PDF are text. */
const STYLE = "q::before,q::after{content:none}";

/** @returns HTML, whose `data-pdf` says of each element where it is, e.g. `page 2 · Document > Sect > P[3]`. */
export function deriveHtml(tree: StructureTree, facts: DocumentFacts): string {
  const places = structurePlaces(tree);
  const { anchors, elementIds, ids } = assignIds(tree);
  const derivation: Derivation = {
    place: (of) => places.get(of) ?? "",
    idOf: (of) => elementIds.get(of),
    ids,
    anchors,
  };
  const body = tree.kids.map((kid) =>
    deriveElement(
      kid,
      { parent: undefined, sections: 0, insideLink: false, insideTable: false },
      derivation,
    ),
  );
  const emptyPages = facts.pages
    .filter(({ page }) => !anchors.has(page))
    .map(({ page }) => element("div", { id: pageAnchor(page) }));
  const title: readonly HtmlNode[] =
    facts.title === undefined ? [] : [element("title", {}, [facts.title])];
  const root = element("html", { lang: facts.lang }, [
    element("head", {}, [
      element("meta", { charset: "utf-8" }),
      ...title,
      element("style", {}, [STYLE]),
    ]),
    element("body", {}, [element("main", {}, [...body, ...emptyPages])]),
  ]);
  return `${withDoctype(formatHtml(root))}\n`;
}

function assignIds(tree: StructureTree): {
  readonly anchors: ReadonlyMap<number, string>;
  readonly elementIds: ReadonlyMap<StructureElement, string>;
  readonly ids: ReadonlyMap<string, string>;
} {
  const anchors = new Map<number, string>();
  const elementIds = new Map<StructureElement, string>();
  const ids = new Map<string, string>();
  for (const source of walkElements(tree.kids)) {
    if (source.id !== undefined && !ids.has(source.id)) {
      // An ID of the PDF may hold spaces or be empty: it gets a plain one.
      const id = `cell-${ids.size + 1}`;
      ids.set(source.id, id);
      elementIds.set(source, id);
    }
    for (const kid of source.kids) {
      if (kid.kind !== "content" || anchors.has(kid.page)) continue;
      const id = elementIds.get(source) ?? pageAnchor(kid.page);
      anchors.set(kid.page, id);
      elementIds.set(source, id);
    }
  }
  return { anchors, elementIds, ids };
}
