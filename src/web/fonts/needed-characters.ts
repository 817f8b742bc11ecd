/**
 * Every character that the web edition's fonts must have. Input: the edition's pages and its
 * stylesheet. Output: the characters in the order of their codes. Which font has which of them is
 * not looked at.
 *
 * One set for all faces: which words a face sets follows from computed styles, and those differ
 * with the window, the media and the reader's own settings. A face that a page does not use is never
 * downloaded.
 */
import { parse } from "parse5";
import { alternativeTexts, elementsIn, paintedTexts } from "../../design/fonts/painted-text.ts";
import type { GeneratedString } from "../../design/fonts/stylesheet-fonts.ts";

/** Counters, and a full stop, a hyphen and spaces that go with them. */
const ALWAYS = "0123456789.-‐ \u00A0";
const DISCLOSURE = "▸▾";
/** What a browser writes where the style sheet or the element only names it. */
const BY_NAME: readonly (readonly [pattern: RegExp, characters: string])[] = [
  [
    /\b(?:lower|upper)-(?:alpha|latin|roman)\b/u,
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
  ],
  [/\b(?:disc|circle|square)\b/u, "•◦▪"],
  [/\bellipsis\b/u, "…"],
  [/\b(?:open|close)-quote\b/u, "«»‹›“”‘’„‚"],
  [/\bdisclosure-(?:open|closed)\b/u, DISCLOSURE],
];
const CHANGES_CASE = /\btext-transform\b|\bsmall-caps\b/u;

export function neededCharacters(
  pages: readonly string[],
  css: string,
  strings: readonly GeneratedString[],
): string {
  const texts = [
    ...pages.flatMap((html) => [...paintedTexts(html), ...alternativeTexts(html)]),
    ...strings.map(({ text }) => text),
  ].join("");
  const named = BY_NAME.filter(
    ([pattern]) => pattern.test(css) || pages.some((html) => pattern.test(html)),
  ).map(([, characters]) => characters);
  const hasDetails = pages.some((html) =>
    elementsIn(parse(html)).some(({ tagName }) => tagName === "details"),
  );
  const all = [texts, ...named, hasDetails ? DISCLOSURE : "", ALWAYS].join("");
  const cased = CHANGES_CASE.test(css) ? all.toUpperCase() + all.toLowerCase() : "";
  // A browser composes and decomposes accents as the font has them.
  const forms = [all, cased].flatMap((text) => [
    text,
    text.normalize("NFC"),
    text.normalize("NFD"),
  ]);
  return [...new Set(forms.join(""))]
    .filter((character) => !/\p{Cc}/u.test(character))
    .sort((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0))
    .join("");
}
