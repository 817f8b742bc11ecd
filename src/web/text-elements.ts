/**
 * Rendered Markdown as elements, so that components put it into pages without strings of HTML.
 * Input: what markdown-it wrote; output: elements and text, in which pictures are what the edition
 * shows. It adds and removes nothing else.
 */
import { h, type ComponentChild, type JSX } from "preact";
import { parseFragment, type DefaultTreeAdapterTypes } from "parse5";
import { pathOfAddress } from "../publication/picture-path.ts";

/**
 * How an edition shows a picture.
 * @param file path in the content folder.
 * @param alt the alternative, in plain text.
 */
export type PictureElement = (file: string, alt: string) => JSX.Element;

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

export function textElements(html: string, picture: PictureElement): readonly ComponentChild[] {
  return childrenOf(parseFragment(html), picture);
}

/** What is in the one paragraph of a text. */
export function paragraphElements(
  html: string,
  picture: PictureElement,
): readonly ComponentChild[] {
  const fragment = parseFragment(html);
  const blocks = fragment.childNodes.filter(isElement);
  const [first] = blocks;
  const isParagraph = blocks.length === 1 && first?.tagName === "p";
  return childrenOf(isParagraph ? first : fragment, picture);
}

function childrenOf(
  { childNodes }: DefaultTreeAdapterTypes.ParentNode,
  picture: PictureElement,
): readonly ComponentChild[] {
  return childNodes.flatMap((node) => childOf(node, picture) ?? []);
}

/** Comments and doctypes, which Markdown has none of, are left out. */
function childOf(node: Node, picture: PictureElement): ComponentChild {
  if (node.nodeName === "#text" && "value" in node) return node.value;
  if (!isElement(node)) return undefined;
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
  if (node.tagName === "img") {
    return picture(pathOfAddress(attributes.src ?? ""), attributes.alt ?? "");
  }
  return h(node.tagName, { ...attributes, children: childrenOf(node, picture) });
}

function isElement(node: Node): node is Element {
  return "tagName" in node;
}
