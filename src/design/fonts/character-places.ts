/**
 * Where authors typed a character. Input: the text of a content file and the character. Output: the
 * lines that hold it, as itself, as a character reference of Markdown or as an escape of YAML.
 */
import MarkdownIt from "markdown-it";

const { unescapeAll } = new MarkdownIt().utils;
/** `\u2603`, `\U0001F600`, `\xA0` between double quotes. */
const YAML_ESCAPE = /\\(?:u([0-9a-f]{4})|U([0-9a-f]{8})|x([0-9a-f]{2}))/giu;

/** Counted from 1, ascending. */
export function linesWith(text: string, character: string): readonly number[] {
  return text.split(/\r\n|\r|\n/u).flatMap((line, index) => {
    const escaped = line.replace(YAML_ESCAPE, (whole, short, long, byte) => {
      const code = Number.parseInt(String(short ?? long ?? byte), 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
    return [line, unescapeAll(line), escaped].some((form) => form.includes(character))
      ? [index + 1]
      : [];
  });
}
