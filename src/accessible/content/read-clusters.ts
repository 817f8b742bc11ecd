/**
 * What each cluster of a unit reads as once its line is known, and which clusters need ActualText
 * besides. Input: a unit and its reading; output: its clusters with their texts, in reading order.
 * Pure. ISO 32000-1 §14.9.4.
 */
import {
  SILENT,
  SILENT_FROM_RIGHT,
  STANDING_SPACE_FROM_RIGHT,
} from "../../pdf/fonts/readable-text.ts";
import type { Reading } from "./match-content.ts";
import type { Cluster, Glyph, TextUnit } from "./units.ts";

/** Glyphs with the text of each code, and of all of them where only together they are a text. */
export interface ReadPiece {
  readonly glyphs: readonly Glyph[];
  /** One for each glyph. */
  readonly texts: readonly string[];
  /** What they read as together; undefined where the codes say it by themselves. */
  readonly actualText: string | undefined;
  /** What is seen of it and read by none of its codes: painted after the unit, as white space. */
  readonly behind?: readonly Glyph[];
}

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
  const baseline = unit.isReversed ? baselineOf(unit.clusters) : 0;
  return unit.clusters.map((cluster, index) => {
    const isHyphen = softHyphen && index === unit.clusters.length - 1;
    if (isHyphen) return readCluster({ ...cluster, text: "\u00AD" }, unit, baseline);
    if (isTurned && /^\s+$/.test(cluster.text)) return standingSpace(cluster);
    return readCluster(cluster, unit, baseline);
  });
}

function standingSpace({ glyphs }: Cluster): ReadPiece {
  const texts = glyphs.map((_, at) => (at === 0 ? STANDING_SPACE_FROM_RIGHT : SILENT_FROM_RIGHT));
  return { glyphs, texts, actualText: undefined };
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

function readCluster(cluster: Cluster, unit: TextUnit, baseline: number): ReadPiece {
  const { glyphs, text } = cluster;
  const letters = Array.from(text);
  if (unit.isReversed) return letterByLetter(cluster, letters, baseline, unit.size);
  if (glyphs.length === 1) return { glyphs, texts: [text], actualText: undefined };
  // A letter and its marks, each with a glyph of its own: every code reads as its character.
  const isOneToOne =
    letters.length === glyphs.length &&
    glyphs.every(({ code }, index) => unit.font.textOf(code) === letters[index]);
  if (isOneToOne) return { glyphs, texts: letters, actualText: undefined };
  return together(glyphs, text);
}

/** How far apart, in font sizes, letters are that nobody sees. */
const unseenStep = 0.01;
/** Glyphs that stand higher or lower than this, in font sizes, are not on the baseline. */
const offBaseline = 0.03;

/**
 * From right to left no code may have two letters, as some readers turn them round and others do
 * not, and readers that go by places lose their way over marks. So every letter has a code, on the
 * baseline: the first glyph where it stands there, and for all others glyphs that are not seen, a
 * little to the left, where those who go by places and those who go by order both read them next.
 * What is seen of the cluster besides is painted behind the line, and reads as white space.
 */
function letterByLetter(
  { glyphs }: Cluster,
  letters: readonly string[],
  baseline: number,
  size: number,
): ReadPiece {
  const [first] = glyphs;
  if (first === undefined) return { glyphs, texts: [], actualText: undefined };
  const stands = Math.abs(first.y - baseline) <= offBaseline * size;
  const unseen = letters.map((_, index) => ({
    code: (glyphs[index] ?? first).code,
    x: first.x - index * unseenStep * size,
    y: baseline,
    isUnseen: true,
  }));
  return {
    glyphs: stands ? [first, ...unseen.slice(1)] : unseen,
    texts: letters,
    actualText: undefined,
    behind: stands ? glyphs.slice(1) : glyphs,
  };
}

function baselineOf(clusters: readonly Cluster[]): number {
  const heights = clusters.flatMap(({ glyphs: [first] }) => (first ? [first.y] : []));
  return heights.toSorted((a, b) => a - b)[heights.length >> 1] ?? 0;
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
