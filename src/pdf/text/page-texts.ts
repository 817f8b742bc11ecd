/**
 * Reads what pages show as text, in the order of painting, and whether the structure tree claims
 * it. Input: an open PDF; output: runs of text a page. It is what a judge needs to find text that
 * assistive technology never meets.
 */
import type { PdfDocument } from "../objects/open-pdf.ts";
import { readRawStructure } from "../structure/raw-structure.ts";
import { readContent } from "./read-content.ts";
import { claimedKeys, claimingFrame } from "../structure/read-structure-tree.ts";
import { contentKey, type TextPiece } from "./text-piece.ts";
import { TextFlow, writesSpaces } from "./text-flow.ts";

export interface TextRun {
  readonly text: string;
  /** In an element's content, in an Artifact, or in neither. */
  readonly standing: "tagged" | "artifact" | "untagged";
  /** The marked content that an element claims; only with `tagged`. */
  readonly mcid?: number;
  readonly stream?: string;
  /** Start of its baseline, in points from the left bottom corner of user space. */
  readonly xPt: number;
  readonly yPt: number;
  readonly fontSizePt: number;
}

export interface PageText {
  /** Counted from 1. */
  readonly page: number;
  readonly runs: readonly TextRun[];
}

/** Throws `PublicationError` with code `pdf-damaged` where a page cannot be read. */
export async function readPageTexts(pdf: PdfDocument): Promise<readonly PageText[]> {
  const pages = await readContent(pdf);
  const claimed = claimedKeys(readRawStructure(pdf).kids);
  const hasSpaces = writesSpaces(pages.flatMap((page) => page.pieces));
  return pages.map(({ page, pieces }) => {
    const flow = new TextFlow(hasSpaces);
    return { page, runs: group(pieces, claimed).map((run) => readRun(run, flow)) };
  });
}

interface RunStart {
  readonly standing: TextRun["standing"];
  readonly key: string;
  readonly mcid?: number;
  readonly stream?: string;
}

interface PieceRun {
  readonly start: RunStart;
  readonly pieces: TextPiece[];
}

function group(pieces: readonly TextPiece[], claimed: ReadonlySet<string>): readonly PieceRun[] {
  const runs: PieceRun[] = [];
  for (const piece of pieces) {
    const start = standingOf(piece, claimed);
    const current = runs.at(-1);
    if (current?.start.key === start.key) current.pieces.push(piece);
    else runs.push({ start, pieces: [piece] });
  }
  return runs;
}

function standingOf(piece: TextPiece, claimed: ReadonlySet<string>): RunStart {
  const frame = claimingFrame(piece, claimed);
  if (frame?.mcid !== undefined) {
    return {
      standing: "tagged",
      key: contentKey(piece.page, frame.stream, frame.mcid),
      mcid: frame.mcid,
      ...(frame.stream === undefined ? {} : { stream: frame.stream }),
    };
  }
  for (let outer = piece.frame; outer !== undefined; outer = outer.outer) {
    if (outer.tag === "Artifact") return { standing: "artifact", key: "artifact" };
  }
  return { standing: "untagged", key: "untagged" };
}

function readRun({ start, pieces }: PieceRun, flow: TextFlow): TextRun {
  const [first] = pieces;
  return {
    // Between artifacts, as heads of columns, no space is written: gaps alone part them.
    text: (start.standing === "artifact" ? new TextFlow(false) : flow).append(pieces),
    standing: start.standing,
    ...(start.mcid === undefined ? {} : { mcid: start.mcid }),
    ...(start.stream === undefined ? {} : { stream: start.stream }),
    xPt: first?.startX ?? 0,
    yPt: first?.startY ?? 0,
    fontSizePt: first?.sizePt ?? 0,
  };
}
