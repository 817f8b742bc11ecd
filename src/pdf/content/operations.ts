/**
 * Reads a decoded PDF content stream (ISO 32000-1 §7.8.2) as operations: operator, operands, and
 * where their bytes are. Input: bytes; output: operations that cover the bytes without a gap, so
 * that a stage which rewrites a stream can copy what it does not touch.
 *
 * It never throws: what is malformed is noted in `problems` and its bytes stay inside some
 * operation or the tail. It does not interpret operators, fonts or resources: see `interpret.ts`.
 */
import { isWhite } from "./characters.ts";
import { MOST_OPERANDS } from "../limits.ts";
import { inlineImageEnd } from "./inline-image.ts";
import {
  ContentLexer,
  type ContentArray,
  type ContentDictionary,
  type ContentOperand,
  type ContentOperator,
  type ContentProblem,
} from "./lexer.ts";

export type {
  ContentArray,
  ContentDictionary,
  ContentName,
  ContentOperand,
  ContentProblem,
  ContentString,
} from "./lexer.ts";

/** The bytes of an inline image, between the white space after `ID` and that before `EI`. */
export interface InlineImageData {
  readonly start: number;
  readonly end: number;
}

export interface ContentOperation {
  /** The operator as written; an inline image (`BI … ID … EI`) is one operation, `BI`. */
  readonly operator: string;
  /** Its operands; those of `BI` are one dictionary. */
  readonly operands: readonly ContentOperand[];
  /** Byte offset where it starts, white space and comments before it included. */
  readonly start: number;
  /** Byte offset of its first operand, or of the operator where it has none. */
  readonly contentStart: number;
  /** Byte offset just after the operator; the next operation starts here. */
  readonly end: number;
  readonly inlineImage?: InlineImageData;
}

/** Reads operations one after the other. Linear in the length of the stream. */
export class OperationReader implements Iterable<ContentOperation> {
  readonly #bytes: Uint8Array;
  readonly #lexer: ContentLexer;
  #start = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#lexer = new ContentLexer(bytes);
  }

  /** What was malformed so far. */
  get problems(): readonly ContentProblem[] {
    return this.#lexer.problems;
  }

  /**
   * Byte offset after the last operation that was read: at the end of the stream, that of white
   * space, comments and operands without operator.
   */
  get tailStart(): number {
    return this.#start;
  }

  /** Undefined at the end of the stream. */
  next(): ContentOperation | undefined {
    const lexer = this.#lexer;
    const { length } = this.#bytes;
    const operands: ContentOperand[] = [];
    let contentStart = -1;
    for (;;) {
      lexer.skipWhite();
      if (lexer.position >= length) return undefined;
      const tokenStart = lexer.position;
      const token = lexer.next();
      if (token === undefined) continue;
      if (contentStart < 0) contentStart = tokenStart;
      if (!isOperator(token)) {
        if (operands.length < MOST_OPERANDS) operands.push(token);
        continue;
      }
      const start = this.#start;
      if (token.operator !== "BI") {
        this.#start = lexer.position;
        return { operator: token.operator, operands, start, contentStart, end: lexer.position };
      }
      const image = readInlineImage(lexer, this.#bytes);
      this.#start = lexer.position;
      return {
        operator: "BI",
        operands: [image.dictionary],
        start,
        contentStart,
        end: lexer.position,
        inlineImage: image.data,
      };
    }
  }

  *[Symbol.iterator](): Generator<ContentOperation, void> {
    for (let each = this.next(); each !== undefined; each = this.next()) yield each;
  }
}

function isOperator(token: ContentOperand | ContentOperator): token is ContentOperator {
  return typeof token === "object" && token !== null && token.kind === "operator";
}

/** Reads from after `BI` to after `EI`. */
function readInlineImage(
  lexer: ContentLexer,
  bytes: Uint8Array,
): { readonly dictionary: ContentDictionary; readonly data: InlineImageData } {
  const entries = new Map<string, ContentOperand>();
  let key: string | undefined;
  for (;;) {
    lexer.skipWhite();
    if (lexer.position >= bytes.length) break;
    const token = lexer.next();
    if (token === undefined) continue;
    if (isOperator(token)) break;
    if (key !== undefined) {
      if (entries.size < MOST_OPERANDS) entries.set(key, token);
      key = undefined;
    } else key = nameValue(token);
  }
  const dictionary: ContentDictionary = { kind: "dictionary", entries };
  // One white-space byte ends the ID operator; CR LF counts as one, as writers of text files do.
  let start = lexer.position;
  if (bytes[start] === 0x0d && bytes[start + 1] === 0x0a) start += 2;
  else if (start < bytes.length && isWhite(bytes[start] ?? 0)) start += 1;
  const found = inlineImageEnd(bytes, start, dictionary);
  if (found === undefined) {
    lexer.note(start, "an inline image has no end (EI)");
    lexer.position = bytes.length;
    return { dictionary, data: { start, end: bytes.length } };
  }
  lexer.position = found.after;
  return { dictionary, data: { start, end: found.dataEnd } };
}

/** An operation as it is written, its white space before left out; one character a byte. */
export function writtenOperation(content: Buffer, operation: ContentOperation): string {
  return content.toString("latin1", operation.contentStart, operation.end);
}

/** The numbers among the operands. */
export function numbersOf({ operands }: ContentOperation): readonly number[] {
  // Asked for nearly every operation: most have numbers alone.
  return operands.every(isNumber) ? operands : operands.filter(isNumber);
}

function isNumber(operand: ContentOperand): operand is number {
  return typeof operand === "number";
}

/** The items of an operand that is an array; none for another kind. */
export function arrayItems(operand: ContentOperand | undefined): ContentArray["items"] {
  return typeof operand === "object" && operand !== null && operand.kind === "array"
    ? operand.items
    : [];
}

/** The name without its slash of an operand that is a name. */
export function nameValue(operand: ContentOperand | undefined): string | undefined {
  return typeof operand === "object" && operand !== null && operand.kind === "name"
    ? operand.name
    : undefined;
}

/** The bytes of an operand that is a string. */
export function stringValue(operand: ContentOperand | undefined): Uint8Array | undefined {
  return typeof operand === "object" && operand !== null && operand.kind === "string"
    ? operand.bytes
    : undefined;
}

/** The entries of an operand that is a dictionary. */
export function dictionaryEntries(
  operand: ContentOperand | undefined,
): ContentDictionary["entries"] | undefined {
  return typeof operand === "object" && operand !== null && operand.kind === "dictionary"
    ? operand.entries
    : undefined;
}
