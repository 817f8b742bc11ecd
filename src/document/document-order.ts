/**
 * Elements in the order of a document, as a browser counts them with `querySelectorAll("*")`. Input: what
 * parse5 has read; output: its elements. What is in a `template` is no part of the document.
 */
import type { DefaultTreeAdapterTypes } from "parse5";

export function* inDocumentOrder(
  parent: DefaultTreeAdapterTypes.ParentNode,
): Generator<DefaultTreeAdapterTypes.Element> {
  for (const child of parent.childNodes) {
    if (!("tagName" in child)) continue;
    yield child;
    yield* inDocumentOrder(child);
  }
}
