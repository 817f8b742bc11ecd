/** What themes say of their own, in each language that editions speak. */
import { describe, expect, it, test } from "vitest";
import { LANGUAGES } from "../../../src/languages/languages.ts";
import { ROLE_NAMES } from "../../../src/publication/fields/contributor-roles.ts";
import { wordsFor } from "../../../src/theme/words.ts";
import { reportWords } from "../../../src/themes/report/words/words.ts";
import { voicesEditions } from "../../../src/themes/voices/editions.ts";
import { voicesWords } from "../../../src/themes/voices/words/words.ts";

const TAGS = LANGUAGES.map(({ tag }) => tag);

describe.each(TAGS)("in %s", (lang) => {
  it("themes speak the language that editions do", () => {
    expect(reportWords(lang).lang.slice(0, 2)).toBe(lang.slice(0, 2));
    expect(voicesWords(lang).lang.slice(0, 2)).toBe(lang.slice(0, 2));
  });

  it("no two headings of a page are the same", () => {
    const { contents, colophonTitle, downloads, notes } = wordsFor(lang);
    const headings = [contents, colophonTitle, downloads, notes, reportWords(lang).imprint];
    expect(new Set(headings).size).toBe(headings.length);
  });

  it("each role has words of its own, with the names behind them", () => {
    const said = ROLE_NAMES.map((role) => reportWords(lang).role(role, "Ana"));
    for (const text of said) expect(text).toMatch(/\S.*\S ?Ana$/u);
    if (!lang.startsWith("pt")) expect(new Set(said).size).toBe(said.length);
  });

  it("files of editions have names that are addresses", () => {
    for (const edition of voicesEditions(lang)) {
      const { booklet } = "booklet" in edition ? edition : { booklet: undefined };
      for (const suffix of ["suffix" in edition ? edition.suffix : undefined, booklet?.suffix]) {
        expect(suffix ?? "none").toMatch(/^[a-z]+(?:-[a-z]+)*$/u);
      }
    }
  });
});

const STEPS = [
  { label: "A", text: "400" },
  { label: "B", text: "+100" },
  { label: "C", text: "500" },
];

test.each([
  ["en", "Published by X", "Chart. T, in Gbps: 400 (A), +100 (B), 500 (C) in all."],
  ["de", "Veröffentlicht von X", "Diagramm. T, in Gbps: 400 (A), +100 (B), insgesamt 500 (C)."],
  ["pl", "Wydawca: X", "Wykres. T (Gbps): 400 (A), +100 (B), razem 500 (C)."],
  ["ar", "الناشر: X", "رسم بياني. T، بوحدة Gbps: 400 (A)، +100 (B)، والمجموع 500 (C)."],
  ["ja", "発行：X", "グラフ。T、単位はGbps。400（A）、+100（B）、合計500（C）。"],
])("in %s a publisher and a chart are said as the language does", (lang, publisher, chart) => {
  expect(reportWords(lang).publishedBy("X")).toBe(publisher);
  expect(voicesWords(lang).chart("T", "Gbps", STEPS)).toBe(chart);
});

it("regions have what they spell otherwise", () => {
  expect(voicesWords("de-CH").largePrint.title).toBe("Grossdruck");
  expect(voicesWords("de-AT").largePrint.title).toBe("Großdruck");
  expect(reportWords("en-US").licence("L")).toEqual(["License: ", "L"]);
  expect(reportWords("pt-BR").imprint).toBe("Créditos");
  expect(reportWords("pt-AO").imprint).toBe("Ficha técnica");
});
