/**
 * One content stream in the colours of the press. Input: a stream as the browser wrote it, what its
 * names lead to and the state it begins in; output: the new stream's text. What is painted stays where
 * it is; the browser's marks (its tags) are left out. ISO 32000-1 §8.
 *
 * Full black text and rules overprint, so that no white shows round them where separations do not
 * meet; everything else knocks out what is below it. See docs/decisions/press-colour.md.
 */
import type { Side } from "../../pdf/content/graphics-state.ts";
import { interpret, type ContentSource } from "../../pdf/content/interpret.ts";
import {
  nameValue,
  numbersOf,
  stringValue,
  type ContentOperand,
  type ContentOperation,
} from "../../pdf/content/operations.ts";
import type { ContentMoment, ContentVisitor, Painting } from "../../pdf/content/visitor.ts";
import { codesIn } from "../../pdf/fonts/codes-in.ts";
import { writtenName } from "../../pdf/objects/text-string.ts";
import type { PdfObject } from "../../pdf/objects/types.ts";
import { rgbOf, type ColourTarget } from "./colour-target.ts";
import {
  isPlainBlack,
  scaleOf,
  type Inks,
  type Paint,
  type PaintState,
  type PressFont,
} from "./paint-state.ts";
import { PathBox } from "../../pdf/geometry/path-box.ts";
import type { Painted } from "./press-warnings.ts";
import { sourceSpaceOf, type SourceSpace } from "./source-space.ts";

/** What is done with what a stream refers to, and who learns what it paints. */
export interface StreamSurroundings {
  readonly target: ColourTarget;
  readonly fontOf: (font: PdfObject) => PressFont;
  readonly onXObject: (object: PdfObject | undefined, state: PaintState) => void;
  readonly onPattern: (pattern: PdfObject | undefined) => void;
  readonly onPaint: (paint: Paint, painted: Painted, text: string) => void;
  /** Glyphs of Type 3 fonts take overprint from the text that shows them. */
  readonly setsOverprint: boolean;
}

/** Names of the graphics states that rewritten streams refer to. */
export const OVERPRINT = "PressOverprint";
export const KNOCKOUT = "PressKnockout";

/** Black shapes up to this breadth are rules and overprint; what is broader would show through. */
const RULE_PT = 2;

type Moment = ContentMoment<Inks>;

/** @returns the new stream, one character a byte. */
export function rewriteColours(source: ContentSource<Inks>, around: StreamSurroundings): string {
  const rewriter = new ColourRewriter(around);
  interpret(source, rewriter);
  return rewriter.content;
}

const nothing = (): void => undefined;

class ColourRewriter implements ContentVisitor<Inks> {
  readonly #around: StreamSurroundings;
  readonly #out: string[] = [];
  /** Marks that are open, and whether they are written. */
  readonly #keptMarks: boolean[] = [];
  /** A path is painted by its last operator, and no state may be set within it. */
  #path: string[] = [];
  #size = new PathBox();

  constructor(around: StreamSurroundings) {
    this.#around = around;
  }

  get content(): string {
    return `${this.#out.join("\n")}\n`;
  }

  readonly other = (op: ContentOperation, at: Moment): void => {
    this.#out.push(at.written(op));
  };

  /** Tags stay behind. What glyphs read as together goes along: text is searched and copied here too. */
  readonly beginMarked = (op: ContentOperation, at: Moment): void => {
    const written = at.written(op);
    const isKept = written.startsWith("/Span") && written.includes("/ActualText");
    this.#keptMarks.push(isKept);
    if (isKept) this.#out.push(written);
  };

  readonly endMarked = (op: ContentOperation, at: Moment): void => {
    if (this.#keptMarks.pop() === true) this.#out.push(at.written(op));
  };

  readonly markPoint = nothing;

  readonly path = (op: ContentOperation, at: Moment): void => {
    this.#path.push(at.written(op));
    this.#size.add(op.operator, numbersOf(op));
  };

  readonly clip = (op: ContentOperation, at: Moment): void => {
    this.#path.push(at.written(op));
  };

  readonly paint = (op: ContentOperation, at: Moment, { fills, strokes }: Painting): void => {
    const { matrix, lineWidth, own } = at.state;
    if (fills || strokes) {
      const scale = scaleOf(matrix);
      const isRule = (paint: Paint, breadth: number): boolean =>
        isPlainBlack(paint) && breadth * scale <= RULE_PT;
      this.#overprint(
        at,
        (!fills || isRule(own.fill, this.#size.breadth)) &&
          (!strokes || isRule(own.stroke, lineWidth)),
      );
    }
    this.#out.push(...this.#path, op.operator);
    this.#path = [];
    this.#size = new PathBox();
    if (fills) this.#around.onPaint(own.fill, "shape", "");
    if (strokes) this.#around.onPaint(own.stroke, "shape", "");
  };

  readonly xObject = (op: ContentOperation, at: Moment, name: string): void => {
    this.#overprint(at, false);
    this.#around.onXObject(at.resources.find("XObject", name), at.state);
    this.#out.push(at.written(op));
  };

  readonly shading = (op: ContentOperation, at: Moment): void => {
    this.#overprint(at, false);
    this.#out.push(at.written(op));
  };

  readonly show = (op: ContentOperation, at: Moment, items: readonly ContentOperand[]): void => {
    const { textMode, own } = at.state;
    const font = at.state.font && this.#around.fontOf(at.state.font);
    const paints = [
      ...([0, 2, 4, 6].includes(textMode) ? [own.fill] : []),
      ...([1, 2, 5, 6].includes(textMode) ? [own.stroke] : []),
    ];
    if (paints.length > 0) {
      this.#overprint(at, font?.isDrawn !== true && paints.every(isPlainBlack));
    }
    this.#out.push(at.written(op));
    const text = font === undefined ? "" : textOf(font, items);
    for (const paint of paints) this.#around.onPaint(paint, "text", text);
  };

  /** It is written anew. */
  readonly colour = (op: ContentOperation, at: Moment, side: Side): void => {
    const { space } = at.state[side];
    if (op.operator.toLowerCase() === "cs") this.#setSpace(at, side, sourceSpaceOf(space));
    else this.#setColour(op, at, side, sourceSpaceOf(space));
  };

  #setSpace(at: Moment, side: Side, space: SourceSpace): void {
    if (space === "pattern") {
      this.#out.push(`/Pattern ${side === "fill" ? "cs" : "CS"}`);
      this.#keep(at, side, { space, colour: undefined });
    } else {
      // Each of these spaces begins with black (ISO 32000-1 §8.6.8).
      this.#convert(at, side, space, [0]);
    }
  }

  #setColour(op: ContentOperation, at: Moment, side: Side, space: SourceSpace): void {
    if (space === "pattern") {
      this.#around.onPattern(at.state[side].pattern);
      const name = writtenName(nameValue(op.operands.at(-1)) ?? "");
      this.#out.push(`${name} ${side === "fill" ? "scn" : "SCN"}`);
    } else if (space === "cmyk") {
      const operands = at.written(op).slice(0, -op.operator.length).trim();
      this.#out.push(`${operands} ${side === "fill" ? "k" : "K"}`);
      this.#keep(at, side, { space, colour: undefined });
    } else {
      this.#convert(at, side, space, numbersOf(op));
    }
  }

  #convert(at: Moment, side: Side, space: SourceSpace, components: readonly number[]): void {
    const { target } = this.#around;
    const rgb = rgbOf(components);
    const converted = target.convert(rgb);
    const operator = side === "fill" ? target.fillOperator : target.strokeOperator;
    this.#out.push(`${converted.components.join(" ")} ${operator}`);
    this.#keep(at, side, { space, colour: { ...converted, rgb } });
  }

  #keep({ state }: Moment, side: Side, paint: Paint): void {
    state.own = { ...state.own, [side]: paint };
  }

  #overprint({ state }: Moment, wanted: boolean): void {
    if (!this.#around.setsOverprint || state.own.overprints === wanted) return;
    this.#out.push(`/${wanted ? OVERPRINT : KNOCKOUT} gs`);
    state.own = { ...state.own, overprints: wanted };
  }
}

function textOf({ decoder }: PressFont, items: readonly ContentOperand[]): string {
  const codes = items.flatMap((item) => {
    const bytes = stringValue(item);
    return bytes === undefined ? [] : codesIn(bytes, decoder.codeLength);
  });
  return codes.map((code) => decoder.textOf(code) ?? "").join("");
}
