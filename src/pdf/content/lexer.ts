/**
 * The tokens of a PDF content stream (ISO 32000-1 §7.2 and §7.3): numbers, strings, names, arrays,
 * dictionaries and operators, with the byte offsets of strings. Input: bytes and a position;
 * output: one token at a time. It knows nothing of what operators mean.
 */
import { MOST_CONTENT_VALUES, MOST_NESTING, MOST_OPERANDS } from "../limits.ts";
import { characterClasses, DELIMITER, REGULAR, WHITE } from "./characters.ts";
import { decodeHexadecimal, unescapeLiteral } from "./strings.ts";

export interface ContentName {
  readonly kind: "name";
  /** Without the slash, `#xx` decoded, one character a byte. */
  readonly name: string;
}

export interface ContentString {
  readonly kind: "string";
  /** The decoded bytes: escapes resolved, hexadecimal digits paired. */
  readonly bytes: Uint8Array;
  readonly form: "literal" | "hexadecimal";
  /** Offset of the opening bracket, and the offset after the closing one. */
  readonly start: number;
  readonly end: number;
}

export interface ContentArray {
  readonly kind: "array";
  readonly items: readonly ContentOperand[];
}

export interface ContentDictionary {
  readonly kind: "dictionary";
  readonly entries: ReadonlyMap<string, ContentOperand>;
}

export type ContentOperand =
  number | boolean | null | ContentName | ContentString | ContentArray | ContentDictionary;

export interface ContentOperator {
  readonly kind: "operator";
  readonly operator: string;
}

export interface ContentProblem {
  readonly offset: number;
  readonly message: string;
}

type Token = ContentOperand | ContentOperator;

/** What operands are reported as that are nested deeper than `MOST_NESTING`. */
export const NESTED_TOO_DEEP = "arrays and dictionaries are nested too deep";

/** What a stream is reported as that has more than `MOST_CONTENT_VALUES`. */
export const TOO_MANY_VALUES = "a stream has too many values";

/** More problems of a stream say nothing new. */
const MOST_PROBLEMS = 100;
/** Operators that are kept; there are some seventy. */
const MOST_WORDS = 1000;

/** Reads tokens from `position` on; both may be moved by who uses it. */
export class ContentLexer {
  position = 0;
  readonly problems: ContentProblem[] = [];
  readonly #bytes: Uint8Array;
  #values = 0;
  /** Operands that are nested too deep. */
  #depths = 0;
  readonly #shortWords = new Map<number, ContentOperator>();

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Notes what is malformed; of very many, the first. */
  note(offset: number, message: string): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ offset, message });
  }

  /** Skips white space and comments. */
  skipWhite(): void {
    const bytes = this.#bytes;
    let at = this.position;
    for (;;) {
      const byte = bytes[at];
      if (byte === undefined) break;
      if (characterClasses[byte] === WHITE) at += 1;
      else if (byte === 0x25) {
        while (at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at += 1;
      } else break;
    }
    this.position = at;
  }

  /** The token at the position, which is not white space; undefined for a stray delimiter. */
  next(depth = 0): Token | undefined {
    const bytes = this.#bytes;
    this.#values += 1;
    if (this.#values > MOST_CONTENT_VALUES) {
      this.#tooMany();
      return;
    }
    const byte = bytes[this.position] ?? 0;
    if ((byte >= 0x30 && byte <= 0x39) || byte === 0x2d || byte === 0x2e || byte === 0x2b) {
      return this.#number();
    }
    switch (byte) {
      case 0x2f:
        return { kind: "name", name: this.#name() };
      case 0x28:
        return this.#literalString();
      case 0x3c:
        return bytes[this.position + 1] === 0x3c ? this.#dictionary(depth) : this.#hexString();
      case 0x5b:
        return this.#array(depth);
      default:
        if (characterClasses[byte] !== DELIMITER) return this.#word();
        this.#stray();
        return undefined;
    }
  }

  #stray(): void {
    const char = String.fromCharCode(this.#bytes[this.position] ?? 0);
    this.problems.push({ offset: this.position, message: `a stray “${char}”` });
    this.position += 1;
  }

  /** The rest of the stream is not read. */
  #tooMany(): undefined {
    if (this.problems.at(-1)?.message !== TOO_MANY_VALUES) {
      this.problems.push({ offset: this.position, message: TOO_MANY_VALUES });
    }
    this.position = this.#bytes.length;
    return undefined;
  }

  #tooDeep(): void {
    this.#depths += 1;
    // Whoever must not read such a stream looks for it, however much else is malformed.
    if (this.#depths === 1) this.problems.push({ offset: this.position, message: NESTED_TOO_DEEP });
    this.position += 1;
  }

  #number(): Token {
    const bytes = this.#bytes;
    const start = this.position;
    let at = start;
    let negative = false;
    for (let sign = bytes[at]; sign === 0x2d || sign === 0x2b; sign = bytes[at]) {
      // Some writers double the minus sign; readers take it for one.
      negative = sign === 0x2d;
      at += 1;
    }
    let value = 0;
    let scale = 0;
    let digits = 0;
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte >= 0x30 && byte <= 0x39) {
        digits += 1;
        value = value * 10 + (byte - 0x30);
        if (scale > 0) scale *= 10;
      } else if (byte === 0x2e && scale === 0) scale = 1;
      else break;
    }
    // `12-34` is one number to other readers, which drop what follows the second sign.
    if (digits > 0 && bytes[at] === 0x2d) {
      while (at < bytes.length && characterClasses[bytes[at] ?? 0] === REGULAR) at += 1;
    }
    const ends = at >= bytes.length || characterClasses[bytes[at] ?? 0] !== REGULAR;
    if (digits === 0 || !ends) {
      return digits === 0 || at === start
        ? this.#word()
        : this.#numberBeforeWord(at, value, scale, negative);
    }
    this.position = at;
    return signed(value, scale, negative);
  }

  /** `0.5w`: a number that touches its operator. The number ends where the letters begin. */
  #numberBeforeWord(at: number, value: number, scale: number, negative: boolean): number {
    this.note(at, "a number touches what follows it");
    this.position = at;
    return signed(value, scale, negative);
  }

  #word(): Token {
    const bytes = this.#bytes;
    const start = this.position;
    let at = start + 1;
    while (at < bytes.length && characterClasses[bytes[at] ?? 0] === REGULAR) at += 1;
    this.position = at;
    const length = at - start;
    if (length <= 3) {
      const key =
        (bytes[start] ?? 0) |
        (length > 1 ? (bytes[start + 1] ?? 0) << 8 : 0) |
        (length > 2 ? (bytes[start + 2] ?? 0) << 16 : 0);
      let operator = this.#shortWords.get(key);
      if (operator === undefined) {
        operator = { kind: "operator", operator: latin1(bytes, start, at) };
        if (this.#shortWords.size < MOST_WORDS) this.#shortWords.set(key, operator);
      }
      return operator;
    }
    const word = latin1(bytes, start, at);
    if (word === "true") return true;
    if (word === "false") return false;
    if (word === "null") return null;
    return { kind: "operator", operator: word };
  }

  #name(): string {
    const bytes = this.#bytes;
    let at = this.position + 1;
    const start = at;
    let escaped = false;
    while (at < bytes.length && characterClasses[bytes[at] ?? 0] === REGULAR) {
      escaped ||= bytes[at] === 0x23;
      at += 1;
    }
    this.position = at;
    const name = latin1(bytes, start, at);
    return escaped
      ? name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
          String.fromCharCode(Number.parseInt(hex, 16)),
        )
      : name;
  }

  #hexString(): ContentString {
    const bytes = this.#bytes;
    const start = this.position;
    let at = start + 1;
    while (at < bytes.length && bytes[at] !== 0x3e) at += 1;
    if (at >= bytes.length) this.note(start, "a string has no end");
    const decoded = decodeHexadecimal(bytes, start + 1, at);
    const end = Math.min(at + 1, bytes.length);
    this.position = end;
    return { kind: "string", bytes: decoded, form: "hexadecimal", start, end };
  }

  #literalString(): ContentString {
    const bytes = this.#bytes;
    const start = this.position;
    let at = start + 1;
    let open = 1;
    let plain = true;
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at];
      if (byte === 0x5c) {
        plain = false;
        at += 1;
      } else if (byte === 0x0d) plain = false;
      else if (byte === 0x28) open += 1;
      else if (byte === 0x29) {
        open -= 1;
        if (open === 0) break;
      }
    }
    if (open > 0) this.note(start, "a string has no end");
    const close = Math.min(at, bytes.length);
    const end = Math.min(close + 1, bytes.length);
    this.position = end;
    const raw = bytes.subarray(start + 1, close);
    const decoded = plain ? raw : unescapeLiteral(raw);
    return { kind: "string", bytes: decoded, form: "literal", start, end };
  }

  #array(depth: number): ContentArray {
    const items: ContentOperand[] = [];
    const closed = this.#collect(depth, 0x5d, 1, (token) => {
      if (items.length < MOST_OPERANDS) items.push(token);
    });
    if (!closed) this.note(this.position, "an array has no end");
    return { kind: "array", items };
  }

  #dictionary(depth: number): ContentDictionary {
    const entries = new Map<string, ContentOperand>();
    let key: string | undefined;
    const closed = this.#collect(depth, 0x3e, 2, (token) => {
      if (key !== undefined) {
        if (entries.size < MOST_OPERANDS) entries.set(key, token);
        key = undefined;
      } else if (typeof token === "object" && token !== null && token.kind === "name") {
        key = token.name;
      }
    });
    if (!closed) this.note(this.position, "a dictionary has no end");
    return { kind: "dictionary", entries };
  }

  /** Collects tokens up to `width` closing bytes; false where the stream ends before them. */
  #collect(
    depth: number,
    close: number,
    width: number,
    take: (token: ContentOperand) => void,
  ): boolean {
    const bytes = this.#bytes;
    this.position += width;
    for (;;) {
      this.skipWhite();
      if (this.position >= bytes.length) return false;
      if (bytes[this.position] === close && (width === 1 || bytes[this.position + 1] === close)) {
        this.position += width;
        return true;
      }
      const byte = bytes[this.position];
      const opens = byte === 0x5b || (byte === 0x3c && bytes[this.position + 1] === 0x3c);
      if (opens && depth + 1 >= MOST_NESTING) {
        this.#tooDeep();
        continue;
      }
      const token = this.next(depth + 1);
      if (token === undefined) continue;
      if (typeof token === "object" && token !== null && token.kind === "operator") {
        this.note(this.position, "an operator inside an operand");
      } else take(token);
    }
  }
}

function signed(value: number, scale: number, negative: boolean): number {
  const absolute = scale > 1 ? value / scale : value;
  return negative ? -absolute : absolute;
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  for (let at = start; at < end; at += 1) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}
