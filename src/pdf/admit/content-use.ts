/**
 * What one content stream paints, without painting it: how many operators it has, and how often it
 * paints each form, pattern and letter. Input: decoded bytes; output: counts. Names stay names: what
 * they lead to depends on who paints the stream. ISO 32000-1 §7.8.2, §8.7.3, §8.10, §9.6.5.
 */
import { GraphicsState, type Side } from "../content/graphics-state.ts";
import { interpret } from "../content/interpret.ts";
import { NESTED_TOO_DEEP, TOO_MANY_VALUES } from "../content/lexer.ts";
import {
  nameValue,
  stringValue,
  type ContentOperand,
  type ContentOperation,
} from "../content/operations.ts";
import { Resources } from "../content/resources.ts";
import type {
  ContentMoment,
  ContentVisitor,
  Painting as PathPainting,
} from "../content/visitor.ts";
import {
  grouped,
  MOST_CONTENT_VALUES,
  MOST_NESTING,
  MOST_PAGE_OPERATORS,
  MOST_PAINTINGS,
  overLimit,
} from "../limits.ts";
import type { PdfObjects } from "../objects/pdf-objects.ts";

/** A name in the resources; `outer` where the stream has set none, and paints with its caller's. */
export type Named = string | typeof outer;
export const outer = Symbol("outer");

/** Which of its resources count for what is painted. */
export interface PaintState {
  /** The pattern of fills; undefined for a colour. */
  readonly fill: Named | undefined;
  readonly stroke: Named | undefined;
  readonly font: Named | undefined;
}

export interface Painting extends PaintState {
  /** `xobject` and `state` are by the name `name`; the others paint with `fill`, `stroke`, `font`. */
  readonly kind: "xobject" | "state" | "fill" | "stroke" | "letters";
  readonly name: string;
  times: number;
}

export interface ContentUse {
  readonly operators: number;
  readonly paintings: readonly Painting[];
  /** What holds at its end: a page may be written in several streams. */
  readonly end: PaintState;
}

const FIRST: PaintState = { fill: outer, stroke: outer, font: outer };

/** @throws PublicationError `pdf-too-large`. */
export function readContentUse(objects: PdfObjects, bytes: Uint8Array): ContentUse {
  const reader = new ContentUseReader();
  const resources = new Resources(objects, undefined);
  interpret({ bytes, resources, state: new GraphicsState(FIRST) }, reader);
  return reader.use;
}

type Moment = ContentMoment<PaintState>;

class ContentUseReader implements ContentVisitor<PaintState> {
  readonly #paintings = new Map<string, Painting>();
  #operators = 0;
  #at: Moment | undefined;

  get use(): ContentUse {
    return {
      operators: this.#operators,
      paintings: [...this.#paintings.values()],
      end: this.#at?.state.own ?? FIRST,
    };
  }

  readonly mayGoOn = (at: Moment): boolean => {
    this.#at = at;
    this.#operators += 1;
    // More than a page may have: nobody needs to know how many.
    return this.#operators <= MOST_PAGE_OPERATORS;
  };

  readonly problem = (message: string): void => {
    if (message === NESTED_TOO_DEEP) {
      throw overLimit(
        `nests arrays and dictionaries of its content more than ${MOST_NESTING} deep`,
        "structure",
      );
    }
    if (message === TOO_MANY_VALUES) {
      throw overLimit(
        `has more than ${grouped(MOST_CONTENT_VALUES)} values in one stream of content`,
        "painting",
      );
    }
  };

  readonly colour = (op: ContentOperation, { state }: Moment, side: Side): void => {
    const setsPattern = op.operator === "scn" || op.operator === "SCN";
    const pattern = setsPattern ? nameValue(op.operands.at(-1)) : undefined;
    state.own = { ...state.own, [side]: pattern };
  };

  readonly textState = ({ operator, operands }: ContentOperation, { state }: Moment): void => {
    if (operator === "Tf") state.own = { ...state.own, font: nameValue(operands[0]) };
  };

  readonly entries = ({ operands }: ContentOperation, at: Moment): void => {
    this.#paint(at, "state", nameValue(operands[0]));
  };

  readonly xObject = (_: ContentOperation, at: Moment, name: string): void => {
    this.#paint(at, "xobject", name);
  };

  readonly paint = (_: ContentOperation, at: Moment, { fills, strokes }: PathPainting): void => {
    if (fills) this.#paint(at, "fill", "");
    if (strokes) this.#paint(at, "stroke", "");
  };

  readonly show = (_: ContentOperation, at: Moment, items: readonly ContentOperand[]): void => {
    const letters = items.reduce<number>((sum, item) => sum + (stringValue(item)?.length ?? 0), 0);
    this.#paint(at, "letters", "", letters);
  };

  #paint({ state }: Moment, kind: Painting["kind"], name: string | undefined, times = 1): void {
    if (name === undefined || times <= 0) return;
    const { fill, stroke, font } = state.own;
    const key = [kind, name, fill, stroke, font]
      .map((part) => (typeof part === "string" ? `/${part}` : String(part)))
      .join(" ");
    const known = this.#paintings.get(key);
    if (known !== undefined) {
      known.times += times;
      return;
    }
    if (this.#paintings.size === MOST_PAINTINGS) {
      throw overLimit(
        `paints more than ${grouped(MOST_PAINTINGS)} different things in one stream`,
        "painting",
      );
    }
    this.#paintings.set(key, { kind, name, fill, stroke, font, times });
  }
}
