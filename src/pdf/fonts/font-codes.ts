/**
 * Codes of one font, one for each text that a glyph stands for: a browser gives a glyph one code, and
 * so one reading, however many texts it is printed for. Input: codes as the browser wrote them, each
 * with what it reads as where it is shown; output: the codes to show instead. The first reading of a
 * glyph keeps its code. Pure; `write-font-codes.ts` puts them into the font. ISO 32000-1 §9.10.
 */
import { readableText } from "./readable-text.ts";

export interface GlyphCode {
  readonly code: number;
  /** 0 is the font itself, n its n-th copy: a font with codes of one byte may run out of them. */
  readonly copy: number;
}

/** A code that the font did not have. */
export interface AddedCode {
  /** The browser's code for the same glyph. */
  readonly glyph: number;
  readonly text: string;
}

/** Which codes a font has left. */
export interface CodeSpace {
  /** Codes that may be added to the font itself, in order, as long as there are any. */
  readonly free: () => Iterator<number>;
  /** The first code of a copy and one past its last; undefined where a font cannot be copied. */
  readonly copies: { readonly from: number; readonly end: number } | undefined;
}

export class FontCodes {
  readonly #space: CodeSpace;
  #free: Iterator<number> | undefined;
  readonly #known = new Map<string, GlyphCode>();
  /** What the browser's own codes read as now. */
  readonly kept = new Map<number, string>();
  /** Added codes, of the font and of its copies. */
  readonly added: Map<number, AddedCode>[] = [new Map<number, AddedCode>()];

  constructor(space: CodeSpace) {
    this.#space = space;
  }

  /**
   * The code that paints the glyph of `code` and reads as `text`, which is made readable; undefined
   * where the font takes no further codes.
   */
  codeFor(code: number, text: string): GlyphCode | undefined {
    const readable = readableText(text);
    const own = this.kept.get(code);
    if (own === undefined) this.kept.set(code, readable);
    if (own === undefined || own === readable) return { code, copy: 0 };
    const name = `${code} ${readable}`;
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const made = this.#add({ glyph: code, text: readable });
    if (made !== undefined) this.#known.set(name, made);
    return made;
  }

  #add(added: AddedCode): GlyphCode | undefined {
    this.#free ??= this.#space.free();
    const next = this.#free.next();
    if (next.done !== true) {
      this.added[0]?.set(next.value, added);
      return { code: next.value, copy: 0 };
    }
    const { copies } = this.#space;
    if (copies === undefined) return undefined;
    const last = this.added.length - 1;
    const open = last > 0 ? this.added[last] : undefined;
    const isFull = open === undefined || open.size >= copies.end - copies.from;
    const codes = isFull ? new Map<number, AddedCode>() : open;
    if (isFull) this.added.push(codes);
    const code = copies.from + codes.size;
    codes.set(code, added);
    return { code, copy: this.added.length - 1 };
  }
}
