/**
 * Reads a decoded PDF content stream (ISO 32000-1 §7.8.2) as operations: operator, operands, and
 * where their bytes are. Input: bytes; output: operations that cover the bytes without a gap, so
 * that a stage which rewrites a stream can copy what it does not touch.
 *
 * It never throws: what is malformed is noted in `problems` and its bytes stay inside some
 * operation or the tail. It does not interpret operators, fonts or resources.
 */
import {
  ContentLexer,
  isWhite,
  type ContentArray,
  type ContentDictionary,
  type ContentOperand,
  type ContentOperator,
  type ContentProblem,
} from "./lexer.ts";
import { inlineImageEnd } from "./inline-image.ts";

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

export interface ContentStream {
  readonly operations: readonly ContentOperation[];
  /** Byte offset after the last operation: white space, comments and operands without operator. */
  readonly tailStart: number;
  readonly problems: readonly ContentProblem[];
}

/** Parses one decoded content stream. Linear in its length. */
export function parseContentStream(bytes: Uint8Array): ContentStream {
  const lexer = new ContentLexer(bytes);
  const operations: ContentOperation[] = [];
  let operands: ContentOperand[] = [];
  let start = 0;
  let contentStart = -1;
  for (;;) {
    lexer.skipWhite();
    if (lexer.position >= bytes.length) break;
    const tokenStart = lexer.position;
    const token = lexer.next();
    if (token === undefined) continue;
    if (contentStart < 0) contentStart = tokenStart;
    if (!isOperator(token)) {
      operands.push(token);
      continue;
    }
    if (token.operator === "BI") {
      const image = readInlineImage(lexer, bytes);
      operations.push({
        operator: "BI",
        operands: [image.dictionary],
        start,
        contentStart,
        end: lexer.position,
        inlineImage: image.data,
      });
    } else {
      const end = lexer.position;
      operations.push({ operator: token.operator, operands, start, contentStart, end });
    }
    operands = [];
    start = lexer.position;
    contentStart = -1;
  }
  return { operations, tailStart: start, problems: lexer.problems };
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
      entries.set(key, token);
      key = undefined;
    } else if (typeof token === "object" && token !== null && token.kind === "name") {
      key = token.name;
    }
  }
  const dictionary: ContentDictionary = { kind: "dictionary", entries };
  // One white-space byte ends the ID operator; CR LF counts as one, as writers of text files do.
  let start = lexer.position;
  if (bytes[start] === 0x0d && bytes[start + 1] === 0x0a) start += 2;
  else if (start < bytes.length && isWhite(bytes[start] ?? 0)) start += 1;
  const found = inlineImageEnd(bytes, start, dictionary);
  if (found === undefined) {
    lexer.problems.push({ offset: start, message: "an inline image has no end (EI)" });
    lexer.position = bytes.length;
    return { dictionary, data: { start, end: bytes.length } };
  }
  lexer.position = found.after;
  return { dictionary, data: { start, end: found.dataEnd } };
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

/** The entries of an operand that is a dictionary. */
export function dictionaryEntries(
  operand: ContentOperand | undefined,
): ContentDictionary["entries"] | undefined {
  return typeof operand === "object" && operand !== null && operand.kind === "dictionary"
    ? operand.entries
    : undefined;
}
