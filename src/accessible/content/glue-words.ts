/**
 * Words that readers would break, and spaces that they would not see, since they go by distances:
 * letters that are set wide, marks beside their letters, spaces that are narrow. Input: the pieces of
 * a unit; output: the same with ActualText for such words. Pure. ISO 32000-1 §14.9.4.
 *
 * Measured on readers of today, in font sizes: Poppler ends a word at a gap of 0.1 and, in the order
 * of the content, sees no space below 0.15; pdf.js puts in a space at 0.102; PDFium at a share of the
 * letters' widths, and where a baseline changes.
 */
import { SILENT, STANDING_SPACE } from "../../pdf/fonts/readable-text.ts";
import { merged, readingOf } from "./read-clusters.ts";
import type { ReadPiece } from "./read-piece.ts";
import type { Glyph, TextUnit } from "./units.ts";

/** A gap within a word that is larger than this ends it for some reader. */
const widestGap = 0.085;
/** And so does a step back that is larger than this; letters are kerned by less. */
const widestStepBack = 0.2;
/** A space that is narrower than this is none for some reader. */
const narrowestSpace = 0.16;
/** And one that is narrower than this is none although it is white space. */
const narrowestGap = 0.11;
/** Glyphs that stand higher or lower than this are not on one baseline. */
const sameBaseline = 0.03;
/** Longer than any word. */
const longestWord = 120;

export function glueWords(unit: TextUnit, pieces: readonly ReadPiece[]): readonly ReadPiece[] {
  // What runs from right to left is painted glyph by glyph, and readers sort it by its places.
  if (unit.isReversed || unit.size === 0) return pieces;
  const glued: ReadPiece[] = [];
  let at = 0;
  while (at < pieces.length) {
    const piece = pieces[at];
    if (piece !== undefined && isPhrase(piece)) {
      glued.push(piece);
      at++;
      continue;
    }
    const wordEnd = endOf(pieces, at, (each) => isBlank(each) || isPhrase(each));
    const end = endOf(pieces, wordEnd, (piece) => !isBlank(piece));
    const word = pieces.slice(at, wordEnd);
    const spaces = pieces.slice(wordEnd, end);
    glued.push(...glueWord(unit, word, spaces, pieces[end]));
    at = end;
  }
  return glued;
}

function glueWord(
  unit: TextUnit,
  word: readonly ReadPiece[],
  spaces: readonly ReadPiece[],
  next: ReadPiece | undefined,
): readonly ReadPiece[] {
  const isBroken = word.length <= longestWord && isBrokenWord(unit, word);
  const whole = isBroken ? [merged(inFirstCode(word), readingOf(word))] : word;
  return [...whole, ...standing(spaces, spaceBetween(unit, word, next))];
}

/**
 * A narrow space by a code of two characters, which readers do not take for white space and drop.
 * What is no-break and narrow by itself is seen where it stands in its own width.
 */
function standing(spaces: readonly ReadPiece[], width: number): readonly ReadPiece[] {
  const [first] = spaces;
  if (first === undefined || width >= narrowestSpace || readingOf([first]) !== " ") return spaces;
  const text = width < narrowestGap ? STANDING_SPACE : "  ";
  return [{ ...first, texts: first.texts.with(0, text) }, ...spaces.slice(1)];
}

/** A reader without ActualText takes the word from its first code, wherever the letters stand. */
function inFirstCode(word: readonly ReadPiece[]): readonly ReadPiece[] {
  const text = word
    .flatMap(({ texts }) => texts)
    .join("")
    .replaceAll(SILENT, "");
  return word.map((piece, at) => ({
    ...piece,
    texts: piece.texts.map((_, index) => (at === 0 && index === 0 ? text : SILENT)),
  }));
}

function isBrokenWord(unit: TextUnit, word: readonly ReadPiece[]): boolean {
  let before: Glyph | undefined;
  for (const piece of word) {
    // MuPDF puts ActualText where its first glyph stands, and sees a gap behind it.
    if (word.length > 1 && isSpoken(piece)) return true;
    // Marks stand over their letters: readers that go by places put them anywhere.
    if (piece.texts.some(hasMark)) return true;
    for (const glyph of piece.glyphs) {
      if (before !== undefined && isTorn(unit, before, glyph)) return true;
      before = glyph;
    }
  }
  return false;
}

function isSpoken({ glyphs, actualText }: ReadPiece): boolean {
  return actualText !== undefined && glyphs.length > 1;
}

function isTorn(unit: TextUnit, before: Glyph, glyph: Glyph): boolean {
  if (Math.abs(glyph.y - before.y) > sameBaseline * unit.size) return true;
  const gap = gapBetween(unit, before, glyph);
  return gap > widestGap || gap < -widestStepBack;
}

function hasMark(text: string): boolean {
  // No mark stands before U+0300.
  return (text.length > 1 || text > "\u02FF") && /\p{M}/u.test(text);
}

/** From the end of a word to the next, in font sizes; without end where nothing follows. */
function spaceBetween(
  unit: TextUnit,
  word: readonly ReadPiece[],
  next: ReadPiece | undefined,
): number {
  const [last, first] = [word.at(-1)?.glyphs.at(-1), next?.glyphs[0]];
  return last === undefined || first === undefined ? Infinity : gapBetween(unit, last, first);
}

/** In font sizes. */
function gapBetween({ font, size }: TextUnit, before: Glyph, glyph: Glyph): number {
  return (glyph.x - before.x) / size - font.widthOf(before.code) / 1000;
}

function endOf(
  pieces: readonly ReadPiece[],
  from: number,
  isEnd: (piece: ReadPiece) => boolean,
): number {
  for (let at = from; at < pieces.length; at++) {
    const piece = pieces[at];
    if (piece !== undefined && isEnd(piece)) return at;
  }
  return pieces.length;
}

/** What a divided word left behind: more than a word, with a reading of its own. */
function isPhrase({ glyphs, texts, actualText }: ReadPiece): boolean {
  return actualText !== undefined && glyphs.length > 1 && /\S\s/.test(texts.join(""));
}

function isBlank(piece: ReadPiece): boolean {
  const { texts, actualText } = piece;
  const [first = ""] = texts;
  // Nearly every piece is one letter.
  if (actualText === undefined && texts.length === 1 && first.length === 1) {
    return /\s/.test(first);
  }
  const text = readingOf([piece]);
  return /^[\s\u200B]+$/.test(text) && /\s/.test(text);
}
