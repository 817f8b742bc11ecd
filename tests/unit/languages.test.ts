/** The languages that have words and rules of their own. */
import { describe, expect, test } from "vitest";
import { findLanguage, LANGUAGES } from "../../src/languages/languages.ts";

describe("a tag", () => {
  test.each([
    ["de", "de"],
    ["de-AT", "de"],
    ["de-CH", "de-CH"],
    ["de-Latn-CH", "de-CH"],
    ["pt-BR", "pt-BR"],
    ["pt-AO", "pt"],
    ["EN-us", "en-US"],
    ["sv", undefined],
    ["eu", undefined],
  ])("%s finds %s", (lang, tag) => {
    expect(findLanguage(lang)?.tag).toBe(tag);
  });
});

test("each language names what it was compared with", () => {
  for (const { sources } of LANGUAGES) expect(sources.length).toBeGreaterThan(0);
});

describe("words", () => {
  test.each([
    ["en", "Figure\u00A03", "3 pages", "Notes"],
    ["fr", "Figure\u00A03", "3 pages", "Notes"],
    ["de", "Abbildung\u00A03", "3 Seiten", "Anmerkungen"],
    ["es", "Figura\u00A03", "3 páginas", "Notas"],
    ["it", "Figura\u00A03", "3 pagine", "Note"],
    ["nl", "Figuur\u00A03", "3 pagina’s", "Noten"],
    ["pt", "Figura\u00A03", "3 páginas", "Notas"],
    ["pl", "Rysunek\u00A03", "3 strony", "Przypisy"],
    ["ar", "الشكل\u00A03", "3 صفحات", "الحواشي"],
    ["ja", "図3", "3ページ", "注"],
  ])("in %s", (lang, figure, pages, notes) => {
    const words = findLanguage(lang)?.words;
    expect(words?.figure(3)).toBe(figure);
    expect(words?.pages(3).replaceAll("\u00A0", " ")).toBe(pages);
    expect(words?.notes).toBe(notes);
  });

  test("count as the language does", () => {
    const pages = findLanguage("pl")?.words.pages;
    expect([1, 2, 5, 22].map((count) => pages?.(count).split("\u00A0")[1])).toEqual([
      "strona",
      "strony",
      "stron",
      "strony",
    ]);
  });
});
