/** Parts of a publication, and the order of chapters: by numbers, by `order`, by a list. */
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withPartsOf } from "../../../src/editions/chosen-parts.ts";
import { projectFolders } from "../../../src/project/folders.ts";
import { chaptersByPart } from "../../../src/publication/chapters-by-part.ts";
import type { Publication } from "../../../src/publication/publication.ts";
import { loadPublicationIn } from "../../support/load-publication.ts";

const STYLES = path.join(import.meta.dirname, "../../fixtures/content/styles");

let projectDir: string;

beforeEach(async () => {
  projectDir = await mkdtemp(path.join(tmpdir(), "imprimatur-parts-"));
  await cp(STYLES, path.join(projectDir, "styles"), { recursive: true });
});
afterEach(() => rm(projectDir, { recursive: true }));

/** @param fields lines of publication.yaml, each with its line break. */
async function load(
  files: Readonly<Record<string, string>>,
  { fields = "", parts }: { readonly fields?: string; readonly parts?: string } = {},
): Promise<Publication> {
  const edition = `  - id: web\n    kind: web\n    stylesheet: styles/web.css\n`;
  const chosen = parts === undefined ? "" : `    parts: ${parts}\n`;
  const publication = `title: A year\nlead: A lead.\nlanguage: en\npublisher: Nobody\nslug: year\n${fields}editions:\n${edition}${chosen}`;
  for (const [name, text] of Object.entries({ ...files, "publication.yaml": publication })) {
    const file = path.join(projectDir, "content", name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return loadPublicationIn(projectFolders(projectDir));
}

const chapter = (fields = ""): string => `---\ntitle: A chapter\n${fields}---\n\nA text.\n`;
const part = (fields = ""): string => `---\ntitle: A part\n${fields}---\n`;

/** Each chapter with the slug of its part. */
function outlineOf({ chapters }: Publication): readonly string[] {
  return chapters.map((each) =>
    each.part === undefined ? each.slug : `${each.part.slug}/${each.slug}`,
  );
}

const TWO_PARTS = {
  "010-preface.md": chapter(),
  "030-later/part.md": part("subtitle: After *that*\nlang: de\n"),
  "030-later/020-second.md": chapter(),
  "030-later/first.md": chapter("order: 10\n"),
  "early/part.md": `${part("order: 20\n")}\nHow it began.\n`,
  "early/010-start.md": chapter(),
  "sections/afterword.md": chapter("order: 40\n"),
};

describe("a folder with a part.md", () => {
  it("is a part, which stands in the sequence by the number of its folder or by `order`", async () => {
    expect(outlineOf(await load(TWO_PARTS))).toEqual([
      "preface",
      "early/start",
      "later/first",
      "later/second",
      "afterword",
    ]);
  });

  it("gives its chapters its title and text, and the number that it has in the publication", async () => {
    const { chapters } = await load(TWO_PARTS);
    const groups = chaptersByPart(chapters);
    expect(groups.map((group) => group.part?.slug)).toEqual([
      undefined,
      "early",
      "later",
      undefined,
    ]);
    const [, early, later] = groups;
    expect(early?.part).toMatchObject({
      ...{ slug: "early", number: 1, body: "How it began.", file: "content/early/part.md" },
      fields: { title: "A part" },
    });
    expect(later?.part).toMatchObject({
      ...{ slug: "later", number: 2, body: "", lang: "de" },
      fields: { subtitle: "After *that*" },
    });
  });

  it("may be a folder of a block of the theme, or have its blocks in files that say so", async () => {
    const testimonial = (fields: string): string =>
      `---\nname: Anna\nrole: Role\nentity: Entity\nquote: A quote.\n${fields}---\n\nA text.\n`;
    const { chapters } = await load({
      "testimonials/part.md": part("order: 10\n"),
      "testimonials/anna.md": testimonial("order: 10\n"),
      "020-more/part.md": part(),
      "020-more/010-bea.md": testimonial("kind: testimonial\n"),
      "figures/things.md": "---\nvalue: 2 M\nwith: bea\norder: 10\n---\n\nthings.\n",
    });
    expect(chapters.map(({ kind, slug, part: of }) => [kind, slug, of?.slug])).toEqual([
      ["testimonial", "anna", "testimonials"],
      ["testimonial", "bea", "more"],
    ]);
    expect(chapters[1]?.after.map(({ slug }) => slug)).toEqual(["things"]);
  });
});

describe("the list `chapters`", () => {
  const FILES = {
    "010-preface.md": chapter(),
    "020-later/part.md": part(),
    "020-later/010-first.md": chapter(),
    "020-later/020-second.md": chapter(),
    "early/part.md": part(),
    "early/start.md": chapter(),
    "early/end.md": chapter(),
    "sections/afterword.md": chapter(),
  };

  it("places chapters and parts, in the place of numbers before names", async () => {
    const fields =
      "chapters:\n  - sections/afterword.md\n  - { part: early, chapters: [start.md, end.md] }\n  - 020-later/\n  - 010-preface.md\n";
    const publication = await load(FILES, { fields });
    expect(outlineOf(publication)).toEqual([
      "afterword",
      "early/start",
      "early/end",
      "later/first",
      "later/second",
      "preface",
    ]);
    expect(publication.chapters.map(({ part: of }) => of?.number)).toEqual([
      ...[undefined, 1, 1, 2, 2, undefined],
    ]);
  });

  it("gives an order to the chapters of a part that lists them, against their numbers", async () => {
    const fields =
      "chapters:\n  - part: 020-later\n    chapters: [020-second.md, 010-first.md]\n  - part: early\n    chapters: [end.md, start.md]\n  - 010-preface.md\n  - sections/afterword.md\n";
    expect(outlineOf(await load(FILES, { fields }))).toEqual([
      "later/second",
      "later/first",
      "early/end",
      "early/start",
      "preface",
      "afterword",
    ]);
  });
});

describe("an edition's `parts`", () => {
  it.each([
    ["[later, preface]", ["preface", "later/first", "later/second"]],
    ["[second, start]", ["start", "second"]],
    ["[second, later]", ["later/first", "later/second"]],
  ])(
    "%s name parts with all their chapters, and chapters by themselves",
    async (parts, outline) => {
      const publication = await load(TWO_PARTS, { parts });
      const [edition] = publication.editions;
      if (edition === undefined) throw new Error("there is no edition");
      expect(outlineOf(withPartsOf(publication, edition))).toEqual(outline);
    },
  );
});
