import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { typeset } from "../../../src/web/typography/typeset.ts";
import { show } from "./show.ts";

/** French prose as an author types it: the interviews of a company's yearly report. */
const paragraphs = readFileSync(new URL("french-prose.txt", import.meta.url), "utf8").split(/\n+/u);

function set(text: string): string {
  return typeset([{ text, lang: "fr", literal: false }], "fr")[0]?.text ?? "";
}

const typed = paragraphs.join("\n");
const result = paragraphs.map(set).join("\n");

describe("French prose", () => {
  test("no word changes: only apostrophes, spaces and ellipses", () => {
    const plain = (text: string) =>
      text
        .replaceAll(/[\u00A0\u202F]/gu, " ")
        .replaceAll("’", "'")
        .replaceAll("…", "...");
    expect(plain(result)).toBe(plain(typed));
  });

  test("nothing straight and no wrong space is left", () => {
    expect(result).not.toMatch(/['"]|\.\.\.|« | »|«\u202F|\u202F»| [:;!?%]|\u00A0[;!?]|\u202F:/u);
  });

  test("twice is as once", () => {
    expect(paragraphs.map(set).map(set).join("\n")).toBe(result);
  });

  test("the places a reader would look at", () => {
    const shown = show(result);
    for (const place of [
      "et… quasiment à la veille du confinement^!",
      "des clients classés «~Covid A~»~: hôpitaux",
      "personnes âgées… On a dû s’adapter",
      "cette «~nouvelle normalité~», mais",
      "le projet «~Paciente Conectado~», Orange",
      "8~millions de résultats de tests Covid-19",
      "1,8~M\nd’interventions",
      "+~200~Gbps",
      "deux liens de 100~Gbps, pour",
      "de 400 à 600 gigabits par seconde (Gbps)",
      "près de 10^000 lignes",
      "jusqu’à 160 pays, nous",
      "En mars 2020, les",
      "Jose Ramón Sorribas Pozo, Directeur",
      "Gaetano D’Agnelli, Directeur du Planning Voix — Orange International",
    ]) {
      expect(shown).toContain(place);
    }
  });

  test("no-break spaces stand only where a rule puts them", () => {
    const around = show(result)
      .match(/\S{0,3}[~^]\S{0,3}/gu)
      ?.filter((place) => !/«~|~»|[~^][:!?]|\d[~^]|\+~|~Gbp|—~Ora|~—/u.test(place));
    expect(around).toEqual([]);
  });
});
