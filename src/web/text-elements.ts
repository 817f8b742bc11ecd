/**
 * Rendered Markdown as elements, so that components put it into pages without strings of HTML.
 * Input: what markdown-it wrote; output: elements and text, in which pictures are what the edition
 * shows, and headings have the level of their place. It adds and removes nothing else.
 */
import { h, type ComponentChild, type JSX } from "preact";
import { parseFragment, type DefaultTreeAdapterTypes } from "parse5";
import { BLOCK_ELEMENT, blockOfElement, type FencedBlock } from "../markdown/fenced-block.ts";
import { pathOfAddress } from "../publication/picture-path.ts";

/**
 * How an edition shows a picture.
 * @param file path in the content folder.
 * @param alt the alternative, in plain text.
 */
export type PictureElement = (file: string, alt: string) => JSX.Element;

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** What stands in a block, rendered when one of the two is called. */
export interface BlockBody {
  readonly all: () => readonly ComponentChild[];
  /** What is in its one paragraph, if that is all there is. */
  readonly ofParagraph: () => readonly ComponentChild[];
}

/** How a text shows what is in it. */
export interface TextShowing {
  readonly picture: PictureElement;
  /** Links are shown as their text, where the text is itself in a link. */
  readonly withoutLinks?: boolean;
  /** By how many levels headings are lower than Markdown wrote them. */
  readonly headingsLowered?: number;
  /** Fenced blocks; there are none where it is undefined. */
  readonly block?: (block: FencedBlock, body: BlockBody) => JSX.Element;
}

export function textElements(html: string, showing: TextShowing): readonly ComponentChild[] {
  return childrenOf(parseFragment(html), showing);
}

/** What is in the one paragraph of a text. */
export function paragraphElements(html: string, showing: TextShowing): readonly ComponentChild[] {
  return inParagraph(parseFragment(html), showing);
}

function inParagraph(
  parent: DefaultTreeAdapterTypes.ParentNode,
  showing: TextShowing,
): readonly ComponentChild[] {
  const blocks = parent.childNodes.filter(isElement);
  const [first] = blocks;
  const isParagraph = blocks.length === 1 && first?.tagName === "p";
  return childrenOf(isParagraph ? first : parent, showing);
}

function childrenOf(
  { childNodes }: DefaultTreeAdapterTypes.ParentNode,
  showing: TextShowing,
): readonly ComponentChild[] {
  return childNodes.flatMap((node) => childOf(node, showing) ?? []);
}

/** Comments and doctypes, which Markdown has none of, are left out. */
function childOf(node: Node, showing: TextShowing): ComponentChild | readonly ComponentChild[] {
  if (node.nodeName === "#text" && "value" in node) return node.value;
  if (!isElement(node)) return undefined;
  if (node.tagName === "a" && showing.withoutLinks === true) return childrenOf(node, showing);
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
  if (node.tagName === "img") {
    return showing.picture(pathOfAddress(attributes.src ?? ""), attributes.alt ?? "");
  }
  if (node.tagName === BLOCK_ELEMENT && showing.block !== undefined) {
    return showing.block(blockOfElement(attributes), {
      all: () => childrenOf(node, showing),
      ofParagraph: () => inParagraph(node, showing),
    });
  }
  const tagName = loweredHeading(node.tagName, showing.headingsLowered ?? 0);
  return h(tagName, { ...attributes, children: childrenOf(node, showing) });
}

function loweredHeading(tagName: string, levels: number): string {
  const level = /^h([1-6])$/u.exec(tagName)?.[1];
  return level === undefined ? tagName : `h${Math.min(6, Number(level) + levels)}`;
}

function isElement(node: Node): node is Element {
  return "tagName" in node;
}
