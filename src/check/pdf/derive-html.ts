/**
 * Derives HTML from the structure tree of a PDF, after the PDF Association's “Deriving HTML from
 * PDF”, so that judges of web pages can judge what assistive technology meets in the PDF. Input:
 * the tree and the facts of the document; output: one HTML document, and a map from what stands in
 * its `data-pdf` attributes to places in the PDF. It mends nothing: what the tags lack, the HTML
 * lacks too. Looks, contrast among them, are not derived.
 */
import { defaultTreeAdapter, html, parseFragment } from "parse5";
import { withDoctype } from "../../document/with-doctype.ts";
import type { DocumentFacts } from "../../pdf/document/document-facts.ts";
import { structurePlaces } from "../../pdf/structure/structure-path.ts";
import {
  textOf,
  walkElements,
  type StructureElement,
  type StructureTree,
} from "../../pdf/structure/structure-tree.ts";
import { deriveElement, type Derivation } from "./derive-html/derive-element.ts";
import { element, formatHtml, type HtmlNode } from "./derive-html/html-node.ts";
import { pageAnchor } from "./derive-html/link-address.ts";

export interface DerivedPlace {
  /** The type as written in the PDF. */
  readonly role: string;
  /** Where the element starts, counted from 1; absent for an element without content. */
  readonly page?: number;
  /** The first words of the element. */
  readonly excerpt: string;
}

export interface DerivedHtml {
  readonly html: string;
  /** By the value of `data-pdf`, e.g. `page 2 · Document > Sect > P[3]`. */
  readonly map: ReadonlyMap<string, DerivedPlace>;
}

const EXCERPT_LENGTH = 60;

/** `q` must not add quotation marks: those of the PDF are text. */
const STYLE = "q::before,q::after{content:none}";

export function deriveHtml(tree: StructureTree, facts: DocumentFacts): DerivedHtml {
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
  return { html: `${withDoctype(formatHtml(root))}\n`, map: describe(places) };
}

/** The place in the PDF of an element that a judge quotes as HTML. */
export function derivedPlace(quoted: string): string | undefined {
  // Within a template, rows and cells stand by themselves.
  const context = defaultTreeAdapter.createElement("template", html.NS.HTML, []);
  for (const node of parseFragment(context, quoted, {}).childNodes) {
    if (!("attrs" in node)) continue;
    return node.attrs.find(({ name }) => name === "data-pdf")?.value;
  }
  return undefined;
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

function describe(
  places: ReadonlyMap<StructureElement, string>,
): ReadonlyMap<string, DerivedPlace> {
  return new Map(
    [...places].map(([source, place]) => {
      const text = textOf(source).trim();
      const excerpt = text.length > EXCERPT_LENGTH ? `${text.slice(0, EXCERPT_LENGTH)}…` : text;
      const page = source.page === undefined ? {} : { page: source.page };
      return [place, { role: source.role, ...page, excerpt }];
    }),
  );
}
