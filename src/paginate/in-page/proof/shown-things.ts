/**
 * Runs in the world that proves, after layout. What of the source an area shows, thing by thing, in the
 * order of the document: texts, values that controls show, and pictures. Generated text is none of it, nor are
 * copies that layout made.
 */
import { REPEATED_HEAD } from "../repeated-heads.ts";
import {
  boxesOf,
  displayedPictures,
  displayedTexts,
  displayedValues,
  endsInHyphen,
  hostOf,
} from "./displayed.ts";
import * as dom from "./dom-access.ts";
import { shadowTreesIn } from "./shadow-trees.ts";

export interface ShownThing {
  /** Where it stands in the document itself: a text, or the element that shows it. */
  readonly node: Text | Element;
  /** The element it stands in, or which it is. */
  readonly element: Element;
  /** Without the hyphen that layout prints; empty for a picture. */
  readonly text: string;
  readonly boxes: readonly DOMRect[];
}

export function shownThings(area: Element): ShownThing[] {
  const texts = displayedTexts(area).map(({ text, parent }) => ({
    node: text,
    element: parent,
    text: endsInHyphen(text, parent) ? text.data.slice(0, -1) : text.data,
    boxes: boxesOf(text),
  }));
  const inShadow = shadowTreesIn(area).flatMap((tree) =>
    displayedTexts(tree).map(({ text }) => {
      const host = hostOf(tree);
      return { node: host, element: host, text: text.data, boxes: boxesOf(text) };
    }),
  );
  const values = displayedValues(area).map(({ control, value }) => shownBy(control, value));
  const pictures = displayedPictures(area).map((picture) => shownBy(picture, ""));
  return [...texts, ...inShadow, ...values, ...pictures]
    .filter(({ boxes, element }) => boxes.length > 0 && !isCopy(element))
    .sort((a, b) => inOrder(a.node, b.node));
}

/** In a table's head that layout has repeated. */
function isCopy(element: Element): boolean {
  return dom.closest(element, `[${REPEATED_HEAD}]`) !== null;
}

function shownBy(element: Element, text: string): ShownThing {
  return { node: element, element, text, boxes: [dom.boxOf(element)] };
}

function inOrder(a: Node, b: Node): number {
  if (a === b) return 0;
  const position = Node.prototype.compareDocumentPosition.call(a, b);
  return position & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}
