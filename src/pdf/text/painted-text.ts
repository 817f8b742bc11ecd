/**
 * Joins what a page paints with what its marks say. Input: steps as pdf.js gives them, and the events of
 * src/pdf/text/marked-content.ts; output: pieces of text in the order of painting, each with the marked
 * content it stands in. Where a mark says what is to be read instead, that is the text.
 */
import { FrameStack } from "./frame-stack.ts";
import type { MarkedContentEvent } from "./marked-content.ts";
import type { PaintedStep } from "./painted-steps.ts";
import type { MarkedFrame, PlacedText, TextPiece } from "./text-piece.ts";

export interface PaintedPage {
  readonly steps: readonly PaintedStep[];
  readonly events: readonly MarkedContentEvent[];
  /** Counted from 1. */
  readonly page: number;
}

export function readPaintedText({ steps, events, page }: PaintedPage): readonly TextPiece[] {
  const joiner = new TextJoiner(events, page);
  for (const step of steps) joiner.take(step);
  return joiner.pieces;
}

class TextJoiner {
  readonly pieces: TextPiece[] = [];
  readonly #page: number;
  readonly #frames: FrameStack;
  #replaced: { readonly frame: MarkedFrame; piece: TextPiece | undefined } | undefined;

  constructor(events: readonly MarkedContentEvent[], page: number) {
    this.#page = page;
    this.#frames = new FrameStack(events);
  }

  take(step: PaintedStep): void {
    switch (step.kind) {
      case "text":
        this.#push(this.#piece(step.text));
        return;
      case "begin":
        this.#frames.begin(step.tag, step.mcid);
        break;
      case "end":
        this.#frames.end();
        break;
      case "form-begin":
        this.#frames.enterForm();
        break;
      case "form-end":
        this.#frames.leaveForm();
        break;
      case "page-end":
        this.#closeReplacement(undefined, step.at);
        return;
    }
    // A replacement may open or close by it.
    const frame = this.#frames.replacing();
    if (frame !== this.#replaced?.frame) this.#closeReplacement(frame, step.at);
  }

  #closeReplacement(next: MarkedFrame | undefined, at: PlacedText): void {
    const replaced = this.#replaced;
    if (replaced?.frame.replacement !== undefined) {
      const piece: TextPiece = replaced.piece ?? {
        ...this.#piece(at, replaced.frame),
        withoutGlyphs: true,
      };
      this.pieces.push({ ...piece, text: replaced.frame.replacement, frame: replaced.frame });
    }
    this.#replaced = next === undefined ? undefined : { frame: next, piece: undefined };
  }

  #push(piece: TextPiece): void {
    const replaced = this.#replaced;
    if (replaced === undefined) this.pieces.push(piece);
    else if (replaced.piece === undefined) replaced.piece = piece;
    else replaced.piece = { ...replaced.piece, endX: piece.endX, endY: piece.endY };
  }

  #piece(placed: PlacedText, frame = this.#frames.top()): TextPiece {
    return { ...placed, page: this.#page, ...(frame === undefined ? {} : { frame }) };
  }
}
