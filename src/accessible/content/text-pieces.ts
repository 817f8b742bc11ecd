/**
 * What a painted unit reads as, piece by piece: glyphs that say what they are, and glyphs that stand
 * for something else (a printed hyphen, a ligature, a letter that shares its glyph). Input: a unit and
 * its reading; output: its operations in pieces, each with its ActualText where it needs one. Pure.
 * ISO 32000-1 §14.9.4.
 */
import { actualTextIn, hexText } from "../../pdf/write/shown-strings.ts";
import type { PaintedUnit, TextOperation, TextUnit } from "./content-units.ts";
import type { Reading } from "./match-content.ts";

/** Operations of a unit that read alike. */
export interface Piece {
  readonly lines: readonly string[];
  /** What they read as where it is not what their glyphs say: a string object of PDF. */
  readonly actualText?: string | undefined;
  /** Whether they paint anything; what only sets a state needs no mark. */
  readonly isPainted: boolean;
}

export function readPieces(unit: PaintedUnit, reading: Reading | undefined): readonly Piece[] {
  if (unit.kind === "text") return textPieces(unit, reading);
  const text = reading?.actualText;
  return [
    { lines: [unit.raw], actualText: text === undefined ? text : hexText(text), isPainted: true },
  ];
}

function textPieces(unit: TextUnit, reading: Reading = {}): readonly Piece[] {
  const { softHyphen = false, spaceAfter = false } = reading;
  const { operations } = unit;
  const last = operations.findLast((each) => each.shown !== undefined)?.shown;
  const spaceCode = last?.font.spaceCode;
  const space =
    spaceAfter && last !== undefined && spaceCode !== undefined
      ? [paintedPiece([show([spaceCode], last.font.codeLength)])]
      : [];
  const unseenSpace = spaceAfter && space.length === 0 ? " " : "";
  const ownText = reading.actualText ?? (unseenSpace === "" ? undefined : unit.text);
  if (ownText !== undefined) {
    // One reading for the whole unit: those inside it would be read besides.
    const lines = operations.filter(({ raw }) => !isSpan(raw)).map(({ raw }) => raw);
    const text = softHyphen && reading.actualText === undefined ? withSoftHyphen(ownText) : ownText;
    const spaced = spaceAfter ? `${text} ` : text;
    return [paintedPiece(lines, hexText(spaced))];
  }
  const pieces = spanPieces(operations);
  return [...(softHyphen ? softHyphenated(pieces, operations) : pieces), ...space];
}

function withSoftHyphen(text: string): string {
  return `${text.slice(0, -1)}\u00AD`;
}

function paintedPiece(lines: readonly string[], actualText?: string): Piece {
  return { lines, actualText, isPainted: true };
}

function isSpan(raw: string): boolean {
  return /(?:BDC|EMC)$/.test(raw);
}

/** The browser's own spans, which say what a cluster reads as, each a piece of its own. */
function spanPieces(operations: readonly TextOperation[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let lines: string[] = [];
  let actualText: string | undefined;
  let isPainted = false;
  const end = (): void => {
    if (lines.length > 0) pieces.push({ lines, actualText, isPainted });
    lines = [];
    isPainted = false;
  };
  for (const { raw, shown } of operations) {
    if (isSpan(raw)) {
      end();
      const text = raw.endsWith("BDC") ? actualTextIn(raw) : undefined;
      actualText = text === undefined ? undefined : hexText(text);
      continue;
    }
    lines.push(raw);
    isPainted ||= shown !== undefined;
  }
  end();
  return pieces;
}

/** The printed hyphen at the end reads as a soft one, whatever the browser says of it. */
function softHyphenated(
  pieces: readonly Piece[],
  operations: readonly TextOperation[],
): readonly Piece[] {
  const last = operations.findLast((each) => each.shown !== undefined);
  const at = pieces.findLastIndex(({ isPainted }) => isPainted);
  const piece = pieces[at];
  if (last?.shown === undefined || piece === undefined) return pieces;
  const { codes, font } = last.shown;
  const lastCode = codes.at(-1);
  if (lastCode === undefined) return pieces;
  const line = piece.lines.lastIndexOf(last.raw);
  const before = [
    ...piece.lines.slice(0, line),
    ...(codes.length > 1 ? [show(codes.slice(0, -1), font.codeLength)] : []),
  ];
  const isAlone = codes.length === 1 && piece.actualText !== undefined;
  return [
    ...pieces.slice(0, at),
    {
      lines: before,
      actualText: isAlone ? undefined : piece.actualText,
      isPainted: !isAlone && paintsBefore(piece, operations, last),
    },
    paintedPiece([show([lastCode], font.codeLength)], hexText("\u00AD")),
    { lines: piece.lines.slice(line + 1), isPainted: false },
    ...pieces.slice(at + 1),
  ];
}

/** Whether the piece shows more than the last glyph of the unit. */
function paintsBefore(
  { lines }: Piece,
  operations: readonly TextOperation[],
  last: TextOperation,
): boolean {
  if ((last.shown?.codes.length ?? 0) > 1) return true;
  return operations.some(
    (each) => each !== last && each.shown !== undefined && lines.includes(each.raw),
  );
}

function show(codes: readonly number[], codeLength: 1 | 2): string {
  const hex = codes.map((code) => code.toString(16).padStart(codeLength * 2, "0")).join("");
  return `<${hex}> Tj`;
}
