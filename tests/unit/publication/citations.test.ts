/** Citations of a publication: what is printed, and what is wrong between texts and bibliography. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { textOfPhrases, type Phrase } from "../../../src/citations/phrases.ts";
import { projectFolders } from "../../../src/project/folders.ts";
import type { PublicationCitations } from "../../../src/citations/publication-citations.ts";
import { ContentError } from "../../../src/publication/faults/fault.ts";
import { loadPublicationIn } from "../../support/load-publication.ts";
import { openProject, type Project } from "../../support/project.ts";
import { SMALL_SLUG, TITLE, WEB_EDITION } from "../../support/small-publication.ts";

const fixtures = path.join(import.meta.dirname, "../../fixtures/citations");
const PLACE = "::: {#refs}\n:::\n";
let project: Project;
let bibliography: string;
let style: string;

beforeAll(async () => {
  project = await openProject();
  bibliography = await readFile(path.join(fixtures, "references.bib"), "utf8");
  style = await readFile(path.join(fixtures, "small.csl"), "utf8");
});

afterAll(async () => {
  await project[Symbol.asyncDispose]();
});

interface Written {
  readonly fields?: string;
  readonly language?: string;
  /** Of chapters, in their order. */
  readonly texts?: readonly string[];
  /** In content/. */
  readonly files?: Readonly<Record<string, string>>;
  readonly withoutBibtex?: boolean;
}

const CITING = "bibliography: references.bib\ncsl: small.csl\n";

async function load({
  fields = CITING,
  language = "en",
  texts = [`See [@wright1984].\n\n${PLACE}`],
  files = {},
  withoutBibtex = false,
}: Written): Promise<PublicationCitations | readonly string[] | undefined> {
  await project.replaceContent({
    "publication.yaml": `title: ${TITLE}\nlead: A lead.\nlanguage: ${language}\npublisher: Nobody\nslug: ${SMALL_SLUG}\n${fields}editions:\n${WEB_EDITION}`,
    ...(withoutBibtex ? {} : { "references.bib": bibliography }),
    ...(fields.includes("csl: small.csl") && { "small.csl": style }),
    ...Object.fromEntries(
      texts.map((text, index) => [
        `0${index}-text${index}.md`,
        `---\ntitle: A text\n---\n\n${text}\n`,
      ]),
    ),
    ...files,
  });
  try {
    return (await loadPublicationIn(projectFolders(project.dir))).citations;
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.faults.map(
      ({ file, line, message, hint }) => `${file}:${line ?? 0}: ${message} (${hint})`,
    );
  }
}

async function cite(written: Written): Promise<PublicationCitations> {
  const cited = await load(written);
  if (cited === undefined || !("byFile" in cited)) throw new Error(JSON.stringify(cited));
  return cited;
}

function printed({ byFile }: PublicationCitations): readonly string[] {
  return [...byFile.values()].flatMap((citations) => citations.map(textOfPhrases));
}

describe("what is printed", () => {
  test("is as the style has it", async () => {
    const texts = [
      `[see @wright1984, pp. 33--35; @sailor2020, chap. 1], @wright1984 [p. 3] and [-@sailor2020b].\n\n${PLACE}`,
    ];
    const cited = await cite({ texts });
    expect(printed(cited)).toEqual([
      "(see Wright 1984, pp. 33–35; Sailor & Rower 2020a, chap. 1)",
      "Wright (1984, p. 3)",
      "(2020b)",
    ]);
    expect(cited.sources.map(({ key, phrases }) => [key, textOfPhrases(phrases)])).toEqual([
      [
        "sailor2020",
        "Jo Sailor & Kim Rower. 2020a. On <script>alert(1)</script> Nets. https://doi.org/10.1000/xyz.",
      ],
      ["sailor2020b", "Jo Sailor & Kim Rower. 2020b. On Ropes."],
      ["wright1984", "Ann Wright. 1984. The Book of Boats & H2O. Quay Press."],
    ]);
  });

  test("leads to each source, and one in the sentence is one link", async () => {
    const cited = await cite({
      texts: [
        `[@wright1984; @sailor2020], @wright1984 and @sailor2020 [p. 1; @wright1984].\n\n${PLACE}`,
      ],
    });
    const links = [...cited.byFile.values()].flat().map(linksIn);
    expect(links).toEqual([
      [
        ["wright1984", "Wright 1984"],
        ["sailor2020", "Sailor & Rower 2020"],
      ],
      [["wright1984", "Wright (1984)"]],
      [
        ["sailor2020", "2020, p. 1"],
        ["wright1984", "Wright 1984"],
      ],
    ]);
  });

  test("has the marks of the style and of the bibliography, and no other elements", async () => {
    const { sources } = await cite({ texts: [`@wright1984\n\n${PLACE}`] });
    expect(sources[0]?.phrases).toEqual([
      "Ann Wright. 1984. ",
      {
        kind: "mark",
        mark: "i",
        phrases: [
          "The Book of ",
          { kind: "mark", mark: "upright", phrases: ["Boats"] },
          " & H",
          { kind: "mark", mark: "sub", phrases: ["2"] },
          "O",
        ],
      },
      ". ",
      { kind: "mark", mark: "small-caps", phrases: ["Quay Press"] },
      ".",
    ]);
  });

  test("speaks the language of the publication", async () => {
    const cited = await cite({ language: "de", texts: [`[@wright1984, S. 3]\n\n${PLACE}`] });
    expect(printed(cited)).toEqual(["(Wright 1984, S. 3)"]);
  });

  test("has numbers over all texts, in the order of reading", async () => {
    const cited = await cite({
      fields: "bibliography: references.bib\ncsl: ieee\n",
      texts: [
        `[@sailor2020b].^[As @wright1984 [p. 2] has it.]`,
        `[@sailor2020; @wright1984]\n\n${PLACE}`,
      ],
    });
    expect(printed(cited)).toEqual(["[1]", "[2, p. 2]", "[2], [3]"]);
    expect([...cited.byFile.values()].flat().map(linksIn)).toEqual([
      [["sailor2020b", "1"]],
      [["wright1984", "[2, p. 2]"]],
      [
        ["wright1984", "2"],
        ["sailor2020", "3"],
      ],
    ]);
    expect(cited.sources.map(({ key }) => key)).toEqual([
      "sailor2020b",
      "wright1984",
      "sailor2020",
    ]);
    expect(cited.sources[0]?.phrases[0]).toEqual({ kind: "number", phrases: ["[1]"] });
  });

  test("is the same twice", async () => {
    const texts = [`[@sailor2020; @sailor2020b]\n\n${PLACE}`];
    expect(await cite({ texts })).toEqual(await cite({ texts }));
  });

  test("comes from CSL JSON as well", async () => {
    const item = { id: 7, type: "book", title: "A", author: [{ family: "Wright" }] };
    const cited = await cite({
      fields: "bibliography: data/refs.json\ncsl: small.csl\n",
      texts: [`[@7]\n\n${PLACE}`],
      files: { "data/refs.json": JSON.stringify([item]) },
      withoutBibtex: true,
    });
    expect(printed(cited)).toEqual(["(Wright)"]);
  });

  test("has sources that are listed and not cited", async () => {
    const texts = [`@wright1984\n\n${PLACE}`];
    const keys = async (nocite: string): Promise<readonly string[]> =>
      (await cite({ fields: `${CITING}nocite: "${nocite}"\n`, texts })).sources.map(
        ({ key }) => key,
      );
    expect(await keys("@sailor2020")).toEqual(["sailor2020", "wright1984"]);
    expect(await keys("@*")).toEqual(["sailor2020", "sailor2020b", "wright1984"]);
  });
});

function linksIn(phrases: readonly Phrase[]): readonly (readonly [string, string])[] {
  return phrases.flatMap((phrase): readonly (readonly [string, string])[] => {
    if (typeof phrase === "string") return [];
    return phrase.kind === "source"
      ? [[phrase.key, textOfPhrases(phrase.phrases)]]
      : linksIn(phrase.phrases);
  });
}

describe("a fault", () => {
  test.each<readonly [string, Written, string]>([
    [
      "a key with a nearest",
      { texts: [`\n\n[@wright1983]\n\n${PLACE}`] },
      '00-text0.md:7: there is no source "wright1983" in content/references.bib (did you mean `@wright1984`?)',
    ],
    [
      "no bibliography",
      { fields: "", texts: ["One @two"] },
      "00-text0.md:5: sources are cited here, and the publication has no bibliography",
    ],
    [
      "no place",
      { texts: ["One.\n\nTwo @wright1984"] },
      "00-text0.md:7: sources are cited here, and nothing says where they are listed",
    ],
    [
      "two places",
      { texts: [`@wright1984\n\n${PLACE}`, PLACE] },
      "01-text1.md:5: the list of sources has a place already",
    ],
    ["nothing cited", { texts: [PLACE] }, "00-text0.md:5: no source is cited"],
    [
      "text in the place",
      { texts: ["@wright1984\n\n::: {#refs}\nText.\n:::"] },
      "00-text0.md:7: there is something in the place",
    ],
    [
      "no such file",
      { fields: "bibliography: nothing.bib\n" },
      'publication.yaml:6: there is no "nothing.bib" in the content folder',
    ],
    [
      "a file outside",
      { fields: "bibliography: ../references.bib\n" },
      'publication.yaml:6: "../references.bib" is outside the content folder',
    ],
    [
      "a file of another kind",
      { fields: "bibliography: references.txt\n" },
      'publication.yaml:6: "references.txt" is no bibliography',
    ],
    [
      "a style that is not there",
      { fields: "bibliography: references.bib\ncsl: ieeee\n" },
      'publication.yaml:7: no style "ieeee" comes with the program (did you mean `ieee`?)',
    ],
    [
      "a wrong style",
      { files: { "small.csl": '<style class="note"><citation/></style>' } },
      "small.csl:1: the style cites in notes",
    ],
    [
      "an entry that does not end",
      { files: { "references.bib": "@book{a, title = {A}}\n\n@book{b,\n  title = {B},\n" } },
      'references.bib:3: the entry "b" does not end',
    ],
    [
      "a sign that is missing",
      { files: { "references.bib": "@book{a,\n  title {A}\n}\n\n@book{b, title = {B}}\n" } },
      "references.bib:2: this is not BibTeX: there should be an equals sign",
    ],
    [
      "two of one key",
      { files: { "references.bib": "@book{a, title = {A}}\n\n@book{a, title = {B}}\n" } },
      'references.bib:3: the source "a" is there twice: line 1 has it as well',
    ],
    [
      "a TeX command",
      {
        files: {
          "references.bib": "\n@book{wright1984, title = {The \\TeXbook}, author = {Wright}}\n",
        },
      },
      "references.bib:2: the TeX command \\TeXbook in this source is not known",
    ],
    [
      "an address with a script",
      {
        files: {
          "references.bib": "@book{wright1984, title = {A}, url = {javascript:alert(1)}}\n",
        },
      },
      'references.bib:1: "javascript:alert(1)" is not an address',
    ],
    [
      "a source of which nothing is printed",
      {
        files: { "references.bib": "@book{wright1984, note = {A}}\n" },
        texts: [`[@wright1984]\n\n${PLACE}`],
      },
      "00-text0.md:5: the style prints nothing for this citation",
    ],
    [
      "an unknown key in nocite",
      { fields: `${CITING}nocite: "@nobody"\n` },
      'publication.yaml:8: there is no source "nobody"',
    ],
  ])("%s", async (_, written, expected) => {
    const faults = await load(written);
    expect(faults).toContainEqual(expect.stringContaining(`content/${expected}`));
  });

  test.each<readonly [string, string, string]>([
    ["no JSON", '[\n  { "id": "a"\n', "refs.json:2: this is not JSON"],
    ["no array", '{ "id": "a", "type": "book" }', "refs.json:1: the bibliography is no array"],
    [
      "no type",
      '[\n  { "id": "a", "type": "book" },\n  { "id": "b" }\n]',
      'refs.json:3: the field "type"',
    ],
    [
      "a field of another form",
      '[\n  { "id": "a", "type": "book", "author": "Ann" },\n  { "id": "b", "type": "book", "title": [{ "a": [1] }] }\n]',
      'refs.json:3: the field "title"',
    ],
  ])("in CSL JSON: %s", async (_, json, expected) => {
    const faults = await load({
      fields: "bibliography: refs.json\n",
      files: { "refs.json": json },
    });
    expect(faults).toContainEqual(expect.stringContaining(`content/${expected}`));
  });
});

test("nothing is cited where there is a bibliography alone, and it is no fault", async () => {
  expect(await load({ texts: ["One."] })).toBeUndefined();
});
