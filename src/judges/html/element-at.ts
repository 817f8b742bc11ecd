/**
 * Which element of a page a place in its text belongs to, for tools that name a line and a column.
 * Input: HTML; output: a function from an offset to the innermost element that it lies in, its tags
 * included.
 */
import { parse } from "parse5";
import { inDocumentOrder } from "../../document/document-order.ts";
import type { FoundElement } from "../verdict/found-element.ts";

export function elementsByOffset(
  file: string,
  html: string,
): (offset: number) => FoundElement | undefined {
  const elements = [...inDocumentOrder(parse(html, { sourceCodeLocationInfo: true }))];
  return (offset) => {
    // An element that begins later, and has the offset in it, stands further in.
    const nth = elements.findLastIndex(({ sourceCodeLocation: at }) => {
      return at && at.startOffset <= offset && offset < at.endOffset;
    });
    const name = elements[nth]?.tagName;
    return name === undefined ? undefined : { kind: "page-element", file, nth, name };
  };
}
