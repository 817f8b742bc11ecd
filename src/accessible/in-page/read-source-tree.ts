/**
 * Runs in the world that proves. Reads the source's elements and text just before Paged.js lays them
 * out, when styles and fonts are there, elements are numbered and nothing is cut yet. It changes
 * nothing. Names of controls hide what their form has, so that elements are read by `dom-access.ts`.
 */
import * as dom from "../../paginate/in-page/proof/dom-access.ts";
import { rulesIn } from "../../paginate/in-page/style-rules.ts";
import type { SourceElement, SourceNode, SourceTree } from "../source/source-tree.ts";
import { isBroken, valueOf } from "./element-state.ts";
import { alternativesOf, generatedPicturesOf, hasAlternatives } from "./generated-alternatives.ts";
import { imageMapOf } from "./read-image-map.ts";
import { languageOf } from "./source-language.ts";
import { isSaidOnly, isUnseen } from "./unseen.ts";

const kept =
  /^(?:role|aria-.+|alt|title|dir|href|id|class|src|scope|headers|colspan|rowspan|start|value|reversed|max|type|checked|for|name|alttext|open|abbr|datetime|label|placeholder|usemap|data-page-list)$/;
/** Nothing in these is ever shown as text. */
const skipped = /^(?:script|style|template|noscript|link|meta|base|head|source|track|param)$/;

function attributesOf(element: Element): Record<string, string> {
  const found: Record<string, string> = {};
  const language = languageOf(element);
  if (language !== null) found.lang = language;
  for (const { name, value } of dom.attributesOf(element)) {
    const key = name === "xlink:href" ? "href" : name;
    if (kept.test(key)) found[key] = key === "src" ? value.slice(0, 200) : value;
  }
  return found;
}

/** @param readsAlternatives whether styles give any: to ask each element costs time. */
function read(element: Element, readsAlternatives: boolean): SourceElement {
  const style = getComputedStyle(element);
  const children: SourceNode[] = [];
  // What is not displayed is no part of what is read; counting it would cost time.
  if (style.display !== "none") {
    for (const child of dom.childrenOf(element)) {
      if (child instanceof Text) {
        const last = children.at(-1);
        if (last?.kind === "text") {
          children[children.length - 1] = { kind: "text", text: last.text + child.data };
        } else {
          children.push({ kind: "text", text: child.data });
        }
      } else if (child instanceof Element && !skipped.test(dom.localNameOf(child))) {
        children.push(read(child, readsAlternatives));
      }
    }
  }
  const value = valueOf(element);
  const imageMap = imageMapOf(element);
  const alternatives = readsAlternatives ? alternativesOf(element) : undefined;
  const generatedPictures = alternatives ? generatedPicturesOf(element, alternatives) : [];
  return {
    kind: "element",
    ref: dom.attribute(element, "data-ref") ?? "0",
    name: dom.localNameOf(element),
    attributes: attributesOf(element),
    display: style.display,
    invisible: style.visibility !== "visible" || isSaidOnly(element),
    ...(style.display === "list-item" && { listStyle: style.listStyleType }),
    ...(alternatives && { alternatives }),
    ...(generatedPictures.length > 0 && { generatedPictures }),
    ...(isUnseen(style) && { unseen: true }),
    ...(isBroken(element) && { broken: true }),
    ...(value !== undefined && { value }),
    ...(imageMap !== undefined && { imageMap }),
    children,
  };
}

export function readSourceTree(): SourceTree {
  const readsAlternatives = hasAlternatives(rulesIn(document.styleSheets));
  // By attributes: in XML, what is called so may be no element of HTML.
  const metadata = new Map<string, string[]>();
  for (const meta of document.querySelectorAll("meta[name][content]")) {
    const name = (dom.attribute(meta, "name") ?? "").toLowerCase();
    metadata.set(name, [...(metadata.get(name) ?? []), dom.attribute(meta, "content") ?? ""]);
  }
  const link = document.querySelector('link[rel~="license" i][href]');
  const licence = link === null ? null : dom.attribute(link, "href");
  return {
    title: document.title,
    language: languageOf(document.documentElement) ?? "",
    metadata: Object.fromEntries(metadata),
    ...(licence !== null && { licence }),
    body: read(document.body, readsAlternatives),
  };
}
