/**
 * What a reader of content streams wants to meet. All hooks are optional; `interpret.ts` calls them in
 * the order of the operations, after the graphics state has changed. An operation that has no hook of
 * its own goes to `other`, so that a visitor that writes a stream anew says only what it changes.
 */
import type { Matrix } from "../geometry/matrix.ts";
import type { GraphicsState, Side } from "./graphics-state.ts";
import type { ContentOperand, ContentOperation, InlineImageData } from "./operations.ts";
import type { Resources } from "./resources.ts";
import type { PdfDict } from "../objects/types.ts";

/** Where the interpreter is, for a visitor. What is in it changes with the next operation. */
export interface ContentMoment<Own = undefined> {
  readonly state: GraphicsState<Own>;
  readonly resources: Resources;
  /** Where the next glyph is shown, in user space; a visitor that knows widths moves it on. */
  text: Matrix;
  /** The operation as it stands in the stream, one character a byte. */
  readonly written: (operation: ContentOperation) => string;
  /** Bytes of the stream. */
  readonly slice: (start: number, end: number) => Uint8Array;
}

/** How a path is painted; neither for `n`, which ends it. */
export interface Painting {
  readonly fills: boolean;
  readonly strokes: boolean;
}

/** The tag and the property list of marked content, as they are written. */
export interface MarkedOperands {
  readonly tag: string;
  readonly properties: ContentOperand | undefined;
}

export interface ContentVisitor<Own = undefined> {
  /** Before anything else of each operation. False: the rest of the stream is not read. */
  readonly mayGoOn?: (at: ContentMoment<Own>) => boolean;
  /** What was malformed in the stream, at its end. */
  readonly problem?: (message: string) => void;

  // The graphics state (tables 57 and 105).
  /** q */
  readonly save?: Hook<Own>;
  /** Q. @param isMatched whether there was a q. */
  readonly restore?: (op: ContentOperation, at: ContentMoment<Own>, isMatched: boolean) => void;
  /** cm */
  readonly transform?: Hook<Own>;
  /** w J j M d ri i */
  readonly style?: Hook<Own>;
  /** gs. @param dict undefined where it is missing. */
  readonly entries?: (
    op: ContentOperation,
    at: ContentMoment<Own>,
    dict: PdfDict | undefined,
  ) => void;
  /** All that set a colour or a colour space (table 74). */
  readonly colour?: (op: ContentOperation, at: ContentMoment<Own>, side: Side) => void;

  // Paths (tables 59 to 61).
  /** m l c v y h re */
  readonly path?: Hook<Own>;
  /** W W* */
  readonly clip?: Hook<Own>;
  /** S s f F f* B B* b b* n */
  readonly paint?: (op: ContentOperation, at: ContentMoment<Own>, painting: Painting) => void;

  // Text (tables 105, 107 to 109).
  /** BT */
  readonly beginText?: Hook<Own>;
  /** ET */
  readonly endText?: Hook<Own>;
  /** Tc Tw Tz TL Tf Tr Ts */
  readonly textState?: Hook<Own>;
  /** Td TD T*, and ' and " before they show. @param x in units of text space. */
  readonly moveText?: (op: ContentOperation, at: ContentMoment<Own>, x: number, y: number) => void;
  /** Tm */
  readonly textMatrix?: Hook<Own>;
  /** Tj TJ ' ". @param items strings, and adjustments in thousandths of the type size. */
  readonly show?: (
    op: ContentOperation,
    at: ContentMoment<Own>,
    items: readonly ContentOperand[],
  ) => void;
  /** d0 d1 */
  readonly glyph?: Hook<Own>;

  // What else is painted.
  /** Do */
  readonly xObject?: (op: ContentOperation, at: ContentMoment<Own>, name: string) => void;
  /** sh */
  readonly shading?: (op: ContentOperation, at: ContentMoment<Own>, name: string) => void;
  /** BI … ID … EI */
  readonly inlineImage?: (
    op: ContentOperation,
    at: ContentMoment<Own>,
    entries: ReadonlyMap<string, ContentOperand>,
    data: InlineImageData,
  ) => void;

  // Marked content (table 320).
  /** BMC BDC */
  readonly beginMarked?: (
    op: ContentOperation,
    at: ContentMoment<Own>,
    marked: MarkedOperands,
  ) => void;
  /** EMC */
  readonly endMarked?: Hook<Own>;
  /** MP DP */
  readonly markPoint?: Hook<Own>;

  /** Every operation that has no hook of its own above. */
  readonly other?: Hook<Own>;
}

type Hook<Own> = (op: ContentOperation, at: ContentMoment<Own>) => void;
