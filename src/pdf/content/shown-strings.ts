/**
 * The strings that text-showing operators show, as character codes, and property lists' ActualText.
 * Input: an operation as written, with or without its operator. ISO 32000-1 §7.3.4, §9.4.3.
 */

/** The codes of all strings in the operands of Tj, TJ, ' or ". */
export function shownCodes(operands: string, codeLength: 1 | 2): number[] {
  const codes: number[] = [];
  for (const item of shownItems(operands, codeLength)) {
    if (typeof item !== "number") codes.push(...item);
  }
  return codes;
}

/** The strings among the operands as codes, and the numbers that stand between them in TJ. */
export function shownItems(
  operands: string,
  codeLength: 1 | 2,
): readonly (readonly number[] | number)[] {
  // Nearly all strings that the browser writes are of one glyph, as `<0041>`.
  if (codeLength === 2 && operands.charCodeAt(0) === 0x3c && operands.charCodeAt(5) === 0x3e) {
    return [[parseInt(operands.slice(1, 5), 16)]];
  }
  return itemsIn(operands).map((item) =>
    typeof item === "number" ? item : codesIn(item, codeLength),
  );
}

function codesIn(bytes: string, codeLength: 1 | 2): number[] {
  const codes: number[] = [];
  for (let at = 0; at + codeLength <= bytes.length; at += codeLength) {
    codes.push(
      codeLength === 1
        ? bytes.charCodeAt(at)
        : bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1),
    );
  }
  return codes;
}

/** The value of `/ActualText` in a property list, or undefined. */
export function actualTextIn(operands: string): string | undefined {
  const at = operands.indexOf("/ActualText");
  if (at < 0) return undefined;
  const bytes = itemsIn(operands.slice(at)).find((item) => typeof item === "string");
  if (bytes === undefined) return undefined;
  if (!bytes.startsWith("\u00FE\u00FF")) return bytes;
  let text = "";
  for (let i = 2; i + 1 < bytes.length; i += 2) {
    text += String.fromCharCode(bytes.charCodeAt(i) * 256 + bytes.charCodeAt(i + 1));
  }
  return text;
}

/** A text string as a hexadecimal PDF string: UTF-16, big-endian, with its byte order mark. */
export function hexText(text: string): string {
  let hex = "FEFF";
  for (let at = 0; at < text.length; at++) {
    hex += text.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0");
  }
  return `<${hex}>`;
}

/** Strings as their bytes, and numbers, in their order; names and the rest are passed over. */
function itemsIn(operands: string): (string | number)[] {
  const items: (string | number)[] = [];
  const number = /[+-]?(?:\d+\.?\d*|\.\d+)/y;
  for (let at = 0; at < operands.length; at++) {
    const character = operands[at] ?? "";
    if (character === "<") {
      const end = operands.indexOf(">", at);
      items.push(hexBytes(operands.slice(at + 1, end)));
      at = end;
    } else if (character === "(") {
      const [bytes, end] = literalBytes(operands, at);
      items.push(bytes);
      at = end;
    } else if (character === "/") {
      while (/[^\s<>()[\]/]/.test(operands[at + 1] ?? " ")) at++;
    } else {
      number.lastIndex = at;
      const found = number.exec(operands)?.[0];
      if (found === undefined) continue;
      items.push(Number(found));
      at += found.length - 1;
    }
  }
  return items;
}

function hexBytes(hex: string): string {
  const digits = hex.replace(/\s/g, "");
  let bytes = "";
  for (let at = 0; at < digits.length; at += 2) {
    bytes += String.fromCharCode(parseInt(digits.slice(at, at + 2).padEnd(2, "0"), 16));
  }
  return bytes;
}

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

function literalBytes(source: string, start: number): [string, number] {
  let bytes = "";
  let depth = 0;
  let at = start;
  for (; at < source.length; at++) {
    const character = source[at] ?? "";
    if (character === "\\") {
      const octal = /^[0-7]{1,3}/.exec(source.slice(at + 1, at + 4));
      if (octal) {
        bytes += String.fromCharCode(parseInt(octal[0], 8) % 256);
        at += octal[0].length;
      } else {
        const next = source[++at] ?? "";
        if (next !== "\n" && next !== "\r") bytes += escapes[next] ?? next;
      }
    } else if (character === "(") {
      if (depth++ > 0) bytes += character;
    } else if (character === ")") {
      if (--depth === 0) break;
      bytes += character;
    } else bytes += character;
  }
  return [bytes, at];
}
