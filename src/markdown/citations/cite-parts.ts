/**
 * What stands between the brackets of a citation, or after a sign `@`. Input: Markdown; output: keys of
 * sources with the Markdown before and behind each, or what is wrong. Pure.
 */
import type { Wording } from "../fault-token.ts";

export interface ScannedKey {
  readonly key: string;
  readonly withoutAuthor: boolean;
  readonly start: number;
  readonly end: number;
}

/** A key, with Markdown around it. */
export interface CitePart {
  readonly before: string;
  readonly key: string;
  readonly withoutAuthor: boolean;
  readonly after: string;
}

/**
 * Letters and digits, with single signs between them; anything in braces. What comes after a letter, a
 * digit or a slash is of a mail address or a name on some site.
 */
const KEY =
  /(?<![\p{L}\p{N}_/\\])(?<minus>-?)(?<!\\)@(?:\{(?<braced>[^{}\s]+)\}|(?<bare>[\p{L}\p{N}_]+(?:[:.#$%&\-+?<>~/][\p{L}\p{N}_]+)*))/gu;

/** Keys of what stands in the publication: figures, tables, headings, formulas, code. */
const CROSS_REFERENCE = /^(?:fig|tbl|sec|eq|lst)-/u;

/** The first key of a source from a place on; of the place itself with `isThere`. */
export function scanKey(
  source: string,
  position: number,
  isThere: "there" | "anywhere",
): ScannedKey | undefined {
  const pattern = new RegExp(KEY, isThere === "there" ? "uy" : "ug");
  pattern.lastIndex = position;
  const found = pattern.exec(source);
  const { minus, braced, bare } = found?.groups ?? {};
  const key = braced ?? bare;
  if (found === null || key === undefined) return undefined;
  const { index: start } = found;
  return { key, withoutAuthor: minus === "-", start, end: start + found[0].length };
}

export function isCrossReference(key: string): boolean {
  return CROSS_REFERENCE.test(key);
}

/** Whether any of the keys is one of something in the publication. */
export function hasCrossReference(text: string): boolean {
  return [...text.matchAll(KEY)].some(({ groups }) => isCrossReference(groups?.bare ?? ""));
}

/** @param text what stands between the brackets. */
export function citeParts(text: string): readonly CitePart[] | Wording {
  const parts: CitePart[] = [];
  for (const each of splitAtSemicolons(text)) {
    const part = citePart(each);
    if (isWrong(part)) return part;
    parts.push(part);
  }
  return parts;
}

export function isWrong(part: CitePart | readonly CitePart[] | Wording): part is Wording {
  return "message" in part;
}

/** A semicolon after a backslash is a sign of the text. */
export function splitAtSemicolons(text: string): readonly string[] {
  return text.split(/(?<!\\);/u);
}

function citePart(text: string): CitePart | Wording {
  const found = scanKey(text, 0, "anywhere");
  if (found === undefined) {
    return {
      message: `${JSON.stringify(text.trim())} in this citation names no source`,
      expected: "a key in each part between semicolons, such as `[see @key, p. 3; @other]`",
      hint: "write the key of the source, or \\; for a semicolon that is to be printed",
    };
  }
  const { key, withoutAuthor, start, end } = found;
  const second = scanKey(text, end, "anywhere");
  if (second !== undefined) {
    return {
      message: `two sources stand in one part of this citation: @${key} and @${second.key}`,
      expected: "a semicolon between sources, such as `[@key; @other]`",
      hint: "write a semicolon before the second",
    };
  }
  return { key, withoutAuthor, before: text.slice(0, start), after: text.slice(end) };
}
