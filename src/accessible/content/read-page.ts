/**
 * What all text of a page reads as, glyph by glyph. Input: its texts in the order of painting, each
 * with its place in the source and what its line reads as; output: pieces for each text. Words that
 * lines divide are joined, and texts that readers would run together are set apart. Pure.
 */
import { STANDING_SPACE } from "../../pdf/fonts/readable-text.ts";
import { glueWords } from "./glue-words.ts";
import { joinDividedWord } from "./join-divided-word.ts";
import { keepUnitsTogether } from "./letters-of-two-units.ts";
import type { PageMatch } from "./match-content.ts";
import type { TextInStream } from "./order-streams.ts";
import { readClusters, readingOf } from "./read-clusters.ts";
import type { ReadPiece } from "./read-piece.ts";
import { separationOf, standInLine, type Separation } from "./separation.ts";
import { spaceAfter, withSpaceInLetter } from "./space-after.ts";
import type { TextUnit } from "./units.ts";

/** Where in the source a text stands; undefined for what is not in it. */
export interface TextPlace {
  readonly leaf: number;
  /** The same for all leaves that flow in one block. */
  readonly block: number;
  /** The type of the leaf's element. */
  readonly tag: string;
}

export interface ReadText {
  readonly pieces: readonly ReadPiece[];
  /** A space that the text's own font cannot write. */
  readonly space?: string;
}

export interface PageReading {
  readonly match: PageMatch;
  readonly placeOf: (unit: TextUnit) => TextPlace | undefined;
  /** Whether some font of the text's stream has a space. */
  readonly hasSpace: (text: TextInStream) => boolean;
}

export function readPage(
  texts: readonly TextInStream[],
  reading: PageReading,
): ReadonlyMap<TextUnit, ReadText> {
  return new PageReader(texts, reading).read();
}

/** Elements whose texts stand where a drawing has them. */
const drawn = /^(?:Figure|Formula|Form)$/;

class PageReader {
  readonly #texts: readonly TextInStream[];
  readonly #reading: PageReading;
  readonly #pieces: (readonly ReadPiece[])[];

  constructor(texts: readonly TextInStream[], reading: PageReading) {
    this.#texts = texts;
    this.#reading = reading;
    this.#pieces = texts.map(({ unit }) =>
      readClusters(unit, reading.match.readings.get(unit), reading.placeOf(unit) !== undefined),
    );
  }

  read(): ReadonlyMap<TextUnit, ReadText> {
    for (const index of this.#texts.keys()) this.#joinWord(index);
    const found = new Map<TextUnit, ReadText>();
    const hasReversed = this.#texts.some(({ unit }) => unit.isReversed);
    for (const [index, text] of this.#texts.entries()) {
      const ended = this.#endText(index, text, this.#pieces[index] ?? []);
      const pieces = glueWords(text.unit, ended.pieces);
      found.set(text.unit, {
        ...ended,
        pieces: hasReversed ? pieces.map((piece) => keepUnitsTogether(piece, text.unit)) : pieces,
      });
    }
    return found;
  }

  /** A word that goes on in the next text of the same leaf. */
  #joinWord(index: number): void {
    const [text, next] = [this.#texts[index], this.#texts[index + 1]];
    const [pieces, nextPieces] = [this.#pieces[index], this.#pieces[index + 1]];
    if (!text || !next || !pieces || !nextPieces) return;
    const { match, placeOf } = this.#reading;
    const place = placeOf(text.unit);
    if (place === undefined || place.leaf !== placeOf(next.unit)?.leaf) return;
    // A picture's texts are no lines of one text.
    if (drawn.test(place.tag)) return;
    if (text.unit.isReversed || next.unit.isReversed || standInLine(text, next)) return;
    const isSoft = match.readings.get(text.unit)?.softHyphen === true;
    const joined = joinDividedWord({
      before: pieces,
      after: nextPieces,
      isSoft,
      endsInSpace: match.readings.get(text.unit)?.spaceAfter === true,
      goesOn: this.#goesOn(index + 1),
    });
    if (joined === undefined) return;
    this.#pieces[index] = joined.before;
    this.#pieces[index + 1] = joined.after;
  }

  /** Whether the last word of a text does not end with it. */
  #goesOn(index: number): boolean {
    const text = this.#texts[index];
    const next = this.#texts[index + 1];
    if (!text || this.#reading.match.readings.get(text.unit)?.spaceAfter === true) return false;
    const { placeOf } = this.#reading;
    const block = placeOf(text.unit)?.block;
    return next !== undefined && block !== undefined && block === placeOf(next.unit)?.block;
  }

  #endText(index: number, text: TextInStream, pieces: readonly ReadPiece[]): ReadText {
    const reading = this.#reading.match.readings.get(text.unit);
    const hasSpaceAfter = reading?.spaceAfter === true;
    const next = this.#texts[index + 1];
    const isApart = hasSpaceAfter || (next !== undefined && this.#areApart(index, text, next));
    if (!isApart) return { pieces };
    const separation = next === undefined ? "seen" : separationOf(text, next);
    const isTurned = reading?.isTurned === true;
    if (separation === "seen" && !hasSpaceAfter) return { pieces };
    return this.#withSpace(text, pieces, spaceFor(separation, isTurned));
  }

  /** Whether the source has a space, or the end of a block, between two texts. */
  #areApart(index: number, { unit }: TextInStream, next: TextInStream): boolean {
    const { placeOf } = this.#reading;
    const [place, nextPlace] = [placeOf(unit), placeOf(next.unit)];
    if (place === undefined && nextPlace === undefined) return false;
    if (place?.block !== nextPlace?.block) return true;
    const [last, first] = [this.#pieces[index]?.at(-1), this.#pieces[index + 1]?.[0]];
    return isBlank(last) || isBlank(first);
  }

  #withSpace(text: TextInStream, pieces: readonly ReadPiece[], space: string): ReadText {
    const last = pieces.at(-1);
    if (last !== undefined && isBlank(last)) {
      if (space === " ") return { pieces };
      return { pieces: [...pieces.slice(0, -1), { ...last, texts: last.texts.with(0, space) }] };
    }
    const piece = spaceAfter(text.unit, pieces, space);
    if (piece !== undefined) return { pieces: [...pieces, piece] };
    if (this.#reading.hasSpace(text)) return { pieces, space };
    return { pieces: withSpaceInLetter(pieces) };
  }
}

/** Two spaces are text to Poppler, which drops one and joins what stands far apart in a line. */
function spaceFor(separation: Separation, isTurned: boolean): string {
  if (isTurned || separation === "standing") return STANDING_SPACE;
  return separation === "column" ? "  " : " ";
}

function isBlank(piece: ReadPiece | undefined): boolean {
  return piece !== undefined && /^\s+$/.test(readingOf([piece]));
}
