/**
 * Joins pieces of text into words and sentences. Input: pieces in the order of painting; output:
 * text with a space where a line or page ends inside a sentence, and none where a soft hyphen says
 * that the word goes on. Space glyphs are taken as they are; where a file has none, gaps tell words
 * apart. Or, for judging the file itself, text as it literally stands.
 */
import { hasRightToLeft, type TextPiece } from "./text-piece.ts";
import { readingOrder } from "./visual-order.ts";

const TAIL_LENGTH = 2;
const SOFT_HYPHEN = "\u00ad";

/** Part of the font size that counts as a space, in files with and without space glyphs. */
const GAP_BESIDE_SPACES_EM = 1;
const GAP_FOR_SPACE_EM = 0.2;

/** Scripts that put no space between words, hence none at line ends. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3000-\u303f\uff00-\uffef]/u;

const UNREADABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\ufeff\ufffe\uffff]/g;

/** How pieces become text, one run after the other. */
export interface TextJoin {
  /** The next piece starts a new block: nothing joins it to what was read before. */
  startBlock(): void;
  /** The text of one run's pieces. */
  append(pieces: readonly TextPiece[]): string;
}

/**
 * Only characters that the file holds, soft hyphens and controls too, in the order of painting:
 * no space is guessed and no line turned round.
 */
export const literalText: TextJoin = {
  startBlock: () => undefined,
  append: (pieces) =>
    pieces
      .map(({ text }) => text)
      .join("")
      .toWellFormed(),
};

/** One run of text after the other: what was read last decides how the next piece joins. */
export class TextFlow implements TextJoin {
  readonly #gapEm: number;
  #last: TextPiece | undefined;
  /** The end of what was read: a piece may be one glyph, and a word is known by more. */
  #tail = "";

  /** `hasSpaces`: the file writes its spaces as glyphs. */
  constructor(hasSpaces: boolean) {
    this.#gapEm = hasSpaces ? GAP_BESIDE_SPACES_EM : GAP_FOR_SPACE_EM;
  }

  startBlock(): void {
    this.#last = undefined;
    this.#tail = "";
  }

  /** In reading order, with the space before it that what was read last calls for. */
  append(pieces: readonly TextPiece[]): string {
    let text = "";
    for (const piece of readingOrder(pieces)) {
      if (piece.text === "") continue;
      if (this.#last !== undefined) text += separator(this.#last, this.#tail, piece, this.#gapEm);
      text += piece.text;
      this.#tail = (this.#tail + piece.text).slice(-TAIL_LENGTH);
      this.#last = piece;
    }
    return text
      .replace(/[\t\n\r]/g, " ")
      .replace(UNREADABLE, "")
      .toWellFormed();
  }
}

/** Whether spaces are glyphs: nearly every writer does so, older TeX does not. */
export function writesSpaces(pieces: Iterable<TextPiece>): boolean {
  let length = 0;
  let spaces = 0;
  for (const { text } of pieces) {
    length += text.length;
    spaces += text.split(" ").length - 1;
  }
  return spaces * 40 >= length;
}

function separator(before: TextPiece, tail: string, after: TextPiece, gapEm: number): string {
  if (/\s$/u.test(before.text) || /^\s/u.test(after.text)) return "";
  if (breaksLine(before, after)) return lineBreak(tail, after.text);
  const size = Math.max(before.sizePt, after.sizePt);
  const turns = hasRightToLeft(before.text) !== hasRightToLeft(after.text);
  // A line whose direction changes goes on at the other end of what follows, which may be far away.
  if (turns && gapEm === GAP_BESIDE_SPACES_EM) return "";
  return gapBetween(before, after) > gapEm * size ? lineBreak(tail, after.text) : "";
}

/** How far apart two pieces of a line are. With letters from right to left, the second may stand on either side. */
function gapBetween(before: TextPiece, after: TextPiece): number {
  const toTheRight = distance(before, after).along;
  if (!hasRightToLeft(before.text + after.text)) return toTheRight;
  return Math.max(toTheRight, distance(after, before).along);
}

function breaksLine(before: TextPiece, after: TextPiece): boolean {
  if (before.page !== after.page) return true;
  if (before.alongX * after.alongX + before.alongY * after.alongY < 0.9) return true;
  const size = Math.max(before.sizePt, after.sizePt);
  const { along, across } = distance(before, after);
  if (hasRightToLeft(before.text) || hasRightToLeft(after.text)) return across > 0.5 * size;
  // Superscripts and subscripts leave the baseline but touch what they stand beside.
  const touches = Math.abs(along) < 0.3 * size && across < size;
  return touches ? false : across > 0.5 * size || along < -0.8 * size;
}

/** From the end of one piece to the start of another, along and across the baseline. */
function distance(before: TextPiece, after: TextPiece): { along: number; across: number } {
  const [x, y] = [after.startX - before.endX, after.startY - before.endY];
  return {
    along: x * before.alongX + y * before.alongY,
    across: Math.abs(y * before.alongX - x * before.alongY),
  };
}

/** A word that goes on after its hyphen: the line ended there, the word did not. */
const HYPHENATED = /[\p{L}\p{N}][-\u2010\u2011]$/u;

function lineBreak(before: string, after: string): string {
  if (before.endsWith(SOFT_HYPHEN) || HYPHENATED.test(before)) return "";
  return UNSPACED.test(before.slice(-1)) && UNSPACED.test(after.slice(0, 1)) ? "" : " ";
}
