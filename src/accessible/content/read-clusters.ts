/**
 * What each cluster of a unit reads as once its line is known, and which clusters need ActualText
 * besides. Input: a unit and its reading; output: its clusters with their texts, in reading order.
 * Pure. ISO 32000-1 §14.9.4.
 */
import { SILENT } from "../../pdf/fonts/readable-text.ts";
import { readReversed, standingSpace } from "./read-reversed.ts";
import type { Reading } from "./match-content.ts";
import type { ReadPiece } from "./read-piece.ts";
import type { Cluster, Glyph, TextUnit } from "./units.ts";

/** Longer readings stand in ActualText alone: a map of codes is no place for sentences. */
const longestCodeText = 200;

/** @param isTagged whether the text is in the source: what is an artifact is read by its codes. */
export function readClusters(
  unit: TextUnit,
  reading: Reading = {},
  isTagged = true,
): readonly ReadPiece[] {
  const { replacement, softHyphen = false, isTurned = false } = reading;
  if (replacement !== undefined) return [replaced(unit, replacement, isTagged)];
  if (unit.isReversed) return readReversed(unit, isTurned);
  return unit.clusters.map((cluster, index) => {
    if (isTurned && /^\s+$/.test(cluster.text)) return standingSpace(cluster);
    const isHyphen = softHyphen && index === unit.clusters.length - 1;
    return readCluster(isHyphen ? { ...cluster, text: "\u00AD" } : cluster, unit);
  });
}

/**
 * Readers read artifacts like any other text, and a sentence that begins with something unseen is
 * torn from its beginning in some: decoration is white space to them.
 */
function replaced({ clusters }: TextUnit, text: string, isTagged: boolean): ReadPiece {
  const glyphs = clusters.flatMap((cluster) => cluster.glyphs);
  const nothing = isTagged ? SILENT : " ";
  if (text === "") return { glyphs, texts: glyphs.map(() => nothing), actualText: undefined };
  return together(glyphs, text);
}

/** The first code has the whole text, and the others read as nothing. */
function together(glyphs: readonly Glyph[], text: string): ReadPiece {
  const first = text.length > longestCodeText ? SILENT : text;
  const texts = glyphs.map((_, index) => (index === 0 ? first : SILENT));
  const isSaid = glyphs.length === 1 && first === text;
  return { glyphs, texts, actualText: isSaid ? undefined : text };
}

function readCluster({ glyphs, text }: Cluster, { font }: TextUnit): ReadPiece {
  if (glyphs.length === 1) return { glyphs, texts: [text], actualText: undefined };
  const letters = Array.from(text);
  // A letter and its marks, each with a glyph of its own: every code reads as its character.
  const isOneToOne =
    letters.length === glyphs.length &&
    glyphs.every(({ code }, index) => font.textOf(code) === letters[index]);
  if (isOneToOne) return { glyphs, texts: letters, actualText: undefined };
  return together(glyphs, text);
}

/** What pieces read as to a reader of ActualText. */
export function readingOf(pieces: readonly ReadPiece[]): string {
  return pieces.map(({ texts, actualText }) => actualText ?? texts.join("")).join("");
}

/** Pieces as one, which reads as `actualText`; the codes keep their texts. */
export function merged(pieces: readonly ReadPiece[], actualText: string): ReadPiece {
  return {
    glyphs: pieces.flatMap(({ glyphs }) => glyphs),
    texts: pieces.flatMap(({ texts }) => texts),
    actualText,
  };
}
