/**
 * Runs in an isolated world of a page: the text of a block around a place in it, through the inline
 * elements that it runs through. It knows no lines and judges nothing.
 */
import { blockOf } from "./room.ts";

/** A part of a text. */
export interface Stretch {
  readonly node: Text;
  readonly from: number;
  readonly to: number;
}

/** The text around a place, as far as anything that is no space may reach. */
export interface Surroundings {
  readonly stretches: readonly Stretch[];
  /** Nothing stands in the block beyond it. */
  readonly isWhole: boolean;
}

/** What is longer is no word. */
const longest = 200;
const standsAlone =
  "br, wbr, img, svg, math, canvas, video, audio, object, embed, iframe, input, select, textarea, button, meter, progress";

function isGenerated(element: Element, pseudo: string): boolean {
  return !["none", "normal"].includes(getComputedStyle(element, pseudo).content);
}

/** Something that text does not run through. */
function parts(element: Element): boolean {
  const { display } = getComputedStyle(element);
  if (display === "none") return false;
  return (
    !/^(?:inline|contents)$/.test(display) ||
    element.matches(standsAlone) ||
    isGenerated(element, "::before") ||
    isGenerated(element, "::after")
  );
}

/** Text of styles stands between one text and another, at the edge of an element around one. */
function isEdged(one: Node, other: Node, block: Element, pseudo: string): boolean {
  let around = one.parentElement;
  for (; around !== null && around !== block; around = around.parentElement) {
    if (around.contains(other)) return false;
    if (isGenerated(around, pseudo)) return true;
  }
  return false;
}

/** The text that runs on from `node` in its block, unless something stands between. */
function neighbour(node: Text, block: Element, isForward: boolean): Text | "parted" | undefined {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  walker.currentNode = node;
  for (;;) {
    const found = isForward ? walker.nextNode() : walker.previousNode();
    if (found === null || found === block) return undefined;
    if (found instanceof Element && !found.contains(node) && parts(found)) return "parted";
    if (!(found instanceof Text) || found.data === "") continue;
    const parent = found.parentElement;
    if (parent?.checkVisibility() !== true) continue;
    const [one, other] = isForward ? [node, found] : [found, node];
    const isParted =
      blockOf(parent) !== block ||
      isEdged(one, other, block, "::after") ||
      isEdged(other, one, block, "::before");
    return isParted ? "parted" : found;
  }
}

export function textOf(stretches: readonly Stretch[]): string {
  return stretches.map(({ node, from, to }) => node.data.slice(from, to)).join("");
}

function hasSpace(stretch: Stretch): boolean {
  return /[ \t\r\n\u200B\u3000]/.test(textOf([stretch]));
}

function gather(start: Text, at: number, block: Element, isForward: boolean): Surroundings {
  const found: Stretch[] = [];
  let length = 0;
  let node: ReturnType<typeof neighbour> = start;
  while (node instanceof Text && length < longest) {
    const [first, last]: [number, number] = isForward
      ? [node === start ? at : 0, node.length]
      : [0, node === start ? at : node.length];
    const stretch = isForward
      ? { node, from: first, to: Math.min(last, first + longest) }
      : { node, from: Math.max(first, last - longest), to: last };
    if (isForward) found.push(stretch);
    else found.unshift(stretch);
    length += last - first;
    if (hasSpace(stretch)) break;
    node = neighbour(node, block, isForward);
  }
  return { stretches: found, isWhole: node === undefined };
}

/** Up to a place in `node`, which is in `block`. */
export function textBefore(node: Text, at: number, block: Element): Surroundings {
  return gather(node, at, block, false);
}

export function textAfter(node: Text, at: number, block: Element): Surroundings {
  return gather(node, at, block, true);
}
