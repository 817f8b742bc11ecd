/**
 * Goes over one object of a PDF without making anything of it. Input: bytes and a place; output: where
 * the object ends and how many values it holds. It calls itself nowhere: a file may nest lists as
 * deep as it likes. ISO 32000-1 §7.3.
 */
import { characterClasses, DELIMITER, REGULAR, WHITE } from "../content/characters.ts";
import { overLimit } from "../limits.ts";

const WORDS: ReadonlySet<string> = new Set(["true", "false", "null", "R"]);
const LONGEST_WORD = 5;

export interface ScannedValue {
  /** The offset after it; -1 where it is none, or has no end. */
  readonly end: number;
  /** Bytes were read up to here. */
  readonly readTo: number;
  readonly values: number;
}

export class ValueScanner {
  readonly #bytes: Buffer;
  readonly #mostNesting: number;

  constructor(bytes: Buffer, mostNesting: number) {
    this.#bytes = bytes;
    this.#mostNesting = mostNesting;
  }

  /** @throws PublicationError `pdf-too-large` where lists are nested too deep. */
  value(start: number): ScannedValue {
    let depth = 0;
    let values = 0;
    let at = start;
    do {
      at = this.afterWhite(at);
      const byte = this.#bytes[at];
      const isDouble = byte !== undefined && this.#bytes[at + 1] === byte;
      if (byte === 0x5b || (byte === 0x3c && isDouble)) {
        depth += 1;
        values += 1;
        if (depth > this.#mostNesting) {
          throw overLimit(
            `nests arrays and dictionaries more than ${this.#mostNesting} deep`,
            "structure",
          );
        }
        at += byte === 0x5b ? 1 : 2;
      } else if (byte === 0x5d || (byte === 0x3e && isDouble)) {
        depth -= 1;
        at += byte === 0x5d ? 1 : 2;
        if (depth < 0) return { end: -1, readTo: at, values };
      } else {
        const end = this.#afterPlain(at);
        if (end === -1) return { end: -1, readTo: this.#bytes.length, values };
        if (end === at) return { end: -1, readTo: at, values };
        // A reference is one value: its numbers are two.
        values += byte === 0x52 ? -1 : 1;
        at = end;
        if (depth === 0 && isDigit(byte)) at = this.#afterReference(at) ?? at;
      }
    } while (depth > 0);
    return { end: at, readTo: at, values };
  }

  /** The entries of the dictionary that begins here, as they are written, names without codes; the last of a key counts. */
  entries(start: number): ReadonlyMap<string, string> {
    const entries = new Map<string, string>();
    let at = this.afterWhite(start + 2);
    while (this.#bytes[at] === 0x2f) {
      const valueStart = this.afterWhite(this.#afterPlain(at));
      const { end } = this.value(valueStart);
      if (end === -1) break;
      const key = plainName(this.#bytes.toString("latin1", at + 1, this.#afterPlain(at)));
      entries.set(key, plainName(this.#bytes.toString("latin1", valueStart, end)));
      at = this.afterWhite(end);
    }
    return entries;
  }

  /** The offset of what follows white space and comments. */
  afterWhite(start: number): number {
    const bytes = this.#bytes;
    let at = start;
    for (; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === 0x25) {
        while (at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at++;
      } else if (characterClasses[byte] !== WHITE) break;
    }
    return at;
  }

  /** After a string, a name, a number or a word; -1 where a string has no end, `at` for anything else. */
  #afterPlain(at: number): number {
    const bytes = this.#bytes;
    const byte = bytes[at];
    if (byte === 0x28) return this.#afterString(at);
    if (byte === 0x3c) {
      const end = bytes.indexOf(0x3e, at);
      return end === -1 ? -1 : end + 1;
    }
    if (byte === undefined || (byte !== 0x2f && characterClasses[byte] === DELIMITER)) return at;
    let end = at + 1;
    while (end < bytes.length && characterClasses[bytes[end] ?? 0] === REGULAR) end++;
    if (byte === 0x2f || isDigit(byte) || byte === 0x2b || byte === 0x2d || byte === 0x2e) {
      return end;
    }
    if (end - at > LONGEST_WORD) return at;
    return WORDS.has(bytes.toString("latin1", at, end)) ? end : at;
  }

  #afterString(start: number): number {
    const bytes = this.#bytes;
    let open = 0;
    for (let at = start; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === 0x5c) at++;
      else if (byte === 0x28) open++;
      else if (byte === 0x29 && --open === 0) return at + 1;
    }
    return -1;
  }

  /** After `0 R` where that makes a reference of the number before it. */
  #afterReference(start: number): number | undefined {
    const generation = this.afterWhite(start);
    let at = generation;
    while (isDigit(this.#bytes[at])) at++;
    if (at === generation) return undefined;
    at = this.afterWhite(at);
    return this.#bytes[at] === 0x52 ? at + 1 : undefined;
  }
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/** §7.3.5 */
function plainName(text: string): string {
  if (!text.includes("#")) return text;
  return text.replace(/#([\dA-Fa-f]{2})/gu, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
}
