/**
 * Runs in an isolated world of a page: parts a text into pieces, each of which stands on one line.
 * What is painted of a piece, and lines, are others' business.
 */
import type { Edges } from "../page-layout.ts";
import { edgesOf, join } from "./edges.ts";

/** A word, or the part of it that stands on one line. */
export interface Piece {
  readonly node: Text;
  /** Where it begins and ends in the text's data. */
  readonly from: number;
  readonly to: number;
  /** As layout has it. */
  readonly box: Edges;
  readonly endsInSoftHyphen: boolean;
}

const softHyphen = "\u00AD";

export function boxesOf(node: Text, from: number, to: number): Edges[] {
  const range = document.createRange();
  range.setStart(node, from);
  range.setEnd(node, to);
  return [...range.getClientRects()]
    .filter(({ width, height }) => width > 0 && height > 0)
    .map(edgesOf);
}

/** Whether two boxes stand side by side, along lines that run across or down the page. */
export function isBeside(one: Edges, other: Edges, runsDown: boolean): boolean {
  const shared = runsDown
    ? Math.min(one.right, other.right) - Math.max(one.left, other.left)
    : Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  const thickness = runsDown
    ? Math.min(one.right - one.left, other.right - other.left)
    : Math.min(one.bottom - one.top, other.bottom - other.top);
  return shared >= thickness / 2;
}

type OpenPiece = { -readonly [Key in keyof Piece]: Piece[Key] };

/** Letter by letter, where a word stands on several lines. */
function breakUp(node: Text, from: number, to: number, runsDown: boolean): Piece[] {
  const pieces: OpenPiece[] = [];
  let at = from;
  for (const letter of node.data.slice(from, to)) {
    const [start, end] = [at, at + letter.length];
    at = end;
    const boxes = boxesOf(node, start, end);
    // After a soft hyphen at the end of a line, a letter has the hyphen's box and its own.
    const box = boxes.at(-1);
    const last = pieces.at(-1);
    if (box === undefined || letter === softHyphen) {
      if (last !== undefined) last.to = end;
      continue;
    }
    if (last !== undefined && isBeside(last.box, box, runsDown)) {
      last.to = end;
      last.box = join(last.box, box);
      continue;
    }
    const [hyphen] = boxes;
    if (last !== undefined && node.data.slice(from, start).endsWith(softHyphen)) {
      last.endsInSoftHyphen = true;
      if (hyphen !== undefined && boxes.length > 1) last.box = join(last.box, hyphen);
    }
    pieces.push({ node, from: start, to: end, box, endsInSoftHyphen: false });
  }
  return pieces;
}

/** The parts of `node` from `from` on up to `to`, one a line. */
export function piecesOf(
  node: Text,
  from: number,
  to: number,
  runsDown: boolean,
): readonly Piece[] {
  const boxes = boxesOf(node, from, to);
  const [first] = boxes;
  if (first === undefined) return [];
  if (boxes.every((box) => isBeside(first, box, runsDown))) {
    return [{ node, from, to, box: boxes.reduce(join), endsInSoftHyphen: false }];
  }
  return breakUp(node, from, to, runsDown);
}
