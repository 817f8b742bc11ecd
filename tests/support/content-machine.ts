/**
 * A small interpreter of content streams, apart from the project's own readers. Input: operators;
 * output: the glyphs that they show with their places, and the graphics state at each point.
 * ISO 32000-1 §8.4, §9.4. It knows what the tests need, and fails at anything else.
 */
import { IDENTITY, multiply, type Matrix } from "../../src/pdf/geometry/matrix.ts";

export interface MachineFont {
  readonly codeLength: 1 | 2;
  /** In thousandths of the font size. */
  readonly widthOf: (code: number) => number;
}

export interface ShownGlyph {
  readonly code: number;
  /** Its origin in user space. */
  readonly x: number;
  readonly y: number;
  readonly font: string;
  readonly size: number;
  /** Text rendering mode. */
  readonly mode: number;
  /** ActualText of the mark around it. */
  readonly spoken: string | undefined;
  /** The number of the operator that shows it. */
  readonly shownBy: number;
}

/** What decides how a unit looks. */
export interface Looks {
  readonly matrix: Matrix;
  readonly fill: string;
  readonly stroke: string;
  readonly lineWidth: string;
  /** Entries of graphics state dictionaries. */
  readonly extended: Readonly<Record<string, string>>;
  /** Clipping paths, each with the matrix that it was set in. */
  readonly clips: readonly string[];
}

interface State extends Looks {
  readonly font: string;
  readonly size: number;
  readonly charSpacing: number;
  readonly mode: number;
}

const atStart: State = {
  matrix: IDENTITY,
  fill: "DeviceGray 0",
  stroke: "DeviceGray 0",
  lineWidth: "1",
  extended: {},
  clips: [],
  font: "",
  size: 0,
  charSpacing: 0,
  mode: 0,
};

export interface PaintedPath {
  readonly path: string;
  readonly looks: Looks;
}

type GraphicsStates = Readonly<Record<string, Readonly<Record<string, string>>>>;

const TOKEN = /<<|>>|<[0-9A-Fa-f]*>|\/[^\s<>[\]/]+|[[\]]|[^\s<>[\]/]+/g;
const OPERAND = /^(?:[<>[\]/]|[-+.\d])/;

export class ContentMachine {
  readonly #font: MachineFont;
  readonly #graphicsStates: GraphicsStates;
  readonly #saved: State[] = [];
  readonly #spoken: (string | undefined)[] = [];
  #state = atStart;
  #textMatrix = IDENTITY;
  #lineMatrix = IDENTITY;
  #path: string[] = [];
  #isClipping = false;
  #operators = 0;
  readonly glyphs: ShownGlyph[] = [];
  readonly paths: PaintedPath[] = [];

  constructor(font: MachineFont, graphicsStates: GraphicsStates = {}) {
    this.#font = font;
    this.#graphicsStates = graphicsStates;
  }

  get depth(): number {
    return this.#saved.length;
  }

  get openMarks(): number {
    return this.#spoken.length;
  }

  get charSpacing(): number {
    return this.#state.charSpacing;
  }

  get mode(): number {
    return this.#state.mode;
  }

  get looks(): Looks {
    const { matrix, fill, stroke, lineWidth, extended, clips } = this.#state;
    return { matrix, fill, stroke, lineWidth, extended, clips };
  }

  run(content: string): this {
    let operands: string[] = [];
    for (const [token] of content.matchAll(TOKEN)) {
      if (OPERAND.test(token)) operands.push(token);
      else {
        this.#operators += 1;
        this.#operator(token, operands);
        operands = [];
      }
    }
    return this;
  }

  #set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
  }

  #operator(operator: string, operands: readonly string[]): void {
    const numbers = operands.map(Number);
    const [first = 0, second = 0] = numbers;
    const said = operands.join(" ");
    switch (operator) {
      case "q":
        this.#saved.push(this.#state);
        return;
      case "Q": {
        const saved = this.#saved.pop();
        if (saved === undefined) throw new Error("Q without q");
        this.#state = saved;
        return;
      }
      case "cm":
        this.#set({ matrix: multiply(this.#state.matrix, matrixIn(numbers)) });
        return;
      case "rg":
        this.#set({ fill: `DeviceRGB ${said}` });
        return;
      case "g":
        this.#set({ fill: `DeviceGray ${said}` });
        return;
      case "cs":
        this.#set({ fill: said });
        return;
      case "scn":
        this.#set({ fill: `${this.#state.fill.split(" ")[0]} ${said}` });
        return;
      case "RG":
        this.#set({ stroke: `DeviceRGB ${said}` });
        return;
      case "w":
        this.#set({ lineWidth: said });
        return;
      case "gs": {
        const extended = this.#graphicsStates[said.slice(1)];
        if (extended === undefined) throw new Error(`no graphics state ${said}`);
        this.#set({ extended: { ...this.#state.extended, ...extended } });
        return;
      }
      case "re":
      case "m":
      case "l":
      case "c":
      case "h":
        this.#path.push([...operands, operator].join(" "));
        return;
      case "W":
        this.#isClipping = true;
        return;
      case "n":
      case "f":
      case "S":
        this.#endPath(operator);
        return;
      case "BT":
        this.#textMatrix = this.#lineMatrix = IDENTITY;
        return;
      case "ET":
        return;
      case "Tf":
        this.#set({ font: (operands[0] ?? "").slice(1), size: second });
        return;
      case "Tc":
        this.#set({ charSpacing: first });
        return;
      case "Tr":
        this.#set({ mode: first });
        return;
      case "Tm":
        this.#textMatrix = this.#lineMatrix = matrixIn(numbers);
        return;
      case "Td":
        this.#lineMatrix = multiply(this.#lineMatrix, [1, 0, 0, 1, first, second]);
        this.#textMatrix = this.#lineMatrix;
        return;
      case "Tj":
      case "TJ":
        this.#show(operands);
        return;
      case "BDC":
        this.#spoken.push(actualText(operands) ?? this.#spoken.at(-1));
        return;
      case "EMC":
        if (this.#spoken.length === 0) throw new Error("EMC without BDC");
        this.#spoken.pop();
        return;
      default:
        throw new Error(`unknown operator ${operator}`);
    }
  }

  #endPath(operator: string): void {
    const path = this.#path.join(" ");
    this.#path = [];
    if (operator !== "n") this.paths.push({ path: `${path} ${operator}`, looks: this.looks });
    if (!this.#isClipping) return;
    this.#isClipping = false;
    const { clips, matrix } = this.#state;
    this.#set({ clips: [...clips, `${path} in ${matrix.join(" ")}`] });
  }

  #show(operands: readonly string[]): void {
    const { size, charSpacing, matrix, font, mode } = this.#state;
    for (const operand of operands) {
      if (operand.startsWith("<")) {
        for (const code of codesIn(operand, this.#font.codeLength)) {
          const [, , , , x, y] = multiply(matrix, this.#textMatrix);
          const spoken = this.#spoken.at(-1);
          this.glyphs.push({ code, x, y, font, size, mode, spoken, shownBy: this.#operators });
          this.#advance((this.#font.widthOf(code) / 1000) * size + charSpacing);
        }
      } else if (operand !== "[" && operand !== "]") {
        this.#advance((-Number(operand) / 1000) * size);
      }
    }
  }

  #advance(x: number): void {
    this.#textMatrix = multiply(this.#textMatrix, [1, 0, 0, 1, x, 0]);
  }
}

function matrixIn(numbers: readonly number[]): Matrix {
  const [a = NaN, b = NaN, c = NaN, d = NaN, e = NaN, f = NaN] = numbers;
  return [a, b, c, d, e, f];
}

function codesIn(hex: string, codeLength: 1 | 2): number[] {
  const found = hex.match(codeLength === 2 ? /[0-9A-Fa-f]{4}/g : /[0-9A-Fa-f]{2}/g) ?? [];
  return found.map((digits) => parseInt(digits, 16));
}

/** Of a property list's hexadecimal string. */
function actualText(operands: readonly string[]): string | undefined {
  const at = operands.indexOf("/ActualText");
  const hex = operands[at + 1];
  if (at < 0 || hex === undefined) return undefined;
  const bytes = Buffer.from(hex.slice(1, -1), "hex");
  return new TextDecoder("utf-16be").decode(bytes);
}
