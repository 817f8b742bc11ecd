/**
 * Runs in the world that lays out. Finds where the content of a page first leaves it, letter by letter. Input: an
 * element or a text that is laid out, and the page's edges. It moves nothing.
 */
import type { PageEdges } from "./paged.ts";

const softHyphen = "\u00AD";
/** The share of a line's height that may stick out below the page: fonts overhang their line. */
const allowedOverhang = 0.4;

function isBeyond(box: DOMRect, edges: PageEdges): boolean {
  return box.left >= edges.right || box.bottom - edges.bottom > box.height * allowedOverhang;
}

/** One for all: each change of the document takes time for every range that was made and not collected yet. */
const measured = document.createRange();

function rectanglesOf(text: Text, from = 0, to = text.length): DOMRect[] {
  measured.setStart(text, from);
  measured.setEnd(text, to);
  return [...measured.getClientRects()];
}

function boxesOf(text: Text, from: number, to: number): DOMRect[] {
  return rectanglesOf(text, from, to).filter((box) => box.width > 0 && box.height > 0);
}

/** The offset of the first letter that is not on the page; undefined if there is none. */
export function firstLetterBeyond(text: Text, edges: PageEdges): number | undefined {
  if (!rectanglesOf(text).some((box) => isBeyond(box, edges))) return undefined;
  const words = [...text.data.matchAll(/\S+/g)];
  // What comes after the first word beyond is beyond as well: halve until it is found.
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isWordBeyond(text, words[middle], edges)) high = middle;
    else low = middle + 1;
  }
  const word = words[low];
  if (word === undefined) return undefined;
  const end = word.index + word[0].length;
  for (let offset = word.index; offset < end; offset++) {
    if (text.data[offset] === softHyphen) continue;
    // The last box is the letter's own; one before it is the hyphen on the line above.
    const own = boxesOf(text, offset, offset + 1).at(-1);
    if (own && isBeyond(own, edges)) return withIndentation(text.data, offset);
  }
  return undefined;
}

function isWordBeyond(text: Text, word: RegExpExecArray | undefined, edges: PageEdges): boolean {
  return (
    word !== undefined &&
    boxesOf(text, word.index, word.index + word[0].length).some((box) => isBeyond(box, edges))
  );
}

/** Indentation after a line feed goes with the line that it indents. */
function withIndentation(data: string, offset: number): number {
  const indentation = /\n[ \t]+$/.exec(data.slice(0, offset));
  return indentation ? indentation.index + 1 : offset;
}

const replacedElements = "img, svg, canvas, video, object, embed, math, input, button, select";

/** Where, in the order of the document, the page's content first leaves the page. */
export function firstPlaceBeyond(rendered: Element, edges: PageEdges): Range | undefined {
  const walker = document.createTreeWalker(
    rendered,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element) {
      if (!node.matches(replacedElements)) continue;
      const box = node.getBoundingClientRect();
      // One that begins on the page and is too tall for it would be too tall for the next, too.
      if (box.width > 0 && (box.left >= edges.right || box.top >= edges.bottom)) {
        return placeBefore(node, rendered, edges);
      }
    } else if (node instanceof Text) {
      const offset = firstLetterBeyond(node, edges);
      if (offset === undefined) continue;
      if (node.data.slice(0, offset).trim() === "") return placeBefore(node, rendered, edges);
      const range = document.createRange();
      range.setStart(node, offset);
      range.setEndAfter(rendered.lastChild ?? rendered);
      return range;
    }
  }
  return undefined;
}

/** Before `node`, or before the outermost element that begins with it beyond the page. */
function placeBefore(node: Node, rendered: Element, edges: PageEdges): Range {
  let first = node;
  for (let parent = node.parentElement; parent && parent !== rendered;) {
    const box = parent.getClientRects()[0];
    const begins = box && (box.left >= edges.right || box.top >= edges.bottom);
    if (!begins || parent.dataset.ref === undefined) break;
    first = parent;
    parent = parent.parentElement;
  }
  const range = document.createRange();
  range.setStartBefore(first);
  range.setEndAfter(rendered.lastChild ?? rendered);
  return range;
}
