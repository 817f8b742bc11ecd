/** Editions that a theme offers: all of them, some of them, and with changes. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { editionSchema } from "../../../src/editions/kinds.ts";
import { projectFolders } from "../../../src/project/folders.ts";
import type { Edition } from "../../../src/publication/publication.ts";
import { loadTheme, themeNames } from "../../../src/theme/load-theme.ts";
import { loadPublicationIn } from "../../support/load-publication.ts";

/** The editions of a publication with these lines in publication.yaml, in a project without styles. */
async function editionsWith(lines: string, language = "en"): Promise<readonly Edition[]> {
  const dir = await mkdtemp(path.join(tmpdir(), "imprimatur-editions-"));
  try {
    await mkdir(path.join(dir, "content"));
    await writeFile(
      path.join(dir, "content/publication.yaml"),
      `title: A year\nlead: A lead.\nlanguage: ${language}\npublisher: Nobody\nslug: a-year\n${lines}`,
    );
    await writeFile(path.join(dir, "content/010-boat.md"), "---\ntitle: Boat\n---\n\nText.\n");
    const { editions } = await loadPublicationIn(projectFolders(dir));
    return editions;
  } finally {
    await rm(dir, { recursive: true });
  }
}

const names = await themeNames();

describe.each(names)("the theme %s", async (name) => {
  const theme = await loadTheme(name);

  it.each(["en", "fr", "pt"])(
    "makes all that it offers where none are named, in %s",
    async (lang) => {
      const offered = theme.editions(lang).map((edition) => editionSchema.parse(edition));
      expect(offered.length).toBeGreaterThan(2);
      expect(await editionsWith(`theme: ${name}\n`, lang)).toEqual(offered);
    },
  );
});

it.each(names)("the theme %s offers the same editions in all languages", async (name) => {
  const theme = await loadTheme(name);
  const idsIn = (lang: string): readonly string[] => theme.editions(lang).map(({ id }) => id);
  expect(idsIn("fr")).toEqual(idsIn("en"));
});

describe("an entry that has the id of an edition of the theme", async () => {
  const { editions } = await loadTheme("report");
  const offered = editions("en").map((edition) => editionSchema.parse(edition));
  const [web, report] = offered;

  it("is that edition", async () => {
    expect(
      await editionsWith("theme: report\neditions:\n  - id: report\n  - { id: ' web ' }\n"),
    ).toEqual([report, web]);
  });

  it("changes it field by field", async () => {
    const [changed] = await editionsWith(
      "theme: report\neditions:\n  - { id: report, format: letter, judges: { smallestText: 8 } }\n",
    );
    expect(changed).toEqual({
      ...report,
      format: "letter",
      judges: { contrast: 4.5, smallestText: 8 },
    });
  });

  it("stands by itself with a kind", async () => {
    const [own] = await editionsWith(
      "theme: report\neditions:\n  - { id: report, kind: pdf, stylesheet: styles/report.css, format: A5 }\n",
    );
    expect(own).toMatchObject({ format: "A5", typeSize: 11.5, hyphenation: false });
  });
});

it("words of the publication's language are in titles and in names of files", async () => {
  const largePrint = async (lang: string): Promise<Edition | undefined> =>
    (await editionsWith("theme: voices\n", lang)).find(({ id }) => id === "large-print");
  expect(await largePrint("fr")).toMatchObject({ suffix: "gros-caracteres" });
  expect(await largePrint("en-GB")).toMatchObject({ suffix: "large-print" });
});
