/**
 * Runs in an isolated world of a web page: reads where lines end within a word or a number. It judges
 * nothing.
 */
import type { PlacedDivision } from "../../layout/broken-words.ts";
import { divisionBetween } from "../../layout/in-page/divisions.ts";
import { join } from "../../layout/in-page/edges.ts";
import { boxesOf, isBeside, piecesOf, type Piece } from "../../layout/in-page/pieces.ts";
import { blockOf } from "../../layout/in-page/room.ts";
import { isSeen } from "../../layout/in-page/visibility.ts";
import { placeOf } from "./places.ts";

export function readDivisions(): PlacedDivision[] {
  const hasNoLines = "svg, math, select, textarea, object, video, audio, canvas, iframe, rt, rp";
  const pageWidthPx = document.documentElement.clientWidth;

  /** Whether styles, soft hyphens or thin spaces let a line end within it. Most texts are so whole. */
  const mayBreak = (text: string, style: CSSStyleDeclaration): boolean =>
    style.overflowWrap !== "normal" ||
    style.wordBreak.startsWith("break") ||
    style.getPropertyValue("line-break") === "anywhere" ||
    style.hyphens === "auto" ||
    /[\u00AD\u2009]/.test(text);

  /** Words, or the whole text where it stands on one line. */
  const read = (node: Text, runsDown: boolean): readonly Piece[] => {
    const from = node.data.search(/\S/);
    const to = node.data.trimEnd().length;
    const boxes = boxesOf(node, from, to);
    const [first] = boxes;
    if (first === undefined) return [];
    if (boxes.every((box) => isBeside(first, box, runsDown))) {
      return [{ node, from, to, box: boxes.reduce(join), endsInSoftHyphen: false }];
    }
    return [...node.data.matchAll(/\S+/g)].flatMap(({ index, 0: word }) =>
      piecesOf(node, index, index + word.length, runsDown),
    );
  };

  const found: PlacedDivision[] = [];
  const lastOfBlock = new Map<Element, Piece>();
  const readText = (node: Text, parent: Element): void => {
    const style = getComputedStyle(parent);
    const block = blockOf(parent);
    if (!mayBreak(node.data, style)) {
      lastOfBlock.delete(block);
      return;
    }
    const runsDown = style.writingMode !== "horizontal-tb";
    for (const piece of read(node, runsDown)) {
      // Moved off the canvas, for screen readers only.
      if (piece.box.right <= 0 || piece.box.bottom <= 0) continue;
      const last = lastOfBlock.get(block);
      lastOfBlock.set(block, piece);
      if (last === undefined || isBeside(last.box, piece.box, runsDown)) continue;
      const division = divisionBetween(last, piece, block);
      if (division === undefined) continue;
      found.push({ ...placeOf(block), division, pageWidthPx });
    }
  };

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement;
    if (!(node instanceof Text) || parent === null || node.data.trim() === "") continue;
    if (isSeen(parent) && parent.closest(hasNoLines) === null) readText(node, parent);
  }
  return found;
}
