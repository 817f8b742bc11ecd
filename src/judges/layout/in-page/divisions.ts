/**
 * Runs in an isolated world of a page: what runs of letters go over the end of a line, or of a page.
 * It judges nothing: `division.ts` knows what may be broken, and where.
 */
import type { Division, RunPart } from "../division.ts";
import { boxesOf, isBeside, type Piece } from "./pieces.ts";
import { textAfter, textBefore, textOf, type Stretch } from "./running-text.ts";

// No-break spaces join a number's own parts, and it to its sign where nothing comes before that
// could be added to; between words they only keep lines together.
const runs =
  /(?:[^\s\u200B]|(?<=\p{Nd}|(?<![\p{L}\p{N})]\s*)[+−±])[\u00A0\u202F\u2007\u2009](?=\p{Nd}))+/gu;

function roomOf(block: Element): number {
  const style = getComputedStyle(block);
  const number = (value: string): number => Number.parseFloat(value) || 0;
  const padding = number(style.paddingLeft) + number(style.paddingRight);
  return Math.max(0, block.clientWidth - padding);
}

/** The run between two places of a text, with what is known of it. */
function partOf(stretches: readonly Stretch[], from: number, to: number, block: Element): RunPart {
  let before = 0;
  let widthPx = 0;
  let isCode = false;
  for (const { node, from: start, to: end } of stretches) {
    const first = Math.max(start, start + from - before);
    const last = Math.min(end, start + to - before);
    before += end - start;
    if (first >= last) continue;
    for (const { left, right } of boxesOf(node, first, last)) widthPx += right - left;
    isCode ||= node.parentElement?.closest("pre, code, kbd, samp, var, tt") != null;
  }
  return { text: textOf(stretches).slice(from, to), isCode, widthPx, roomPx: roomOf(block) };
}

/** A line that wraps goes back to where lines begin, or on to the top of another column. */
function wraps({ box: last }: Piece, { box: next }: Piece, block: Element): boolean {
  const { writingMode, direction } = getComputedStyle(block);
  if (writingMode !== "horizontal-tb") return true;
  if (next.top < last.top) return next.bottom <= last.top;
  return direction === "rtl" ? next.right > last.left + 1 : next.left < last.right - 1;
}

const numbers = new Map<Text, number>();
function numberOf(node: Text): number {
  const number = numbers.get(node) ?? numbers.size;
  numbers.set(node, number);
  return number;
}

/** A letter after a hyphen that layout put there has the hyphen's box too, on the line before. */
function hasHyphen(last: Piece, next: Piece): boolean {
  const [hyphen, ...own] = boxesOf(next.node, next.from, next.from + 1);
  return hyphen !== undefined && own.length > 0 && isBeside(hyphen, last.box, false);
}

/** The run that a line ends in with `last`, and that the next line goes on with. */
export function divisionBetween(last: Piece, next: Piece, block: Element): Division | undefined {
  // Most lines end at a space: nothing needs be asked of them.
  if (/[ \t\r\n\u200B]/.test(next.node.data.charAt(next.from - 1))) return undefined;
  if (!wraps(last, next, block)) return undefined;
  const before = textBefore(next.node, next.from, block).stretches;
  const after = textAfter(next.node, next.from, block).stretches;
  const stretches = [...before, ...after];
  const at = textOf(before).length;
  const run = [...textOf(stretches).matchAll(runs)].find(
    ({ index, 0: text }) => index < at && index + text.length > at,
  );
  const [first] = stretches;
  if (run === undefined || first === undefined) return undefined;
  return {
    ...partOf(stretches, run.index, run.index + run[0].length, block),
    run: `${numberOf(first.node)}:${first.from + run.index}`,
    at: at - run.index,
    isHyphenated: last.endsInSoftHyphen || hasHyphen(last, next),
  };
}

/** The run that a block ends in on a page, up to its very last letter. */
export function runAtEnd({ node, to }: Piece, block: Element): RunPart | undefined {
  const beyond = textAfter(node, to, block);
  if (!beyond.isWhole || textOf(beyond.stretches) !== "") return undefined;
  const { stretches } = textBefore(node, to, block);
  const text = textOf(stretches);
  const run = [...text.matchAll(runs)].at(-1);
  if (run === undefined || run.index + run[0].length < text.length) return undefined;
  return partOf(stretches, run.index, text.length, block);
}

/** The run that a block begins with on a page. */
export function runAtStart({ node, from }: Piece, block: Element): RunPart | undefined {
  const beyond = textBefore(node, from, block);
  if (!beyond.isWhole || textOf(beyond.stretches) !== "") return undefined;
  const { stretches } = textAfter(node, from, block);
  const [run] = textOf(stretches).matchAll(runs);
  return run?.index === 0 ? partOf(stretches, 0, run[0].length, block) : undefined;
}
