/**
 * Puts text written from right to left into the order of reading. Page content holds such a line as
 * it is seen, from left to right. Input: the pieces of one marked content in painted order; output:
 * the same pieces in reading order. Lines without such text stay as they are. It is no full Unicode
 * bidirectional algorithm: levels beyond two (a quotation in a quotation) come out as seen.
 */
import { hasRightToLeft, type TextPiece } from "./text-piece.ts";

const LEFT_TO_RIGHT = /[\p{L}\p{Nd}]/u;

type Direction = "left" | "right" | "neutral";

export function readingOrder(pieces: readonly TextPiece[]): readonly TextPiece[] {
  if (!pieces.some((piece) => hasRightToLeft(piece.text))) return pieces;
  const right = pieces.filter((piece) => direction(piece) === "right").length;
  const left = pieces.filter((piece) => direction(piece) === "left").length;
  const base = right >= left ? "right" : "left";
  return lines(pieces).flatMap((line) => reorderLine(line, base));
}

function reorderLine(line: readonly TextPiece[], base: "left" | "right"): readonly TextPiece[] {
  if (!paintedAsSeen(line)) return line;
  const runs = directionRuns(line, base);
  const inside = runs.map((run) =>
    run.direction === "right" ? run.pieces.toReversed().map(readNeutral) : run.pieces,
  );
  return (base === "right" ? inside.toReversed() : inside).flat();
}

const MIRRORED: Readonly<Record<string, string>> = Object.fromEntries(
  ["()", "[]", "{}", "<>", "«»", "‹›"].flatMap(([open = "", close = ""]) => [
    [open, close],
    [close, open],
  ]),
);

/** Punctuation in text from right to left is painted as it is seen, brackets mirrored. */
function readNeutral(piece: TextPiece): TextPiece {
  if (direction(piece) !== "neutral" || piece.frame?.replacement !== undefined) return piece;
  const text = Array.from(piece.text, (char) => MIRRORED[char] ?? char);
  return { ...piece, text: text.reverse().join("") };
}

/**
 * Whether the letters of a line advance to the right, although they are read to the left. Most steps from
 * one to the next say it: the ends do not, where two texts stand in one line, as heads of a page do.
 */
function paintedAsSeen(line: readonly TextPiece[]): boolean {
  const places = line.filter((piece) => direction(piece) === "right").map(along);
  if (places.length === 0) return false;
  const steps = places.slice(1).map((place, index) => place - (places[index] ?? place));
  const toTheRight = steps.filter((step) => step >= 0).length;
  return toTheRight >= steps.length - toTheRight;
}

interface DirectionRun {
  readonly direction: "left" | "right";
  readonly pieces: TextPiece[];
}

/** Neutral pieces between two of one direction join them; others follow the base direction. */
function directionRuns(
  line: readonly TextPiece[],
  base: "left" | "right",
): readonly DirectionRun[] {
  const runs: DirectionRun[] = [];
  line.forEach((piece, index) => {
    let own = direction(piece);
    if (own === "neutral") {
      const before = line.slice(0, index).findLast((other) => direction(other) !== "neutral");
      const after = line.slice(index + 1).find((other) => direction(other) !== "neutral");
      const [left, right] = [before && direction(before), after && direction(after)];
      own = left !== undefined && left === right ? left : base;
    }
    const settled = own === "neutral" ? base : own;
    const current = runs.at(-1);
    if (current?.direction === settled) current.pieces.push(piece);
    else runs.push({ direction: settled, pieces: [piece] });
  });
  return runs;
}

function lines(pieces: readonly TextPiece[]): readonly (readonly TextPiece[])[] {
  const found: TextPiece[][] = [];
  for (const piece of pieces) {
    const before = found.at(-1)?.at(-1);
    const sameLine =
      before?.page === piece.page && Math.abs(across(piece) - across(before)) < piece.sizePt / 2;
    if (sameLine) found.at(-1)?.push(piece);
    else found.push([piece]);
  }
  return found;
}

function direction(piece: TextPiece): Direction {
  if (hasRightToLeft(piece.text)) return "right";
  return LEFT_TO_RIGHT.test(piece.text) ? "left" : "neutral";
}

function along(piece: TextPiece): number {
  return piece.startX * piece.alongX + piece.startY * piece.alongY;
}

function across(piece: TextPiece): number {
  return piece.startY * piece.alongX - piece.startX * piece.alongY;
}
