/**
 * ToUnicode maps: what character codes read as. Input: a CMap as text, or a map; output: the other.
 * ISO 32000-1 §9.10.3; the form is that of Adobe Technical Note 5411.
 */

/** The `bfchar` and `bfrange` parts of a CMap: text by character code. */
export function readToUnicode(cmap: string): Map<number, string> {
  const texts = new Map<number, string>();
  for (const [, body = ""] of cmap.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, code = "", text = ""] of body.matchAll(/<([^>]*)>\s*<([^>]*)>/g)) {
      add(texts, codeOf(code), utf16Text(text));
    }
  }
  for (const [, body = ""] of cmap.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    const ranges = /<([^>]*)>\s*<([^>]*)>\s*(?:<([^>]*)>|\[([^\]]*)\])/g;
    for (const [, from = "", to = "", first, list] of body.matchAll(ranges)) {
      const start = codeOf(from);
      const end = codeOf(to);
      const listed = [...(list ?? "").matchAll(/<([^>]*)>/g)].map(([, text = ""]) =>
        utf16Text(text),
      );
      // A range that a file makes up may name more codes than there is memory for.
      for (let code = start; code <= Math.min(end, lastCode); code++) {
        const text =
          first === undefined ? listed[code - start] : offsetText(utf16Text(first), code - start);
        if (text !== undefined) add(texts, code, text);
      }
    }
  }
  return texts;
}

/** Codes of more than two bytes are in no font that is read by them. */
const lastCode = 0xffff;

function add(texts: Map<number, string>, code: number, text: string): void {
  if (code <= lastCode) texts.set(code, text);
}

function codeOf(digits: string): number {
  return parseInt(digits.replace(/\s/g, ""), 16);
}

/** A block of a CMap holds no more entries than this. */
const mostEntries = 100;

/**
 * A CMap for codes of one length, in the order of the codes: an entry for each, since Ghostscript 10
 * misreads what a range gives to its second code.
 */
export function writeToUnicode(texts: ReadonlyMap<number, string>, codeLength: 1 | 2): string {
  const digits = codeLength * 2;
  const entries = [...texts]
    .sort(([a], [b]) => a - b)
    .map(([code, text]) => `<${hex(code, digits)}> <${utf16Hex(text)}>`);
  return [
    "/CIDInit /ProcSet findresource begin",
    "12 dict begin",
    "begincmap",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    "/CMapName /Adobe-Identity-UCS def",
    "/CMapType 2 def",
    "1 begincodespacerange",
    `<${hex(0, digits)}> <${"F".repeat(digits)}>`,
    "endcodespacerange",
    ...blocks(entries),
    "endcmap",
    "CMapName currentdict /CMap defineresource pop",
    "end",
    "end",
  ].join("\n");
}

function blocks(entries: readonly string[]): string[] {
  const lines: string[] = [];
  for (let at = 0; at < entries.length; at += mostEntries) {
    const block = entries.slice(at, at + mostEntries);
    lines.push(`${block.length} beginbfchar`, ...block, "endbfchar");
  }
  return lines;
}

function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, "0");
}

function utf16Hex(text: string): string {
  let digits = "";
  for (let at = 0; at < text.length; at++) digits += hex(text.charCodeAt(at), 4);
  return digits;
}

function offsetText(text: string, offset: number): string | undefined {
  if (offset === 0) return text;
  const points = Array.from(text);
  const last = (points.pop()?.codePointAt(0) ?? 0) + offset;
  return last > 0x10ffff ? undefined : points.join("") + String.fromCodePoint(last);
}

function utf16Text(hexDigits: string): string {
  const digits = hexDigits.replace(/\s/g, "");
  let text = "";
  for (let at = 0; at + 3 < digits.length; at += 4) {
    text += String.fromCharCode(parseInt(digits.slice(at, at + 4), 16));
  }
  return text;
}
