/** A publication as `init` starts it and `new` goes on with it, read by the build's own rules. */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { openProject } from "../../../src/project/project.ts";
import { newFile, type NewFiles } from "../../../src/starting/new-file.ts";
import { startProject } from "../../../src/starting/start-project.ts";
import { themeNames } from "../../../src/theme/load-theme.ts";
import { openTestFolder } from "../../support/temporary-folder.ts";

const themes = await themeNames();
const languages = ["en", "fr", "de", "es", "it", "nl", "pt", "pl", "ar", "ja", "fr-CA", "cy"];

function make(
  dir: string,
  kind: string,
  title: string,
  { part, ...fields }: Readonly<Record<string, string>> = {},
): Promise<NewFiles> {
  return newFile(dir, { kind, title, part, fields: new Map(Object.entries(fields)) });
}

describe("a started publication", () => {
  it.each(themes.flatMap((theme) => languages.map((language) => ({ theme, language }))))(
    "has no fault: $theme, $language",
    async ({ theme, language }) => {
      await using folder = await openTestFolder();
      const { files, kept } = await startProject(folder.dir, { theme, language });
      expect(kept).toEqual([]);
      expect(files).toContain("content/publication.yaml");
      await make(folder.dir, "part", "Été : *le* [temps]");
      await make(folder.dir, "chapter", "第二章", { part: "ete-le-temps" });
      const { publication } = await openProject(folder.dir);
      expect(publication).toMatchObject({ lang: language });
      expect(publication.chapters.map(({ file }) => file)).toEqual([
        "content/010-first-chapter.md",
        "content/020-ete-le-temps/010-first-chapter-2.md",
        "content/020-ete-le-temps/020-chapter.md",
      ]);
    },
  );

  it("takes what its author says as it is, whatever YAML would make of it", async () => {
    await using folder = await openTestFolder();
    const title = 'No: "1:30" # [a] {b} \\ é';
    const publisher = "yes";
    await startProject(folder.dir, { theme: "report", language: "en", title, publisher });
    const { publication } = await openProject(folder.dir);
    expect(publication).toMatchObject({ title, publisher, slug: "no-1-30-a-b-e" });
  });

  it("names schemas that are there, by paths from each file", async () => {
    await using folder = await openTestFolder();
    await startProject(folder.dir, { theme: "voices", language: "en" });
    await make(folder.dir, "part", "A part");
    await make(folder.dir, "testimonial", "The captain");
    const files = await readdir(path.join(folder.dir, "content"), { recursive: true });
    const texts = files.filter((file) => /\.(?:md|yaml)$/u.test(file));
    expect(texts).toHaveLength(5);
    for (const name of texts) {
      const file = path.join(folder.dir, "content", name);
      const [, schema] =
        /^# yaml-language-server: \$schema=(.+)$/mu.exec(await readFile(file, "utf8")) ?? [];
      const read = await readFile(path.resolve(path.dirname(file), schema ?? ""), "utf8");
      expect(JSON.parse(read), name).toHaveProperty("properties");
    }
  });

  it("is started over none that is there, and keeps other files", async () => {
    await using folder = await openTestFolder();
    await writeFile(path.join(folder.dir, ".gitignore"), "mine\n");
    const options = { theme: "report", language: "en" };
    expect(await startProject(folder.dir, options)).toMatchObject({ kept: [".gitignore"] });
    expect(await readFile(path.join(folder.dir, ".gitignore"), "utf8")).toBe("mine\n");
    const file = path.join(folder.dir, "content/publication.yaml");
    await writeFile(file, "title: mine\n");
    await expect(startProject(folder.dir, options)).rejects.toMatchObject({
      code: "already-started",
      place: { file },
    });
    expect(await readFile(file, "utf8")).toBe("title: mine\n");
  });

  it("leaves nothing behind where a file of it cannot be written", async () => {
    await using folder = await openTestFolder();
    await writeFile(path.join(folder.dir, "schemas"), "no folder");
    await expect(
      startProject(folder.dir, { theme: "report", language: "en" }),
    ).rejects.toMatchObject({ message: expect.stringContaining("cannot be written") as unknown });
    expect(await readdir(folder.dir)).toEqual(["schemas"]);
  });

  it.each([
    [{ theme: "reprot", language: "en" }, "theme-unknown", "did you mean report?"],
    [{ theme: "../x", language: "en" }, "theme-unknown", "take one of report, voices"],
    [{ theme: "report", language: "english" }, "language-unknown", "use a BCP 47 tag"],
    [{ theme: "report", language: "en", title: " " }, "title-empty", "give it some"],
  ])("is refused with a hint: %j", async (options, code, hint) => {
    await using folder = await openTestFolder();
    await expect(startProject(folder.dir, options)).rejects.toMatchObject({
      code,
      hint: expect.stringContaining(hint) as unknown,
    });
    expect(await readdir(folder.dir)).toEqual([]);
  });
});

describe("a new file", () => {
  it("of each kind of a theme is right as it is", async () => {
    await using folder = await openTestFolder();
    await startProject(folder.dir, { theme: "voices", language: "fr" });
    const made = [
      await make(folder.dir, "testimonial", "La capitaine", { role: "Capitaine", country: "FR" }),
      await make(folder.dir, "key-figure", "1,8 M"),
      await make(folder.dir, "callout", "Entraidons-nous"),
      await make(folder.dir, "part", "Le large"),
      await make(folder.dir, "callout", "Au large", { part: "le-large" }),
      await make(folder.dir, "chapter", "Le port", { authors: "[Nous, Vous]" }),
    ];
    expect(made.flatMap(({ files }) => files)).toEqual([
      "content/testimonials/020-la-capitaine.md",
      "content/figures/010-1-8-m.md",
      "content/callouts/030-entraidons-nous.md",
      "content/040-le-large/part.md",
      "content/040-le-large/010-first-chapter-2.md",
      "content/040-le-large/020-au-large.md",
      "content/050-le-port.md",
    ]);
    expect(made[0]?.toFillIn).toEqual(["entity", "quote"]);
    const { publication } = await openProject(folder.dir);
    expect(publication.chapters.map(({ kind }) => kind)).toEqual([
      ...["chapter", "testimonial", "callout", "chapter", "callout", "chapter"],
    ]);
  });

  it("goes on as its neighbours do: by `order` where they have it", async () => {
    await using folder = await openTestFolder();
    await startProject(folder.dir, { theme: "report", language: "en" });
    const content = path.join(folder.dir, "content");
    await writeFile(path.join(content, "later.md"), "---\ntitle: Later\norder: 45\n---\n\nText.\n");
    const [file = ""] = (await make(folder.dir, "chapter", "Last")).files;
    expect(file).toBe("content/last.md");
    expect(await readFile(path.join(folder.dir, file), "utf8")).toContain("order: 50\n");
    const { publication } = await openProject(folder.dir);
    expect(publication.chapters.at(-1)).toMatchObject({ file });
  });

  it("has a name that no other has", async () => {
    await using folder = await openTestFolder();
    await startProject(folder.dir, { theme: "report", language: "en" });
    const files = [];
    for (const title of ["The boat", "The boat!", "the BOAT"]) {
      files.push(...(await make(folder.dir, "chapter", title)).files);
    }
    expect(files).toEqual([
      "content/020-the-boat.md",
      "content/030-the-boat-2.md",
      "content/040-the-boat-3.md",
    ]);
    await openProject(folder.dir);
  });

  it.each([
    ["chapters:\n  - 010-first-chapter.md # it opens\n\n# end\n", "chapter", undefined],
    ["chapters:\n- 010-first-chapter.md\n", "part", undefined],
    ["chapters: [010-first-chapter.md] # all\n", "chapter", undefined],
    ["chapters:\n  - 010-first-chapter.md\n  - old", "chapter", undefined],
    ["chapters:\n  - old\n  - 010-first-chapter.md\n", "chapter", "old"],
    [
      "chapters:\n  - part: old\n    chapters:\n      - 010-one.md\n  - 010-first-chapter.md\n",
      "chapter",
      "old",
    ],
    ["chapters: [{ part: old, chapters: [010-one.md] }, 010-first-chapter.md]\n", "chapter", "old"],
  ])("is listed where chapters are: %j", async (list, kind, part) => {
    await using folder = await openTestFolder();
    await startProject(folder.dir, { theme: "report", language: "en" });
    const content = path.join(folder.dir, "content");
    if (list.includes("old")) {
      await mkdir(path.join(content, "old"));
      await writeFile(path.join(content, "old/part.md"), "---\ntitle: Old\n---\n");
      await writeFile(path.join(content, "old/010-one.md"), "---\ntitle: One\n---\n\nText.\n");
    }
    const publicationFile = path.join(content, "publication.yaml");
    const before = (await readFile(publicationFile, "utf8")) + list;
    await writeFile(publicationFile, before);
    const made = await make(folder.dir, kind, "The last", part ? { part } : {});
    const after = await readFile(publicationFile, "utf8");
    const { publication } = await openProject(folder.dir);
    const files = publication.chapters.map((chapter) => chapter.file);
    expect(files).toContain(made.files.at(-1));
    expect(made.isListed).toBe(after !== before);
    // All that the author has written is there, as it was.
    let at = 0;
    for (const letter of before) {
      at = after.indexOf(letter, at) + 1;
      expect(at).toBeGreaterThan(0);
    }
  });

  it.each([
    ["chaptr", "A", {}, "kind-unknown", "did you mean chapter?"],
    ["chapter", "A", { tile: "x" }, "field-unknown", "did you mean title?"],
    ["chapter", "A", { appendix: "maybe" }, "field-wrong", "--set appendix=VALUE"],
    ["chapter", "A", { part: "nowhere" }, "part-unknown", "make one first"],
    ["part", "A", { part: "x" }, "part-unknown", "leave out --part"],
    ["key-figure", "3", {}, "owner-unknown", "imprimatur new testimonial"],
    ["chapter", "  ", {}, "title-empty", "give it some"],
  ])("that cannot be is refused with a hint: %s %s %j", async (kind, title, given, code, hint) => {
    await using folder = await openTestFolder();
    await startProject(folder.dir, { theme: "voices", language: "en" });
    const before = await readdir(folder.dir, { recursive: true });
    await expect(make(folder.dir, kind, title, given)).rejects.toMatchObject({
      code,
      hint: expect.stringContaining(hint) as unknown,
    });
    expect(await readdir(folder.dir, { recursive: true })).toEqual(before);
  });

  it("needs a publication", async () => {
    await using folder = await openTestFolder();
    await expect(make(folder.dir, "chapter", "A")).rejects.toMatchObject({ code: "not-started" });
  });
});
