/**
 * One content stream in the colours of the press. Input: the stream's text as the browser wrote it,
 * how its names resolve and the state it begins in; output: the new stream's text. What is painted
 * stays where it is; the browser's marks (its tags) are left out. ISO 32000-1 §8.
 *
 * Full black text and rules overprint, so that no white shows round them where plates do not meet;
 * everything else knocks out what is below it. See docs/decisions/press-colour.md.
 */
import { matrixOf, multiply } from "../../pdf/geometry/matrix.ts";
import {
  nameIn,
  numbersIn,
  operations,
  type Operation,
} from "../../pdf/content/content-operations.ts";
import { shownCodes } from "../../pdf/content/shown-strings.ts";
import { rgbOf, type ColourTarget } from "./colour-target.ts";
import {
  isPlainBlack,
  scaleOf,
  type Paint,
  type PaintState,
  type PressFont,
} from "./paint-state.ts";
import { PathSize } from "./path-size.ts";
import type { Painted } from "./press-warnings.ts";
import type { SourceSpace } from "./source-space.ts";

/** What a stream's names lead to, and who is told of what it paints. */
export interface StreamSurroundings {
  readonly target: ColourTarget;
  readonly spaceOf: (name: string) => SourceSpace;
  readonly fontOf: (name: string) => PressFont | undefined;
  readonly onXObject: (name: string, state: PaintState) => void;
  readonly onPattern: (name: string) => void;
  readonly onPaint: (paint: Paint, painted: Painted, text: string) => void;
  /** Glyphs of Type 3 fonts take overprint from the text that shows them. */
  readonly setsOverprint: boolean;
}

/** Names of the graphics states that rewritten streams refer to. */
export const OVERPRINT = "PressOverprint";
export const KNOCKOUT = "PressKnockout";

/** Black shapes up to this breadth are rules and overprint; what is broader would show through. */
const RULE_PT = 2;

const PATHS: ReadonlySet<string> = new Set(["m", "l", "c", "v", "y", "h", "re", "W", "W*"]);
const FILLS: ReadonlySet<string> = new Set(["f", "F", "f*", "B", "B*", "b", "b*"]);
const STROKES: ReadonlySet<string> = new Set(["S", "s", "B", "B*", "b", "b*"]);
const TEXTS: ReadonlySet<string> = new Set(["Tj", "TJ", "'", '"']);
const MARKS: ReadonlySet<string> = new Set(["BMC", "BDC", "EMC", "DP", "MP"]);

export function rewriteColours(
  stream: string,
  surroundings: StreamSurroundings,
  initial: PaintState,
): string {
  return new ColourRewriter(stream, surroundings, initial).rewrite();
}

class ColourRewriter {
  readonly #stream: string;
  readonly #around: StreamSurroundings;
  readonly #out: string[] = [];
  readonly #saved: PaintState[] = [];
  /** Marks that are open, and whether they are written. */
  readonly #keptMarks: boolean[] = [];
  #state: PaintState;
  /** A path is painted by its last operator, and no state may be set within it. */
  #path: string[] = [];
  #size = new PathSize();

  constructor(stream: string, surroundings: StreamSurroundings, initial: PaintState) {
    this.#stream = stream;
    this.#around = surroundings;
    this.#state = initial;
  }

  rewrite(): string {
    for (const operation of operations(this.#stream)) this.#operation(operation);
    return `${this.#out.join("\n")}\n`;
  }

  #operation(operation: Operation): void {
    const { operator } = operation;
    const written = this.#stream.slice(operation.start, operation.end);
    if (MARKS.has(operator)) {
      this.#mark(operator, written);
      return;
    }
    if (PATHS.has(operator)) {
      this.#path.push(written);
      this.#size.add(operator, numbersIn(this.#stream, operation));
    } else if (operator === "n" || FILLS.has(operator) || STROKES.has(operator)) {
      this.#paintPath(operator);
    } else if (TEXTS.has(operator)) {
      this.#paintText(written);
    } else if (!this.#colour(operation)) {
      this.#general(operation);
      this.#out.push(written);
    }
  }

  /** Tags stay behind. What glyphs read as together goes along: text is searched and copied here too. */
  #mark(operator: string, written: string): void {
    if (operator === "EMC") {
      if (this.#keptMarks.pop() === true) this.#out.push(written);
    } else if (operator === "BDC" || operator === "BMC") {
      const isKept = written.startsWith("/Span") && written.includes("/ActualText");
      this.#keptMarks.push(isKept);
      if (isKept) this.#out.push(written);
    }
  }

  #general(operation: Operation): void {
    const { operator } = operation;
    const numbers = (): number[] => numbersIn(this.#stream, operation);
    switch (operator) {
      case "q":
        this.#saved.push(this.#state);
        break;
      case "Q":
        this.#state = this.#saved.pop() ?? this.#state;
        break;
      case "cm":
        this.#change({ matrix: multiply(this.#state.matrix, matrixOf(numbers())) });
        break;
      case "w":
        this.#change({ lineWidth: numbers()[0] ?? 1 });
        break;
      case "Tr":
        this.#change({ textMode: numbers()[0] ?? 0 });
        break;
      case "Tf":
        this.#change({ font: this.#around.fontOf(nameIn(this.#stream, operation)) });
        break;
      case "Do":
        this.#overprint(false);
        this.#around.onXObject(nameIn(this.#stream, operation), this.#state);
        break;
      case "sh":
        this.#overprint(false);
        break;
    }
  }

  #change(change: Partial<PaintState>): void {
    this.#state = { ...this.#state, ...change };
  }

  #overprint(wanted: boolean): void {
    if (!this.#around.setsOverprint || this.#state.overprints === wanted) return;
    this.#out.push(`/${wanted ? OVERPRINT : KNOCKOUT} gs`);
    this.#change({ overprints: wanted });
  }

  #paintPath(operator: string): void {
    const { fill, stroke, matrix, lineWidth } = this.#state;
    const fills = FILLS.has(operator);
    const strokes = STROKES.has(operator);
    if (fills || strokes) {
      const scale = scaleOf(matrix);
      const isRule = (paint: Paint, breadth: number): boolean =>
        isPlainBlack(paint) && breadth * scale <= RULE_PT;
      this.#overprint(
        (!fills || isRule(fill, this.#size.breadth)) && (!strokes || isRule(stroke, lineWidth)),
      );
    }
    this.#out.push(...this.#path, operator);
    this.#path = [];
    this.#size = new PathSize();
    if (fills) this.#around.onPaint(fill, "shape", "");
    if (strokes) this.#around.onPaint(stroke, "shape", "");
  }

  #paintText(written: string): void {
    const { fill, stroke, textMode, font } = this.#state;
    const paints = [
      ...([0, 2, 4, 6].includes(textMode) ? [fill] : []),
      ...([1, 2, 5, 6].includes(textMode) ? [stroke] : []),
    ];
    if (paints.length > 0) {
      this.#overprint(font?.isDrawn !== true && paints.every(isPlainBlack));
    }
    this.#out.push(written);
    const text =
      font === undefined
        ? ""
        : shownCodes(written, font.decoder.codeLength)
            .map((code) => font.decoder.textOf(code) ?? "")
            .join("");
    for (const paint of paints) this.#around.onPaint(paint, "text", text);
  }

  /** Whether the operation sets a colour; then it is written anew. */
  #colour(operation: Operation): boolean {
    switch (operation.operator) {
      case "rg":
        return this.#setColour("fill", "rgb", operation);
      case "RG":
        return this.#setColour("stroke", "rgb", operation);
      case "g":
        return this.#setColour("fill", "gray", operation);
      case "G":
        return this.#setColour("stroke", "gray", operation);
      case "k":
        return this.#setColour("fill", "cmyk", operation);
      case "K":
        return this.#setColour("stroke", "cmyk", operation);
      case "cs":
        return this.#setSpace("fill", operation);
      case "CS":
        return this.#setSpace("stroke", operation);
      case "sc":
      case "scn":
        return this.#setColour("fill", this.#state.fill.space, operation);
      case "SC":
      case "SCN":
        return this.#setColour("stroke", this.#state.stroke.space, operation);
      default:
        return false;
    }
  }

  #setSpace(side: "fill" | "stroke", operation: Operation): boolean {
    const space = this.#around.spaceOf(nameIn(this.#stream, operation));
    if (space === "pattern") {
      this.#out.push(`/Pattern ${side === "fill" ? "cs" : "CS"}`);
      this.#change({ [side]: { space, colour: undefined } });
    } else {
      // Each of these spaces begins with black (ISO 32000-1 §8.6.8).
      this.#convert(side, space, [0]);
    }
    return true;
  }

  #setColour(side: "fill" | "stroke", space: SourceSpace, operation: Operation): boolean {
    if (space === "pattern") {
      const name = nameIn(this.#stream, operation);
      this.#around.onPattern(name);
      this.#out.push(`/${name} ${side === "fill" ? "scn" : "SCN"}`);
    } else if (space === "cmyk") {
      const { start, operatorStart } = operation;
      const operands = this.#stream.slice(start, operatorStart).trim();
      this.#out.push(`${operands} ${side === "fill" ? "k" : "K"}`);
      this.#change({ [side]: { space, colour: undefined } });
    } else {
      this.#convert(side, space, numbersIn(this.#stream, operation));
    }
    return true;
  }

  #convert(side: "fill" | "stroke", space: SourceSpace, components: readonly number[]): void {
    const { target } = this.#around;
    const rgb = rgbOf(components);
    const converted = target.convert(rgb);
    const operator = side === "fill" ? target.fillOperator : target.strokeOperator;
    this.#out.push(`${converted.components.join(" ")} ${operator}`);
    this.#change({ [side]: { space, colour: { ...converted, rgb } } });
  }
}
