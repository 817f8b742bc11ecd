/**
 * Content streams as operations, fast: the operands are left as they are written. Input: a content
 * stream's bytes as a Latin-1 string; output: one span of the string for each operator. It takes
 * operators apart no further, see `shown-strings.ts`. ISO 32000-1 §7.8.2.
 */

export interface Operation {
  readonly operator: string;
  /** Where its first operand begins in the stream. */
  readonly start: number;
  /** Where its operator begins, so `[start, operatorStart)` holds the operands. */
  readonly operatorStart: number;
  readonly end: number;
}

/** @throws Error where the stream is not made of operators and operands. */
export function* operations(stream: string): Generator<Operation> {
  let at = 0;
  let start = -1;
  const { length } = stream;
  while (at < length) {
    const code = stream.charCodeAt(at);
    if (isSpace(code)) {
      at++;
      continue;
    }
    if (start < 0) start = at;
    if (code === 0x28) at = endOfString(stream, at);
    else if (code === 0x3c)
      at = stream.charCodeAt(at + 1) === 0x3c ? at + 2 : stream.indexOf(">", at) + 1;
    else if (code === 0x3e) at += 2;
    else if (code === 0x5b || code === 0x5d) at++;
    else if (code === 0x25) at = endOfLine(stream, at);
    else {
      const wordStart = at;
      at++;
      while (at < length && isRegular(stream.charCodeAt(at))) at++;
      const isOperand =
        code === 0x2f || (code >= 0x2b && code <= 0x39) || isConstant(stream, wordStart, at);
      if (isOperand) continue;
      let operator = stream.slice(wordStart, at);
      if (operator === "BI") {
        at = endOfInlineImage(stream, at);
        operator = "BI";
      }
      yield { operator, start, operatorStart: wordStart, end: at };
      start = -1;
    }
  }
}

/** The numbers among an operation's operands. */
export function numbersIn(stream: string, { start, operatorStart }: Operation): number[] {
  const numbers: number[] = [];
  // Asked for every glyph's place: a loop is several times faster than to split.
  for (let at = start; at < operatorStart;) {
    if (isSpace(stream.charCodeAt(at))) {
      at++;
      continue;
    }
    let end = at + 1;
    while (end < operatorStart && !isSpace(stream.charCodeAt(end))) end++;
    numbers.push(Number(stream.slice(at, end)));
    at = end;
  }
  return numbers;
}

/** The name that is an operation's first operand, without its slash. */
export function nameIn(stream: string, operation: Operation): string {
  const operands = stream.slice(operation.start, operation.operatorStart);
  return /\/([^\s/<>[\]()]*)/.exec(operands)?.[1] ?? "";
}

/** By byte: white space and delimiters, ISO 32000-1 §7.2.2; every character of a stream is asked for. */
const spaces = byteSet("\0\t\n\f\r ");
const notRegular = byteSet("\0\t\n\f\r ()<>[]/%");

function byteSet(characters: string): Uint8Array {
  const bytes = new Uint8Array(256);
  for (const character of characters) bytes[character.charCodeAt(0)] = 1;
  return bytes;
}

function isSpace(code: number): boolean {
  return spaces[code] === 1;
}

function isRegular(code: number): boolean {
  return notRegular[code] === 0;
}

function isConstant(stream: string, start: number, end: number): boolean {
  const length = end - start;
  if (length !== 4 && length !== 5) return false;
  const word = stream.slice(start, end);
  return word === "true" || word === "false" || word === "null";
}

function endOfString(stream: string, start: number): number {
  let depth = 0;
  for (let at = start; at < stream.length; at++) {
    const code = stream.charCodeAt(at);
    if (code === 0x5c) at++;
    else if (code === 0x28) depth++;
    else if (code === 0x29 && --depth === 0) return at + 1;
  }
  throw new Error("a string in a content stream does not end");
}

function endOfLine(stream: string, start: number): number {
  const found = /[\r\n]/g;
  found.lastIndex = start;
  return found.exec(stream)?.index ?? stream.length;
}

function endOfInlineImage(stream: string, start: number): number {
  const found = /\sEI(?=\s|$)/g;
  found.lastIndex = start;
  const match = found.exec(stream);
  if (match === null) throw new Error("an inline image in a content stream does not end");
  return match.index + match[0].length;
}
