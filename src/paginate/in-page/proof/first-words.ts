/**
 * Runs in the world that proves, after layout. The first words of what is shown, with one space between
 * them: where the source has white space, a line ends by `br`, or another block begins.
 */
import * as dom from "./dom-access.ts";
import type { ShownThing } from "./shown-things.ts";

const mostWords = 8;
/** Fewer words where they are long; scripts without spaces between words would have whole paragraphs. */
const mostLetters = 100;
const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Characters that show nothing and say where a line may break, or may not. */
const breakSigns = /[\u00AD\u200B\u2060\uFEFF]/g;

/** @param things of one page, in the order of the document. */
export function firstWords(things: Iterable<ShownThing>): string {
  let text = "";
  let last: ShownThing | undefined;
  for (const thing of things) {
    if (thing.text === "") continue;
    text += last !== undefined && areParted(last, thing) ? ` ${thing.text}` : thing.text;
    last = thing;
    // A word may go on in the next text.
    if (wordsOf(text).length > mostWords) break;
  }
  return shortened(wordsOf(text).slice(0, mostWords));
}

function wordsOf(text: string): readonly string[] {
  return text
    .replace(breakSigns, "")
    .split(/\s+/)
    .filter((word) => word !== "");
}

function shortened([first = "", ...rest]: readonly string[]): string {
  let text = [...graphemes.segment(first)]
    .slice(0, mostLetters)
    .map(({ segment }) => segment)
    .join("");
  for (const word of rest) {
    if (text.length + 1 + word.length > mostLetters) break;
    text += ` ${word}`;
  }
  return text;
}

/** Whether two things that follow on each other are parted, beyond what their own texts have. */
function areParted(before: ShownThing, after: ShownThing): boolean {
  if (!(before.node instanceof Text && after.node instanceof Text)) return true;
  return (
    blockOf(before.element) !== blockOf(after.element) || hasSpaceBetween(before.node, after.node)
  );
}

/** The block that a text stands in. What floats in it begins it, as a large first letter does. */
function blockOf(element: Element): Element {
  const { display, cssFloat } = getComputedStyle(element);
  const parent = dom.parentOf(element);
  const isInLine = /^(?:inline|contents|ruby)/.test(display) || cssFloat !== "none";
  return isInLine && parent !== null ? blockOf(parent) : element;
}

function hasSpaceBetween(before: Text, after: Text): boolean {
  const walker = document.createTreeWalker(document.body);
  walker.currentNode = before;
  for (let node = walker.nextNode(); node !== null && node !== after; node = walker.nextNode()) {
    if (node instanceof HTMLBRElement) return true;
    if (node instanceof Text && node.data !== "" && node.data.trim() === "") return true;
  }
  return false;
}
