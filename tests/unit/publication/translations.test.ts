/** `translations` of publication.yaml: what is taken, and what is a fault of which line. */
import { describe, expect, it } from "vitest";
import { siblingAddressFault } from "../../../src/publication/fields/sibling-address.ts";
import { translationFaults } from "../../../src/publication/faults/translation-faults.ts";
import { parseYaml } from "../../../src/publication/files/front-matter.ts";
import { checkFields } from "../../../src/publication/faults/schema-faults.ts";
import { publicationSchema } from "../../../src/publication/schemas/publication-schema.ts";

const FILE = "content/publication.yaml";
/** Six lines, so that `translations:` is the seventh. */
const HEAD = "title: A\nlead: B\nlanguage: en-GB\npublisher: C\nslug: a\n";

/** Line, field and message of each fault. */
function faultsOf(entries: string, site = "# no url"): readonly string[] {
  const text = `${HEAD}${site}\ntranslations:\n${entries}`;
  const { fields, faults } = parseYaml(text, FILE, 1);
  if (fields === undefined) throw new Error("the YAML is broken");
  const checked = checkFields(publicationSchema.omit({ editions: true }), fields, FILE);
  const between = translationFaults({ file: FILE, raw: fields, faults: [], links: [] });
  return [...faults, ...checked.faults, ...between].map(
    ({ line, field, message }) => `${line} ${field} ${message}`,
  );
}

describe("translations", () => {
  it("are taken with addresses of both kinds, with a title or without", () => {
    const entries = `  - { language: fr, url: "https://example.org/fr/rapport/", title: Rapport }
  - { language: pt-BR, url: ../pt/relatorio/ }
  - { language: en-US, url: "http://example.org/us/" }`;
    expect(faultsOf(entries)).toEqual([]);
    expect(faultsOf(entries, "url: https://example.org/en/report/")).toEqual([]);
  });

  it.each([
    [
      "the publication's own language, in whatever capitals",
      "  - { language: EN-gb, url: ../a/ }",
      '8 translations.0.language "en-GB" is the language of the publication itself',
    ],
    [
      "a language that is named twice",
      "  - { language: fr, url: ../a/ }\n  - { language: de, url: ../b/ }\n  - language: FR\n    url: ../c/",
      '10 translations.2.language "fr" is also the language of the entry in line 8',
    ],
    [
      "what is no language",
      "  - { language: french, url: ../a/ }",
      '8 translations.0.language "french" is not a known language',
    ],
    [
      "an address that runs",
      '  - language: fr\n    url: "javascript:alert(1)"',
      '9 translations.0.url "javascript:alert(1)" is an address of javascript:, which is not followed',
    ],
    ["no address", "  - { language: fr }", "8 translations.0.url is missing"],
    [
      "a field that there is not",
      "  - { language: fr, url: ../a/, name: A }",
      "8 translations.0.name there is no field of this name",
    ],
    ["an empty list", "  []", "7 translations is empty"],
  ])("are a fault with its line where there is %s", (_, entries, fault) => {
    expect(faultsOf(entries)).toEqual([fault]);
  });

  it.each([
    ["the whole address of the publication", "https://example.org/en/", "https://example.org/en/"],
    ["a path into its own folder", "../en/fr/", "https://example.org/en/"],
    ["a path from the top of a host", "../fr/", "https://example.org/"],
  ])("lead elsewhere than back: %s is a fault", (_, url, site) => {
    const entries = `  - { language: fr, url: "${url}" }`;
    expect(faultsOf(entries, `url: ${site}`)).toEqual([
      `8 translations.0.url "${url}" leads back into this web edition, which stands at ${site}`,
    ]);
  });

  it("may stand below the publication on its host", () => {
    const entries = '  - { language: fr, url: "https://example.org/fr/" }';
    expect(faultsOf(entries, "url: https://example.org/")).toEqual([]);
  });
});

describe("siblingAddressFault", () => {
  it.each(["https://example.org/", "HTTP://EXAMPLE.ORG/fr", "../fr/", "../../fr/index.html"])(
    "finds nothing in %s",
    (address) => {
      expect(siblingAddressFault(address)).toBeUndefined();
    },
  );

  it.each([
    ["javascript:alert(1)", "is an address of javascript:"],
    ["JavaScript:alert(1)", "is an address of javascript:"],
    ["data:text/html,a", "is an address of data:"],
    ["file:///etc/passwd", "is an address of file:"],
    ["java\nscript:alert(1)", "holds a space, a line break"],
    ["..\\fr\\", "holds a space, a line break or a backslash"],
    ["../mon rapport/", "holds a space"],
    ["https://ana:secret@example.org/", "holds a name or a password"],
    ["//example.org/fr/", "is neither"],
    ["/fr/", "is neither"],
    ["fr/", "is neither"],
    ["#fr", "is neither"],
    ["example.org/fr", "is neither"],
  ])("refuses %j", (address, message) => {
    expect(siblingAddressFault(address)?.message).toContain(message);
  });
});
