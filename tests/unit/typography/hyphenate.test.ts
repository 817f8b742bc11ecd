import { describe, expect, test } from "vitest";
import { loadHyphenator } from "../../../src/web/typography/hyphenate.ts";

/** Soft hyphens written as `|`. */
async function divide(text: string, lang: string, before?: string): Promise<string> {
  const hyphenate = await loadHyphenator(lang);
  return hyphenate(text.replaceAll("|", "\u00AD"), before).replaceAll("\u00AD", "|");
}

describe("French", () => {
  test.each([
    ["confinement", "confi|ne|ment"],
    ["télétravail", "télé|tra|vail"],
    ["une particulièrement longue", "une par|ti|cu|liè|re|ment longue"],
    ["l’activité", "l’acti|vité"],
    ["d'intervention", "d'inter|ven|tion"],
  ])("divides %s", async (text, expected) => {
    expect(await divide(text, "fr")).toBe(expected);
  });

  test.each([
    ["short words", "avons mené notre"],
    ["words with digits", "confinement19 FFP2masques mp3collection"],
    ["acronyms and names in mixed case", "INTERNATIONALES CyberSOCcollaboration"],
    ["web addresses", "https://exemple.fr/confinement www.confinement.fr"],
    ["mail addresses", "confinement@collaboration.fr"],
    ["paths", "/collaboration/confinement.html"],
    ["words with soft hyphens already", "confine|ment"],
    ["compounds", "vidéoconférence-intervention"],
  ])("leaves %s", async (_, text) => {
    expect(await divide(text, "fr")).toBe(text);
  });

  test("neither end of a word is shorter than three letters", async () => {
    expect(await divide("opérations éducation agréable", "fr")).toBe(
      "opé|ra|tions édu|ca|tion agréable",
    );
  });

  test("proper nouns stay whole inside a sentence, not at its head", async () => {
    expect(await divide("Notamment Madeleine", "fr")).toBe("Notam|ment Madeleine");
    expect(await divide("Fin. « Notamment »", "fr")).toBe("Fin. « Notam|ment »");
    expect(await divide("Notamment", "fr", "avec ")).toBe("Notamment");
    expect(await divide("d’Allemagne", "fr", "venu ")).toBe("d’Allemagne");
  });

  test("twice is as once", async () => {
    const once = await divide("Le confinement a bouleversé nos habitudes.", "fr");
    expect(once).toContain("|");
    expect(await divide(once, "fr")).toBe(once);
  });
});

describe("other languages", () => {
  test.each([
    ["en", "communication", "com|mu|ni|ca|tion"],
    ["en-GB", "infrastructures", "infra|struc|tures"],
    ["fr-CH", "confinement", "confi|ne|ment"],
    ["es", "comunicación", "co|mu|ni|ca|ción"],
    ["de", "eine Kommunikation", "eine Kom|mu|ni|ka|tion"],
  ])("%s", async (lang, text, expected) => {
    expect(await divide(text, lang)).toBe(expected);
  });

  test.each(["tlh", "", "../fr", "patterns", "__proto__"])("no patterns for %j", async (lang) => {
    expect(await divide("communication", lang)).toBe("communication");
  });
});
