/**
 * One content stream as it leaves its mark on one separation. Input: the stream's bytes, how its names
 * resolve and the state it begins in; output: the new stream's text, in DeviceGray alone. What does
 * not touch the separation is not painted; everything else stays where it is. ISO 32000-1 §8, §11.7.4.
 *
 * In an isolated group, what overprints does cover what is below the group, though not what is in it:
 * there it is painted in no ink, multiplied, which is what CompatibleOverprint comes to (§11.7.4.2).
 */
import type { ColourSpace } from "../../pdf/colour/colour-space.ts";
import type { Side } from "../../pdf/content/graphics-state.ts";
import { interpret, type ContentSource } from "../../pdf/content/interpret.ts";
import type {
  ContentOperand,
  ContentOperation,
  InlineImageData,
} from "../../pdf/content/operations.ts";
import type { ContentMoment, ContentVisitor, Painting } from "../../pdf/content/visitor.ts";
import { inlineImage } from "../../pdf/images/inline-image.ts";
import { pdfNumber } from "../../pdf/objects/pdf-number.ts";
import type { PdfDict, PdfObject, PdfStream } from "../../pdf/objects/types.ts";
import type { Channel } from "./channel.ts";
import { grayOf, type PatternSpace, type InkSpace } from "./ink-space.ts";
import { colourPaint, marks, type Paint, type StateInks, type InkState } from "./ink-state.ts";

/** What becomes of what a stream refers to. Names that are given back are those of the new stream. */
export interface ContentSurroundings {
  readonly channel: Channel;
  readonly space: (space: ColourSpace) => InkSpace | PatternSpace;
  /** The name of a space for patterns that are painted in a gray. */
  readonly grayPatternSpace: () => string;
  /** A graphics state that sets this blend mode (Normal where it is undefined) and nothing else. */
  readonly blendState: (blend: PdfObject | string | undefined) => string;
  readonly graphicsState: (dict: PdfDict, state: InkState) => string;
  /** Undefined where nothing of it touches the separation; so for the next three. */
  readonly pattern: (
    pattern: PdfObject,
  ) => { readonly name: string; readonly separations: Paint["separations"] } | undefined;
  readonly shading: (shading: PdfObject, state: InkState) => string | undefined;
  readonly xObject: (object: PdfObject, state: InkState) => string | undefined;
  readonly image: (image: PdfStream, state: InkState) => string | undefined;
  readonly fontName: (font: PdfDict, state: InkState) => string;
  /** Of fonts whose letters are drawings (Type 3), which know no text modes. §9.3.6 */
  readonly drawnFont: (font: PdfDict) => DrawnFont | undefined;
}

export interface DrawnFont {
  /** Its drawings bring colours of their own, and each is judged by itself. */
  readonly isColoured: boolean;
  /** A font of the same widths that paints nothing. */
  readonly silentName: () => string;
}

/** What each operator fills and strokes, and what does only one of the two. */
const PAINTINGS: ReadonlyMap<string, { readonly fill: string; readonly stroke: string }> = new Map([
  ["f", { fill: "f", stroke: "" }],
  ["F", { fill: "f", stroke: "" }],
  ["f*", { fill: "f*", stroke: "" }],
  ["S", { fill: "", stroke: "S" }],
  ["s", { fill: "", stroke: "s" }],
  ["B", { fill: "f", stroke: "S" }],
  ["B*", { fill: "f*", stroke: "S" }],
  ["b", { fill: "f", stroke: "s" }],
  ["b*", { fill: "f*", stroke: "s" }],
]);

type Moment = ContentMoment<StateInks>;

/** @returns the new stream, one character a byte. */
export function reduceContent(
  source: ContentSource<StateInks>,
  around: ContentSurroundings,
): string {
  const reducer = new ContentReducer(around);
  interpret(source, reducer);
  return reducer.content;
}

class ContentReducer implements ContentVisitor<StateInks> {
  readonly #around: ContentSurroundings;
  readonly #out: string[] = [];
  #openStates = 0;
  /** A path is painted by its last operator, and no state may be set within it. */
  #path: string[] = [];
  #clip: string[] = [];

  constructor(around: ContentSurroundings) {
    this.#around = around;
  }

  get content(): string {
    // What is left open would change what comes after.
    const closing = Array.from({ length: this.#openStates }, () => "Q");
    return `${[...this.#out, ...closing].join("\n")}\n`;
  }

  readonly other = (op: ContentOperation, at: Moment): void => {
    this.#out.push(at.written(op));
  };

  readonly save = (): void => {
    this.#openStates += 1;
    this.#out.push("q");
  };

  readonly restore = (_: ContentOperation, __: Moment, isMatched: boolean): void => {
    if (!isMatched) return;
    this.#openStates -= 1;
    this.#out.push("Q");
  };

  readonly path = (op: ContentOperation, at: Moment): void => {
    this.#path.push(at.written(op));
  };

  readonly clip = ({ operator }: ContentOperation): void => {
    this.#clip.push(operator);
  };

  readonly paint = (
    { operator }: ContentOperation,
    { state }: Moment,
    { fills, strokes }: Painting,
  ): void => {
    const marksFill = fills && this.#marks(state, "fill");
    const marksStroke = strokes && this.#marks(state, "stroke");
    const { fill = "", stroke = "" } = PAINTINGS.get(operator) ?? {};
    if (marksFill === fills && marksStroke === strokes) this.#endPath(operator);
    else if (!state.own.isIsolated) this.#endPath(marksFill ? fill : marksStroke ? stroke : "n");
    else {
      const paint = (side: Side, part: string, isMarked: boolean): void => {
        if (part === "") return;
        const painted = [...this.#path, part];
        if (isMarked) this.#out.push(...painted);
        else this.#paintNoInk(state, [side], painted);
      };
      paint("fill", fill, marksFill);
      paint("stroke", stroke, marksStroke);
      this.#endPath("n");
    }
  };

  readonly entries = (_: ContentOperation, { state }: Moment, dict: PdfDict | undefined): void => {
    if (dict !== undefined) this.#out.push(`/${this.#around.graphicsState(dict, state)} gs`);
  };

  readonly textState = (op: ContentOperation, at: Moment): void => {
    const font = op.operator === "Tf" ? fontOf(at) : undefined;
    if (font === undefined) this.other(op, at);
    else this.#out.push(this.#setFont(font, at.state));
  };

  readonly xObject = (_: ContentOperation, at: Moment, name: string): void => {
    const object = at.resources.find("XObject", name);
    this.#paintObject(object && this.#around.xObject(object, at.state), "Do");
  };

  readonly shading = (_: ContentOperation, at: Moment, name: string): void => {
    const shading = at.resources.find("Shading", name);
    this.#paintObject(shading && this.#around.shading(shading, at.state), "sh");
  };

  readonly inlineImage = (
    _: ContentOperation,
    at: Moment,
    entries: ReadonlyMap<string, ContentOperand>,
    { start, end }: InlineImageData,
  ): void => {
    const image = inlineImage(at.resources, entries, at.slice(start, end));
    this.#paintObject(this.#around.image(image, at.state), "Do");
  };

  readonly show = (op: ContentOperation, at: Moment): void => {
    const { state } = at;
    const { textMode } = state;
    const written = at.written(op);
    const font = fontOf(at);
    const drawn = font && this.#around.drawnFont(font);
    if (font !== undefined && drawn !== undefined) {
      // Drawings in the colour of the text may look otherwise since that has changed.
      const asPainted = this.#setFont(font, state);
      if (drawn.isColoured || this.#marks(state, "fill")) this.#out.push(asPainted, written);
      else this.#out.push(`/${drawn.silentName()} ${sizeOf(state)} Tf`, written, asPainted);
      return;
    }
    const fills = [0, 2, 4, 6].includes(textMode) && this.#marks(state, "fill");
    const strokes = [1, 2, 5, 6].includes(textMode) && this.#marks(state, "stroke");
    if (state.own.isIsolated && !fills && !strokes && textMode % 4 !== 3) {
      this.#paintNoInk(state, ["fill", "stroke"], [written]);
      return;
    }
    const clips = textMode >= 4 ? 4 : 0;
    const mode = clips + (fills && strokes ? 2 : fills ? 0 : strokes ? 1 : 3);
    if (mode === textMode) this.#out.push(written);
    else this.#out.push(`${mode} Tr`, written, `${textMode} Tr`);
  };

  /** It is written anew. */
  readonly colour = (op: ContentOperation, at: Moment, side: Side): void => {
    const { space: given, components } = at.state[side];
    const space = this.#around.space(given);
    const setsSpace = op.operator.toLowerCase() === "cs";
    if (space.kind === "colour") {
      this.#setComponents(at.state, side, space, setsSpace ? space.initial : components);
    } else if (setsSpace) {
      // Until a pattern is named, nothing is painted.
      this.#keep(at.state, side, nothingIn(space));
    } else this.#setPattern(at, side, space);
  };

  #paintObject(name: string | undefined, operator: string): void {
    if (name !== undefined) this.#out.push(`/${name} ${operator}`);
  }

  #setFont(font: PdfDict, state: InkState): string {
    return `/${this.#around.fontName(font, state)} ${sizeOf(state)} Tf`;
  }

  #marks(state: InkState, side: Side): boolean {
    const { fillOverprints, strokeOverprints, overprintMode, own } = state;
    const overprints = side === "fill" ? fillOverprints : strokeOverprints;
    return marks(this.#around.channel, own[side], overprints, overprintMode);
  }

  /** `n` still ends the path, and clips where it is asked to. */
  #endPath(operator: string): void {
    this.#out.push(...this.#path, ...this.#clip, operator);
    this.#path = [];
    this.#clip = [];
  }

  /** What is below the group is covered, what is in it is kept. */
  #paintNoInk({ own, blend }: InkState, sides: readonly Side[], painted: readonly string[]): void {
    const paints = sides.map((side) => own[side].written);
    if (paints.includes(undefined)) return;
    this.#out.push(
      `/${this.#around.blendState("Multiply")} gs`,
      ...sides.map((side) => (side === "fill" ? "1 g" : "1 G")),
      ...painted,
      ...paints.flatMap((written) => written ?? []),
      `/${this.#around.blendState(blend)} gs`,
    );
  }

  #setComponents(
    state: InkState,
    side: Side,
    space: InkSpace,
    components: readonly number[],
  ): void {
    const gray = pdfNumber(grayOf(space, components, this.#around.channel));
    const written = `${gray} ${side === "fill" ? "g" : "G"}`;
    this.#out.push(written);
    this.#keep(state, side, colourPaint(space, components, written));
  }

  #setPattern({ state }: Moment, side: Side, space: PatternSpace): void {
    const { pattern: object, components } = state[side];
    const pattern = object && this.#around.pattern(object);
    if (pattern === undefined) {
      this.#keep(state, side, nothingIn(space));
      return;
    }
    const { under } = space;
    const [inSpace, inColour] = side === "fill" ? ["cs", "scn"] : ["CS", "SCN"];
    if (under === undefined) {
      const written = `/Pattern ${inSpace} /${pattern.name} ${inColour}`;
      this.#out.push(written);
      this.#keep(state, side, { ...nothingIn(space), separations: pattern.separations, written });
      return;
    }
    const gray = pdfNumber(grayOf(under, components, this.#around.channel));
    const spaceName = this.#around.grayPatternSpace();
    const written = `/${spaceName} ${inSpace} ${gray} /${pattern.name} ${inColour}`;
    this.#out.push(written);
    this.#keep(state, side, { ...colourPaint(under, components, written), space });
  }

  #keep(state: InkState, side: Side, paint: Paint): void {
    state.own = { ...state.own, [side]: paint };
  }
}

function nothingIn(space: PatternSpace): Paint {
  return { space, ink: undefined, separations: new Set(), written: undefined };
}

function fontOf({ state, resources: { objects } }: Moment): PdfDict | undefined {
  return objects.dict(state.font);
}

/** As content writes it. */
function sizeOf({ fontSize }: InkState): string {
  return String(pdfNumber(fontSize));
}
