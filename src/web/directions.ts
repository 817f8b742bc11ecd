/**
 * Says in which direction text is written where its language tells: `dir` on the document, and on each
 * element whose language is written in the other direction than that around it. Input: HTML; output:
 * the same with `dir`. What has a `dir` keeps it.
 */
import { defaultTreeAdapter as tree, type DefaultTreeAdapterTypes } from "parse5";
import { directionOf } from "../languages/direction.ts";
import type { Direction } from "../languages/language.ts";
import { editHtml } from "./typography/html.ts";
import { attributeOf } from "./typography/paragraphs.ts";

export function withDirections(html: string): string {
  return editHtml(html, (root) => {
    visit(root, "ltr");
  });
}

function visit(parent: DefaultTreeAdapterTypes.ParentNode, around: Direction): void {
  for (const child of parent.childNodes) {
    if (tree.isElementNode(child)) visit(child, settle(child, around));
  }
}

function settle(element: DefaultTreeAdapterTypes.Element, around: Direction): Direction {
  const given = attributeOf(element, "dir");
  if (given === "ltr" || given === "rtl") return given;
  const lang = attributeOf(element, "lang");
  if (lang === undefined || lang === "") return around;
  const own = directionOf(lang);
  if (own !== around) element.attrs.push({ name: "dir", value: own });
  return own;
}
