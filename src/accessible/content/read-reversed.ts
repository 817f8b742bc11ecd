/**
 * What the clusters of a unit read as that runs from right to left. Input: a unit; output: pieces in
 * reading order. Pure.
 *
 * No code may have two letters there, as some readers turn them round and others do not; and readers
 * that go by places lose their way over marks and over letters that climb. So every letter has a code
 * on the baseline: a glyph where it stands, or else one that is not seen. What is seen besides is
 * painted behind the unit, and reads as nothing.
 */
import { SILENT, STANDING_SPACE } from "../../pdf/fonts/readable-text.ts";
import type { ReadPiece } from "./read-piece.ts";
import type { Cluster, Glyph, TextUnit } from "./units.ts";

/** Glyphs that stand higher or lower than this, in font sizes, are not on the baseline. */
const offBaseline = 0.03;
/** How far apart, in font sizes, letters are that nobody sees. */
const unseenStep = 0.01;
/** A glyph that is narrower than this, in font sizes, is no letter to stretch. */
const narrowestLetter = 0.1;

/** @param isTurned whether spaces must stand by themselves; see `Reading`. */
export function readReversed(unit: TextUnit, isTurned: boolean): readonly ReadPiece[] {
  const baseline = baselineOf(unit.clusters);
  const pieces: ReadPiece[] = [];
  for (let at = 0; at < unit.clusters.length;) {
    const wordEnd = endOf(unit.clusters, at, isBlank);
    const end = endOf(unit.clusters, wordEnd, (cluster) => !isBlank(cluster));
    const word = unit.clusters.slice(at, wordEnd);
    const spaces = unit.clusters.slice(wordEnd, end);
    const edges = edgesOf(unit, unit.clusters[at - 1], word, spaces[0]);
    pieces.push(
      ...(isClimbing(word, baseline, unit.size)
        ? [tiled(unit, word, baseline, edges)]
        : word.map((cluster) => letterByLetter(cluster, baseline, unit.size))),
      ...spaces.map((space) =>
        isTurned ? standingSpace(space) : letterByLetter(space, baseline, unit.size),
      ),
    );
    at = end;
  }
  return pieces;
}

/** A space between words that stand in another order than they are read in. */
export function standingSpace({ glyphs }: Cluster): ReadPiece {
  const texts = glyphs.map((_, at) => (at === 0 ? STANDING_SPACE : SILENT));
  return { glyphs, texts, actualText: undefined };
}

/** The first glyph as the first letter; the others a little to the left, where all read them next. */
function letterByLetter({ glyphs, text }: Cluster, baseline: number, size: number): ReadPiece {
  const [first] = glyphs;
  if (first === undefined) return { glyphs, texts: [], actualText: undefined };
  const stands = Math.abs(first.y - baseline) <= offBaseline * size;
  const letters = Array.from(text);
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

/** Whether letters without marks stand above each other, as in Nastaliq. */
function isClimbing(word: readonly Cluster[], baseline: number, size: number): boolean {
  if (word.some(({ text }) => /\p{M}/u.test(text))) return false;
  return word.some(({ glyphs, text }) => {
    const [first] = glyphs;
    const stands = first !== undefined && Math.abs(first.y - baseline) <= offBaseline * size;
    return !stands || glyphs.length > 1 || Array.from(text).length > 1;
  });
}

/** From the left and to the right in the unit's text space. */
interface Edges {
  readonly left: number;
  readonly right: number;
}

function edgesOf(
  { font, size }: TextUnit,
  before: Cluster | undefined,
  word: readonly Cluster[],
  after: Cluster | undefined,
): Edges {
  const places = word.flatMap(({ glyphs }) => glyphs);
  const widthOf = ({ code }: Glyph): number => (font.widthOf(code) / 1000) * size;
  const rights = places.map((glyph) => glyph.x + widthOf(glyph));
  const space = after?.glyphs[0];
  return {
    right: before?.glyphs[0]?.x ?? Math.max(...rights),
    left: space ? space.x + widthOf(space) : Math.min(...places.map(({ x }) => x)),
  };
}

/** Letters of one width that nobody sees, from edge to edge of the word. */
function tiled(
  unit: TextUnit,
  word: readonly Cluster[],
  baseline: number,
  { left, right }: Edges,
): ReadPiece {
  const letters = word.flatMap(({ text }) => Array.from(text));
  const each = (right - left) / letters.length;
  const { code, width } = nearestGlyph(unit, each);
  const glyphs = letters.map((_, index) => ({
    code,
    x: right - (index + 1) * each,
    y: baseline,
    isUnseen: true,
    stretch: each > 0 && width > 0 ? each / width : 1,
  }));
  const behind = word.flatMap((cluster) => cluster.glyphs);
  return { glyphs, texts: letters, actualText: undefined, behind };
}

/** The glyph of the unit whose width is nearest to another. */
function nearestGlyph(
  { clusters, font, size }: TextUnit,
  width: number,
): { readonly code: number; readonly width: number } {
  let best = { code: clusters[0]?.glyphs[0]?.code ?? 0, width: 0 };
  for (const { code } of clusters.flatMap(({ glyphs }) => glyphs)) {
    const own = (font.widthOf(code) / 1000) * size;
    if (own < narrowestLetter * size) continue;
    if (best.width === 0 || Math.abs(own - width) < Math.abs(best.width - width)) {
      best = { code, width: own };
    }
  }
  return best;
}

function baselineOf(clusters: readonly Cluster[]): number {
  const heights = clusters.flatMap(({ glyphs: [first] }) => (first ? [first.y] : []));
  return heights.toSorted((a, b) => a - b)[heights.length >> 1] ?? 0;
}

function endOf(
  clusters: readonly Cluster[],
  from: number,
  isEnd: (cluster: Cluster) => boolean,
): number {
  const end = clusters.findIndex((cluster, at) => at >= from && isEnd(cluster));
  return end < 0 ? clusters.length : end;
}

function isBlank({ text }: Cluster): boolean {
  return /^\s+$/.test(text);
}
