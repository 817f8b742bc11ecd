/**
 * What one content stream paints, without painting it: how many operators it has, and how often it
 * paints each form, pattern and letter. Input: decoded bytes; output: counts. It makes no operand and
 * calls itself nowhere. ISO 32000-1 §7.8.2, §8.7.3, §8.10, §9.6.5.
 */
import { grouped, MOST_NESTING, MOST_PAINTINGS, overLimit } from "../limits.ts";

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

const WHITE = 1;
const DELIMITER = 2;
const classes = new Uint8Array(256);
for (const byte of [0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]) classes[byte] = WHITE;
for (const char of "()<>[]{}/%") classes[char.charCodeAt(0)] = DELIMITER;

/** Deeper than any page saves its state: what is saved beyond is not looked at. */
const MOST_SAVED = 1024;
const LONGEST_OPERATOR = 3;

const FILLS: ReadonlySet<string> = new Set(["f", "F", "f*"]);
const STROKES: ReadonlySet<string> = new Set(["S", "s"]);
const BOTH: ReadonlySet<string> = new Set(["B", "B*", "b", "b*"]);
const SHOWS: ReadonlySet<string> = new Set(["Tj", "TJ", "'", '"']);
const FILL_COLOURS: ReadonlySet<string> = new Set(["g", "rg", "k", "cs", "sc"]);
const STROKE_COLOURS: ReadonlySet<string> = new Set(["G", "RG", "K", "CS", "SC"]);

/** @throws PublicationError `pdf-too-large` where operands are nested too deep. */
export function readContentUse(bytes: Uint8Array): ContentUse {
  return new ContentUseReader(bytes).read();
}

class ContentUseReader {
  readonly #bytes: Uint8Array;
  readonly #paintings = new Map<string, Painting>();
  readonly #saved: PaintState[] = [];
  #state: PaintState = { fill: outer, stroke: outer, font: outer };
  #operators = 0;
  #at = 0;
  /** Of the operands before the next operator. */
  #name: string | undefined;
  #nameAt = -1;
  #letters = 0;
  #depth = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  read(): ContentUse {
    const bytes = this.#bytes;
    for (;;) {
      let at = this.#at;
      while (at < bytes.length && classes[bytes[at] ?? 0] === WHITE) at++;
      this.#at = at;
      if (at >= bytes.length) break;
      const byte = bytes[at] ?? 0;
      if (classes[byte] === DELIMITER) this.#delimiter(byte);
      else this.#word();
    }
    return {
      operators: this.#operators,
      paintings: [...this.#paintings.values()],
      end: this.#state,
    };
  }

  #delimiter(byte: number): void {
    switch (byte) {
      case 0x25:
        this.#comment();
        break;
      case 0x28:
        this.#string();
        break;
      case 0x2f:
        this.#nameAt = this.#at + 1;
        this.#at = this.#wordEnd(this.#at + 1);
        this.#name = undefined;
        break;
      case 0x3c:
        if (this.#bytes[this.#at + 1] === 0x3c) this.#open(2);
        else this.#hexadecimal();
        break;
      case 0x5b:
        this.#open(1);
        break;
      case 0x3e:
      case 0x5d:
        this.#depth = Math.max(0, this.#depth - 1);
        this.#at += byte === 0x3e && this.#bytes[this.#at + 1] === 0x3e ? 2 : 1;
        break;
      default:
        this.#at++;
    }
  }

  #open(bytes: number): void {
    this.#depth += 1;
    this.#at += bytes;
    if (this.#depth <= MOST_NESTING) return;
    throw overLimit(
      `nests arrays and dictionaries of its content more than ${MOST_NESTING} deep`,
      "structure",
    );
  }

  #comment(): void {
    const bytes = this.#bytes;
    while (this.#at < bytes.length && bytes[this.#at] !== 0x0a && bytes[this.#at] !== 0x0d)
      this.#at++;
  }

  #string(): void {
    const bytes = this.#bytes;
    const start = this.#at;
    let open = 0;
    for (; this.#at < bytes.length; this.#at++) {
      const byte = bytes[this.#at];
      if (byte === 0x5c) this.#at++;
      else if (byte === 0x28) open++;
      else if (byte === 0x29 && --open === 0) break;
    }
    this.#letters += this.#at - start - 1;
    this.#at++;
  }

  #hexadecimal(): void {
    const end = this.#bytes.indexOf(0x3e, this.#at);
    const to = end === -1 ? this.#bytes.length : end;
    this.#letters += (to - this.#at) >> 1;
    this.#at = to + 1;
  }

  #wordEnd(start: number): number {
    let at = start;
    while (at < this.#bytes.length && classes[this.#bytes[at] ?? 0] === 0) at++;
    return at;
  }

  #word(): void {
    const start = this.#at;
    const end = this.#wordEnd(start);
    this.#at = end;
    const first = this.#bytes[start] ?? 0;
    // Digits, signs and points: a number.
    if (first <= 0x39 && first >= 0x2b && first !== 0x2c && first !== 0x2f) return;
    this.#operators++;
    if (end - start <= LONGEST_OPERATOR) this.#operator(this.#text(start, end));
    this.#nameAt = -1;
    this.#letters = 0;
  }

  #text(start: number, end: number): string {
    let text = "";
    for (let at = start; at < end; at++) text += String.fromCharCode(this.#bytes[at] ?? 0);
    return text;
  }

  /** The last name before the operator, its codes decoded. */
  #lastName(): string | undefined {
    if (this.#nameAt === -1) return undefined;
    this.#name ??= this.#text(this.#nameAt, this.#wordEnd(this.#nameAt)).replace(
      /#([\dA-Fa-f]{2})/gu,
      (_, code: string) => String.fromCharCode(parseInt(code, 16)),
    );
    return this.#name;
  }

  #operator(operator: string): void {
    switch (operator) {
      case "q":
        if (this.#saved.length < MOST_SAVED) this.#saved.push(this.#state);
        return;
      case "Q":
        this.#state = this.#saved.pop() ?? this.#state;
        return;
      case "Do":
        this.#paint("xobject", this.#lastName());
        return;
      case "gs":
        this.#paint("state", this.#lastName());
        return;
      case "Tf":
        this.#state = { ...this.#state, font: this.#lastName() };
        return;
      case "scn":
        this.#state = { ...this.#state, fill: this.#lastName() };
        return;
      case "SCN":
        this.#state = { ...this.#state, stroke: this.#lastName() };
        return;
      case "ID":
        this.#inlineImage();
        return;
    }
    if (SHOWS.has(operator)) this.#paint("letters", "", this.#letters);
    else if (FILLS.has(operator)) this.#paint("fill", "");
    else if (STROKES.has(operator)) this.#paint("stroke", "");
    else if (BOTH.has(operator)) {
      this.#paint("fill", "");
      this.#paint("stroke", "");
    } else if (FILL_COLOURS.has(operator)) this.#state = { ...this.#state, fill: undefined };
    else if (STROKE_COLOURS.has(operator)) this.#state = { ...this.#state, stroke: undefined };
  }

  #paint(kind: Painting["kind"], name: string | undefined, times = 1): void {
    if (name === undefined || times <= 0) return;
    const { fill, stroke, font } = this.#state;
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

  /** Up to `EI` between white space; an image without it goes on to the end of the stream. */
  #inlineImage(): void {
    const bytes = this.#bytes;
    for (let at = bytes.indexOf(0x45, this.#at); at !== -1; at = bytes.indexOf(0x45, at + 1)) {
      const isSpaced =
        classes[bytes[at - 1] ?? 0] === WHITE && classes[bytes[at + 2] ?? 0x20] !== 0;
      if (bytes[at + 1] === 0x49 && isSpaced) {
        this.#at = at + 2;
        return;
      }
    }
    this.#at = bytes.length;
  }
}
