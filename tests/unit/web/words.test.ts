import { describe, expect, it } from "vitest";
import { KINDS } from "../../../src/editions/kinds.ts";
import { wordsFor } from "../../../src/theme/words.ts";

describe("wordsFor", () => {
  it("speaks the publication's language, whatever its region", () => {
    expect(wordsFor("fr-CA").contents).toBe("Sommaire");
    expect(wordsFor("en-GB").contents).toBe("Contents");
  });

  it("speaks English where it has no words of the language", () => {
    expect(wordsFor("sv").contents).toBe("Contents");
  });

  it("says sizes and counts as the language does", () => {
    expect(wordsFor("fr").size(1_240_000)).toBe("1,2 Mo");
    expect(wordsFor("en").size(183_400)).toBe("183 kB");
    expect([0, 1, 2].map(wordsFor("fr").pages)).toEqual([
      "0\u00A0page",
      "1\u00A0page",
      "2\u00A0pages",
    ]);
    expect([0, 1, 2].map(wordsFor("en").pages)).toEqual([
      "0\u00A0pages",
      "1\u00A0page",
      "2\u00A0pages",
    ]);
    expect(wordsFor("fr").languageName("en")).toBe("anglais");
  });

  it("names an edition's own families in the colophon, and none where it has none", () => {
    const facts = { title: "A", publisher: "B", judges: KINDS.web.colophon };
    const families = ["Literata", "Lato", "Fira Mono"];
    expect(wordsFor("fr").colophon({ ...facts, families })[0]).toContain(
      "composée en Literata, Lato et Fira Mono.",
    );
    expect(wordsFor("en").colophon({ ...facts, families: [] })[0]).not.toContain("set in");
  });
});
