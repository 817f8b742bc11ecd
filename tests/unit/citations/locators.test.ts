/** Places in a source, by the words of languages. */
import { expect, test } from "vitest";
import { localeOf, readLocale } from "../../../src/citations/locales.ts";
import { locate, placeWords } from "../../../src/citations/locators.ts";

const words = placeWords(["de-DE", "en-US"]);

test.each([
  [", pp. 33–35", { label: "page", locator: "33–35", suffix: "" }],
  [" p. 3, 5-7 and passim", { label: "page", locator: "3, 5-7", suffix: " and passim" }],
  [", 12", { label: "page", locator: "12", suffix: "" }],
  [", S. 12", { label: "page", locator: "12", suffix: "" }],
  [", chap. 1, where", { label: "chapter", locator: "1", suffix: ", where" }],
  [", Kapitel IV", { label: "chapter", locator: "IV", suffix: "" }],
  [", § 12", { label: "section", locator: "12", suffix: "" }],
  [", vol. 2", { label: "volume", locator: "2", suffix: "" }],
  [", figure 3a", { label: "figure", locator: "3a", suffix: "" }],
])("%j", (written, expected) => {
  expect(locate(written, words)).toEqual(expected);
});

test.each([", and passim", " in part", ", mild words", ""])("%j is no place", (written) => {
  expect(locate(written, words)).toEqual({ suffix: written });
});

test.each([
  ["de", "de-DE"],
  ["de-AT", "de-AT"],
  ["de-LI", "de-DE"],
  ["pt-BR", "pt-BR"],
  ["ar-EG", "ar"],
  ["en", "en-US"],
  ["gsw", "en-US"],
])("the locale of %s", (lang, locale) => {
  expect(localeOf(lang)).toBe(locale);
});

test("a name that is none of a locale reads no file", () => {
  expect(readLocale("../../../../package")).toBe(false);
  expect(readLocale("xx-XX")).toBe(false);
  expect(readLocale("en-US")).toContain("<locale");
});
