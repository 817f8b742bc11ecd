/**
 * Every character that the web edition's font for formulas must have. Input: the edition's pages. Output:
 * the characters of their formulas in the order of their codes, none where they have no formula.
 */
import { formulaTexts } from "../../design/fonts/painted-text.ts";

/** What a browser draws though no text has it: the signs of roots. */
const DRAWN = "√";

/** Where letters begin that have an italic of mathematics, and where these do (MathML Core, italic mappings). */
const ITALICS: readonly (readonly [first: string, last: string, italic: number])[] = [
  ["A", "Z", 0x1d434],
  ["a", "z", 0x1d44e],
  ["Α", "Ω", 0x1d6e2],
  ["α", "ω", 0x1d6fc],
];
const SINGLE_ITALICS: Readonly<Record<string, string>> = {
  ...{ h: "ℎ", ı: "𝚤", ȷ: "𝚥", ϴ: "𝛳", "∇": "𝛻", "∂": "𝜕" },
  ...{ ϵ: "𝜖", ϑ: "𝜗", ϰ: "𝜘", ϕ: "𝜙", ϱ: "𝜚", ϖ: "𝜛" },
};

export function formulaCharacters(pages: readonly string[]): string {
  const texts = pages.flatMap(formulaTexts).join("");
  if (texts === "") return "";
  const characters = new Set(texts + DRAWN);
  for (const character of [...characters]) characters.add(italicOf(character));
  return [...characters]
    .filter((character) => !/\p{Cc}/u.test(character))
    .sort((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0))
    .join("");
}

/** What a browser sets in the place of a letter that is a name by itself, or the letter. */
function italicOf(letter: string): string {
  const single = SINGLE_ITALICS[letter];
  if (single !== undefined) return single;
  const range = ITALICS.find(([first, last]) => letter >= first && letter <= last);
  if (range === undefined) return letter;
  const [first, , italic] = range;
  return String.fromCodePoint(italic + (letter.codePointAt(0) ?? 0) - (first.codePointAt(0) ?? 0));
}
