/**
 * ToUnicode maps (ISO 32000-1 §9.10.3), read and written for tests, apart from what src/ does with
 * them. Input: the text of a map; output: each code's value as UTF-16 text.
 */

/** Codes in hexadecimal, lower case, in the length that they are written in. */
export type ToUnicode = ReadonlyMap<string, string>;

const STRING = /<([0-9A-Fa-f\s]*)>|\[|\]/g;

/** @throws Error where the map has something that is neither a char nor a range. */
export function parseToUnicode(cmap: string): ToUnicode {
  const found = new Map<string, string>();
  for (const [, kind, body = ""] of cmap.matchAll(
    /\bbegin(bfchar|bfrange)\b([\s\S]*?)\bend\1\b/g,
  )) {
    const tokens = [...body.matchAll(STRING)].map(([token, digits]) =>
      digits === undefined ? token : digits.replace(/\s/g, "").toLowerCase(),
    );
    if (kind === "bfchar") {
      for (let at = 0; at < tokens.length; at += 2) {
        found.set(required(tokens[at]), utf16(required(tokens[at + 1])));
      }
    } else {
      readRanges(tokens, found);
    }
  }
  return found;
}

function readRanges(tokens: readonly string[], found: Map<string, string>): void {
  for (let at = 0; at < tokens.length;) {
    const first = required(tokens[at]);
    const last = required(tokens[at + 1]);
    const code = (step: number): string =>
      (parseInt(first, 16) + step).toString(16).padStart(first.length, "0");
    const count = parseInt(last, 16) - parseInt(first, 16) + 1;
    at += 2;
    if (tokens[at] === "[") {
      for (let step = 0; step < count; step++) {
        found.set(code(step), utf16(required(tokens[at + 1 + step])));
      }
      at += count + 2;
      continue;
    }
    const value = required(tokens[at]);
    for (let step = 0; step < count; step++) {
      const unit = (parseInt(value.slice(-4), 16) + step).toString(16).padStart(4, "0");
      found.set(code(step), utf16(value.slice(0, -4) + unit));
    }
    at += 1;
  }
}

/** A whole map, one entry a code. */
export function formatToUnicode(map: ToUnicode): string {
  const entries = [...map].map(([code, text]) => `<${code}> <${hexOf(text)}>`);
  const [longest = ""] = [...map.keys()].sort((a, b) => b.length - a.length);
  const blocks: string[] = [];
  for (let at = 0; at < entries.length; at += 100) {
    const block = entries.slice(at, at + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join("\n")}\nendbfchar`);
  }
  const space = `<${"0".repeat(longest.length)}> <${"f".repeat(longest.length)}>`;
  return [
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def",
    `1 begincodespacerange ${space} endcodespacerange`,
    ...blocks,
    "endcmap CMapName currentdict /CMap defineresource pop end end",
  ].join("\n");
}

function utf16(digits: string): string {
  return new TextDecoder("utf-16be").decode(Buffer.from(digits, "hex"));
}

function hexOf(text: string): string {
  return Buffer.from(text, "utf16le").swap16().toString("hex");
}

function required(token: string | undefined): string {
  if (token === undefined) throw new Error("a ToUnicode map is cut");
  return token;
}
