/**
 * One content stream as it leaves its mark on one plate. Input: the stream's bytes, how its names
 * resolve and the state it begins in; output: the new stream's text, in DeviceGray alone. What does
 * not touch the plate is not painted; everything else stays where it is. ISO 32000-1 §8, §11.7.4.
 *
 * In an isolated group, what overprints does cover what is below the group, though not what is in it:
 * there it is painted in no ink, multiplied, which is what CompatibleOverprint comes to (§11.7.4.2).
 */
import { PDFName, type PDFDict, type PDFObject } from "@cantoo/pdf-lib";
import {
  dictionaryEntries,
  nameValue,
  parseContentStream,
  type ContentOperand,
  type ContentOperation,
} from "../../pdf/content/content-stream.ts";
import { pdfNumber } from "../../pdf/objects/pdf-number.ts";
import type { PlateChannel } from "./plate-channel.ts";
import { grayOf, type PatternSpace, type PlateSpace } from "./plate-space.ts";
import { colourPaint, marks, type Paint, type PlateFont, type PlateState } from "./plate-state.ts";

/** What a stream's names lead to. Names that are given back are those of the new stream. */
export interface ContentSurroundings {
  readonly channel: PlateChannel;
  readonly space: (name: string) => PlateSpace | PatternSpace;
  /** The name of a space for patterns that are painted in a gray. */
  readonly grayPatternSpace: () => string;
  /** A graphics state that sets this blend mode and nothing else. */
  readonly blendState: (blend: PDFObject | undefined) => string;
  readonly graphicsState: (
    name: string,
    state: PlateState,
  ) => { readonly name: string; readonly change: Partial<PlateState> } | undefined;
  readonly pattern: (
    name: string,
  ) => { readonly name: string; readonly plates: Paint["plates"] } | undefined;
  /** Undefined where nothing of it touches the plate; so for the next two. */
  readonly shading: (name: string, state: PlateState) => string | undefined;
  readonly xObject: (name: string, state: PlateState) => string | undefined;
  readonly inlineImage: (
    entries: ReadonlyMap<string, ContentOperand>,
    data: Uint8Array,
    state: PlateState,
  ) => string | undefined;
  readonly font: (name: string) => PDFDict | undefined;
  readonly fontName: (font: PDFDict, state: PlateState) => string;
  /** Of fonts whose letters are drawings (Type 3), which know no text modes. §9.3.6 */
  readonly drawnFont: (font: PDFDict) => DrawnFont | undefined;
}

export interface DrawnFont {
  /** Its drawings bring colours of their own, and each is judged by itself. */
  readonly isColoured: boolean;
  /** A font of the same widths that paints nothing. */
  readonly silentName: () => string;
}

type Side = "fill" | "stroke";

const PATHS: ReadonlySet<string> = new Set(["m", "l", "c", "v", "y", "h", "re"]);
const CLIPS: ReadonlySet<string> = new Set(["W", "W*"]);
const MULTIPLY = PDFName.of("Multiply");
const TEXTS: ReadonlySet<string> = new Set(["Tj", "TJ", "'", '"']);

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

export function reduceContent(
  bytes: Uint8Array,
  surroundings: ContentSurroundings,
  initial: PlateState,
): string {
  return new ContentReducer(bytes, surroundings, initial).reduce();
}

class ContentReducer {
  readonly #bytes: Buffer;
  readonly #around: ContentSurroundings;
  readonly #out: string[] = [];
  readonly #saved: PlateState[] = [];
  #state: PlateState;
  /** A path is painted by its last operator, and no state may be set within it. */
  #path: string[] = [];
  #clip: string[] = [];

  constructor(bytes: Uint8Array, surroundings: ContentSurroundings, initial: PlateState) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#around = surroundings;
    this.#state = initial;
  }

  reduce(): string {
    for (const operation of parseContentStream(this.#bytes).operations) this.#operation(operation);
    // What is left open would change what comes after.
    this.#out.push(...this.#saved.map(() => "Q"));
    return `${this.#out.join("\n")}\n`;
  }

  #operation(operation: ContentOperation): void {
    const { operator } = operation;
    const painting = PAINTINGS.get(operator);
    if (PATHS.has(operator)) this.#path.push(this.#written(operation));
    else if (CLIPS.has(operator)) this.#clip.push(operator);
    else if (operator === "n") this.#endPath("n");
    else if (painting !== undefined) this.#paintPath(operator, painting);
    else if (TEXTS.has(operator)) this.#paintText(this.#written(operation));
    else if (!this.#colour(operation) && !this.#reference(operation)) this.#general(operation);
  }

  #written({ contentStart, end }: ContentOperation): string {
    return this.#bytes.toString("latin1", contentStart, end);
  }

  #change(change: Partial<PlateState>): void {
    this.#state = { ...this.#state, ...change };
  }

  #general(operation: ContentOperation): void {
    const { operator } = operation;
    if (operator === "q") this.#saved.push(this.#state);
    if (operator === "Q") {
      const saved = this.#saved.pop();
      if (saved === undefined) return;
      this.#state = saved;
    }
    if (operator === "Tr") this.#change({ textMode: numbersOf(operation)[0] ?? 0 });
    this.#out.push(this.#written(operation));
  }

  /** Whether the operation names a resource; then it is written anew. */
  #reference(operation: ContentOperation): boolean {
    const { operator, operands } = operation;
    const name = nameValue(operands[0]) ?? "";
    const around = this.#around;
    switch (operator) {
      case "gs": {
        const found = around.graphicsState(name, this.#state);
        if (found === undefined) return true;
        this.#change(found.change);
        this.#out.push(`/${found.name} gs`);
        return true;
      }
      case "Tf": {
        const dict = around.font(name);
        if (dict === undefined) return false;
        const size = String(pdfNumber(numbersOf(operation)[0] ?? 1));
        this.#change({ font: { dict, size } });
        this.#out.push(this.#setFont({ dict, size }));
        return true;
      }
      case "Do":
        this.#paintObject(around.xObject(name, this.#state), "Do");
        return true;
      case "sh":
        this.#paintObject(around.shading(name, this.#state), "sh");
        return true;
      case "BI": {
        const data = operation.inlineImage;
        const entries = dictionaryEntries(operands[0]);
        if (data === undefined || entries === undefined) return true;
        const bytes = this.#bytes.subarray(data.start, data.end);
        this.#paintObject(around.inlineImage(entries, bytes, this.#state), "Do");
        return true;
      }
      default:
        return false;
    }
  }

  #paintObject(name: string | undefined, operator: string): void {
    if (name !== undefined) this.#out.push(`/${name} ${operator}`);
  }

  #setFont({ dict, size }: PlateFont): string {
    return `/${this.#around.fontName(dict, this.#state)} ${size} Tf`;
  }

  #marks(side: Side): boolean {
    const { fillOverprints, strokeOverprints, overprintMode } = this.#state;
    const overprints = side === "fill" ? fillOverprints : strokeOverprints;
    return marks(this.#around.channel, this.#state[side], overprints, overprintMode);
  }

  #paintPath(operator: string, { fill, stroke }: { fill: string; stroke: string }): void {
    const fills = fill !== "" && this.#marks("fill");
    const strokes = stroke !== "" && this.#marks("stroke");
    const asWritten = fills === (fill !== "") && strokes === (stroke !== "");
    if (asWritten) this.#endPath(operator);
    else if (!this.#state.isIsolated) this.#endPath(fills ? fill : strokes ? stroke : "n");
    else {
      const paint = (side: Side, part: string, isMarked: boolean): void => {
        if (part === "") return;
        const painted = [...this.#path, part];
        if (isMarked) this.#out.push(...painted);
        else this.#paintNoInk([side], painted);
      };
      paint("fill", fill, fills);
      paint("stroke", stroke, strokes);
      this.#endPath("n");
    }
  }

  /** `n` still ends the path, and clips where it is told to. */
  #endPath(operator: string): void {
    this.#out.push(...this.#path, ...this.#clip, operator);
    this.#path = [];
    this.#clip = [];
  }

  /** What is below the group is covered, what is in it is kept. */
  #paintNoInk(sides: readonly Side[], painted: readonly string[]): void {
    const paints = sides.map((side) => this.#state[side].written);
    if (paints.includes(undefined)) return;
    const { blend } = this.#state;
    this.#out.push(
      `/${this.#around.blendState(MULTIPLY)} gs`,
      ...sides.map((side) => (side === "fill" ? "1 g" : "1 G")),
      ...painted,
      ...paints.flatMap((written) => written ?? []),
      `/${this.#around.blendState(blend)} gs`,
    );
  }

  #paintText(written: string): void {
    const { font, textMode } = this.#state;
    const drawn = font && this.#around.drawnFont(font.dict);
    if (font !== undefined && drawn !== undefined) {
      // Drawings in the colour of the text may look otherwise since that has changed.
      const asPainted = this.#setFont(font);
      if (drawn.isColoured || this.#marks("fill")) this.#out.push(asPainted, written);
      else this.#out.push(`/${drawn.silentName()} ${font.size} Tf`, written, asPainted);
      return;
    }
    const fills = [0, 2, 4, 6].includes(textMode) && this.#marks("fill");
    const strokes = [1, 2, 5, 6].includes(textMode) && this.#marks("stroke");
    if (this.#state.isIsolated && !fills && !strokes && textMode % 4 !== 3) {
      this.#paintNoInk(["fill", "stroke"], [written]);
      return;
    }
    const clips = textMode >= 4 ? 4 : 0;
    const mode = clips + (fills && strokes ? 2 : fills ? 0 : strokes ? 1 : 3);
    if (mode === textMode) this.#out.push(written);
    else this.#out.push(`${mode} Tr`, written, `${textMode} Tr`);
  }

  /** Whether the operation sets a colour; then it is written anew. */
  #colour(operation: ContentOperation): boolean {
    const { operator } = operation;
    const { space } = this.#around;
    const side: Side = operator === operator.toLowerCase() ? "fill" : "stroke";
    switch (operator) {
      case "g":
      case "G":
        return this.#setDevice(side, space("DeviceGray"), operation);
      case "rg":
      case "RG":
        return this.#setDevice(side, space("DeviceRGB"), operation);
      case "k":
      case "K":
        return this.#setDevice(side, space("DeviceCMYK"), operation);
      case "cs":
      case "CS":
        return this.#setSpace(side, space(nameValue(operation.operands[0]) ?? ""));
      case "sc":
      case "scn":
      case "SC":
      case "SCN":
        return this.#setColour(side, operation);
      default:
        return false;
    }
  }

  #setDevice(side: Side, space: PlateSpace | PatternSpace, operation: ContentOperation): boolean {
    if (space.kind === "colour") this.#setComponents(side, space, numbersOf(operation));
    return true;
  }

  #setSpace(side: Side, space: PlateSpace | PatternSpace): boolean {
    if (space.kind === "colour") this.#setComponents(side, space, space.initial);
    // Until a pattern is named, nothing is painted.
    else this.#change({ [side]: { space, ink: undefined, plates: new Set(), written: undefined } });
    return true;
  }

  #setColour(side: Side, operation: ContentOperation): boolean {
    const { space } = this.#state[side];
    if (space.kind === "colour") this.#setComponents(side, space, numbersOf(operation));
    else this.#setPattern(side, space, operation);
    return true;
  }

  #setComponents(side: Side, space: PlateSpace, components: readonly number[]): void {
    const gray = pdfNumber(grayOf(space, components, this.#around.channel));
    const written = `${gray} ${side === "fill" ? "g" : "G"}`;
    this.#out.push(written);
    this.#change({ [side]: colourPaint(space, components, written) });
  }

  #setPattern(side: Side, space: PatternSpace, operation: ContentOperation): void {
    const pattern = this.#around.pattern(nameValue(operation.operands.at(-1)) ?? "");
    const { under } = space;
    const none: Paint = { space, ink: undefined, plates: new Set(), written: undefined };
    if (pattern === undefined) {
      this.#change({ [side]: none });
      return;
    }
    const [inSpace, inColour] = side === "fill" ? ["cs", "scn"] : ["CS", "SCN"];
    if (under === undefined) {
      const written = `/Pattern ${inSpace} /${pattern.name} ${inColour}`;
      this.#out.push(written);
      this.#change({ [side]: { ...none, plates: pattern.plates, written } });
      return;
    }
    const components = numbersOf(operation);
    const gray = pdfNumber(grayOf(under, components, this.#around.channel));
    const spaceName = this.#around.grayPatternSpace();
    const written = `/${spaceName} ${inSpace} ${gray} /${pattern.name} ${inColour}`;
    this.#out.push(written);
    this.#change({ [side]: { ...colourPaint(under, components, written), space } });
  }
}

function numbersOf({ operands }: ContentOperation): readonly number[] {
  return operands.filter((operand) => typeof operand === "number");
}
