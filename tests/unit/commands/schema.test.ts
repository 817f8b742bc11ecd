/**
 * JSON Schemas for editors, read by another program's validator. Ajv 6 knows the drafts up to 7: the
 * schemas have no keyword that came later (`strictKeywords`), so that editors which know no more than
 * that can use them as well.
 */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import Ajv from "ajv";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { writtenSchemas } from "../../../src/publication/schemas/written-schemas.ts";
import { splitFrontMatter } from "../../../src/publication/files/front-matter.ts";
import { fileKinds } from "../../../src/publication/files/file-kinds.ts";
import { loadHouseBlocks, loadTheme, themeNames } from "../../../src/theme/load-theme.ts";
import { runHere } from "../../support/run-here.ts";

const fixtures = path.join(import.meta.dirname, "../../fixtures");
const names = await themeNames();
const houseBlocks = [...(await loadHouseBlocks()).blocks.keys()].map((name) => `${name}.json`);
const themes = new Map(
  await Promise.all(names.map(async (name) => [name, await loadTheme(name)] as const)),
);

/** What is wrong with data, as Ajv says it; empty where nothing is. */
function errorsOf(theme: string, schema: string, data: unknown): string {
  const found = themes.get(theme);
  const json = found && writtenSchemas(found, names).get(schema);
  if (json === undefined) throw new RangeError(`${theme} has no schema ${schema}`);
  const ajv = new Ajv({ strictKeywords: true, allErrors: true });
  const { $schema, ...keywords } = json;
  expect($schema).toBe("https://json-schema.org/draft/2020-12/schema");
  const isRight = ajv.validate(keywords, data);
  return isRight === true ? "" : JSON.stringify(ajv.errors);
}

async function fieldsOf(file: string): Promise<unknown> {
  const text = await readFile(path.join(fixtures, file), "utf8");
  return parse(file.endsWith(".yaml") ? text : (splitFrontMatter(text)?.yaml ?? "")) as unknown;
}

async function filesOf(
  folder: string,
): Promise<readonly { readonly file: string; readonly folder: string }[]> {
  const found = await readdir(path.join(fixtures, folder), { recursive: true });
  return found
    .filter((name) => /(?<!README)\.(?:md|yaml)$/u.test(name))
    .map((name) => ({ file: path.join(folder, name), folder: path.dirname(name) }));
}

describe("schemas for editors", () => {
  it.each([
    ["projects/chapter/content", "voices"],
    ["projects/harbour/content", "report"],
    ["projects/note/content", "voices"],
    ["content/whole", "voices"],
  ])("take what is right: %s", async (folder, theme) => {
    const { byFolder } = fileKinds(themes.get(theme) ?? { blocks: new Map() });
    const files = await filesOf(folder);
    expect(files.length).toBeGreaterThan(2);
    for (const { file, folder: inFolder } of files) {
      const schema = file.endsWith(".yaml")
        ? "publication"
        : `front-matter/${file.endsWith("part.md") ? "part" : (byFolder.get(inFolder) ?? "chapter")}`;
      expect(errorsOf(theme, schema, await fieldsOf(file)), file).toBe("");
    }
  });

  const TESTIMONIAL = "testimonials/prenom-nom.md";
  const FIGURE = "figures/choses.md";

  it.each([
    ["missing-field", "front-matter/testimonial", TESTIMONIAL, "role"],
    ["missing-nested-field", "front-matter/testimonial", TESTIMONIAL, "alt"],
    ["unknown-field", "front-matter/testimonial", TESTIMONIAL, "roles"],
    ["wrong-type-text", "front-matter/testimonial", TESTIMONIAL, "order"],
    ["empty-value", "front-matter/testimonial", TESTIMONIAL, "entity"],
    ["wrong-type-number", "front-matter/key-figure", FIGURE, "value"],
    ["chart-too-many", "front-matter/key-figure", FIGURE, "chart.changes"],
    ["misspelt-field", "front-matter/chapter", "sections/chapitre.md", "ordr"],
    ["authors-text", "publication", "publication.yaml", "authors"],
    ["author-without-name", "publication", "publication.yaml", "name"],
    ["contributor-role", "publication", "publication.yaml", "role"],
    ["colophon-true", "publication", "publication.yaml", "colophon"],
    ["licence-spelling", "publication", "publication.yaml", "license"],
    ["identifier-unknown", "publication", "publication.yaml", "ean"],
    ["no-editions", "publication", "publication.yaml", "editions"],
    ["unknown-kind", "publication", "publication.yaml", "kind"],
    ["unknown-theme", "publication", "publication.yaml", "theme"],
    ["unsafe-slug", "publication", "publication.yaml", "slug"],
    ["bleed-too-broad", "publication", "publication.yaml", "bleed"],
    ["theme-field-of-another", "publication", "publication.yaml", "chapter-numbers"],
    ["theme-field-value", "publication", "publication.yaml", "ornament"],
    ["offered-edition-unknown", "publication", "publication.yaml", "editions[1]"],
    ["offered-edition-field", "publication", "publication.yaml", "formt"],
  ])("refuse what is wrong: %s", async (name, schema, file, field) => {
    const errors = errorsOf("voices", schema, await fieldsOf(path.join("content", name, file)));
    expect(errors).toContain(field);
  });

  it("take the fields of blocks in texts, and refuse others", () => {
    const right = { value: "12 %", lang: "en" };
    expect(errorsOf("voices", "blocks/key-figure", right)).toBe("");
    expect(errorsOf("voices", "blocks/key-figure", { ...right, value: 12 })).toContain("value");
    expect(errorsOf("voices", "blocks/key-figure", { ...right, order: 1 })).toContain("order");
  });

  it("take what is written in another form than it is read in", () => {
    const publication = {
      ...{ title: "A", lead: "B", language: "en", publisher: "C", slug: "a" },
      ...{
        date: 2021,
        authors: ["Maria Costa", { name: "Ana Reis" }],
        identifiers: { issn: 20493630 },
      },
    };
    expect(errorsOf("report", "publication", publication)).toBe("");
    expect(errorsOf("report", "publication", { ...publication, date: true })).toContain("date");
    expect(errorsOf("report", "publication", { ...publication, authors: [1] })).toContain(
      "authors",
    );
  });

  it("take editions of the theme by their ids, with changes", () => {
    const withEditions = (...editions: readonly object[]): object => ({
      ...{ title: "A", lead: "B", language: "en", publisher: "C", slug: "a", editions },
    });
    const format = { id: "report", format: "letter" };
    expect(errorsOf("report", "publication", withEditions({ id: "web" }, format))).toBe("");
    expect(errorsOf("report", "publication", withEditions({ id: "poster" }))).not.toBe("");
  });

  it("describe every field", () => {
    const undescribed = (schema: unknown, at: string): readonly string[] => {
      if (typeof schema !== "object" || schema === null) return [];
      return Object.entries(schema).flatMap(([name, below]: [string, unknown]) => {
        if (name !== "properties") return undescribed(below, `${at}.${name}`);
        return Object.entries(below as object).flatMap(([field, each]: [string, object]) => [
          // What tells kinds of editions apart is described where they are.
          ...("description" in each || "const" in each ? [] : [`${at}.${field}`]),
          ...undescribed(each, `${at}.${field}`),
        ]);
      });
    };
    for (const theme of themes.values()) {
      for (const [name, schema] of writtenSchemas(theme, names)) {
        expect(undescribed(schema, name)).toEqual([]);
      }
    }
  });

  it("of the front matter of chapters is this", async () => {
    const { stdout } = await runHere([
      ...["schema", path.join(fixtures, "projects/harbour"), "--print", "front-matter/chapter"],
    ]);
    await expect(stdout).toMatchFileSnapshot("chapter-schema.snapshot.txt");
  });
});

describe("the command schema", () => {
  let dir = "";
  beforeAll(async () => {
    dir = await mkdtemp(path.join(tmpdir(), "imprimatur-schema-"));
    await cp(path.join(fixtures, "projects/harbour/content"), path.join(dir, "content"), {
      recursive: true,
    });
  });
  afterAll(() => rm(dir, { recursive: true }));

  it("writes a folder of schemas beside the content, and says how to use them", async () => {
    const { code, stdout, stderr } = await runHere(["schema", dir]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("# yaml-language-server: $schema=../schemas/publication.json\n");
    const schemas = path.join(dir, "schemas");
    expect((await readdir(schemas)).sort()).toEqual(["blocks", "front-matter", "publication.json"]);
    expect((await readdir(path.join(schemas, "blocks"))).sort()).toEqual(houseBlocks);
    expect(await readdir(path.join(schemas, "front-matter"))).toEqual([
      "chapter.json",
      "part.json",
    ]);
    const { stdout: printed } = await runHere(["schema", dir, "--print", "publication"]);
    expect(await readFile(path.join(schemas, "publication.json"), "utf8")).toBe(printed);
  });

  it("says as JSON what it wrote", async () => {
    const output = path.join(dir, "elsewhere");
    const { stdout } = await runHere(["schema", dir, "--output", output, "--json"]);
    expect(JSON.parse(stdout)).toEqual({
      folder: output,
      files: [
        "publication.json",
        "front-matter/chapter.json",
        "front-matter/part.json",
        ...houseBlocks.map((name) => `blocks/${name}`),
      ],
      comment: "# yaml-language-server: $schema=../elsewhere/publication.json",
    });
  });

  it.each([
    [["--print", "publicaton"], 'there is no schema "publicaton"', "did you mean publication?"],
    [["--print", "poster"], 'there is no schema "poster"', "publication, front-matter/chapter"],
  ])("%j is an error with a hint", async (options, message, hint) => {
    const { code, stdout, stderr } = await runHere(["schema", dir, ...options]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
  });

  it("needs a folder, YAML, and a theme that there is, but no content without faults", async () => {
    const missing = await runHere(["schema", path.join(dir, "nowhere")]);
    expect(missing.stderr).toContain("there is no such folder");
    const publication = path.join(dir, "content/publication.yaml");
    await writeFile(publication, "theme: reprot\n");
    const unknown = await runHere(["schema", dir]);
    expect(unknown.stderr).toContain('there is no theme "reprot"');
    await writeFile(publication, "theme: report\ntitle: [");
    const broken = await runHere(["schema", dir]);
    expect(broken.stderr).toContain("this is not YAML");
    await writeFile(publication, "theme: report\ntitel: A year\n");
    expect(await runHere(["schema", dir, "--quiet"])).toEqual({ code: 0, stdout: "", stderr: "" });
  });
});
