import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ContentError, type Fault } from "../../../src/publication/faults/fault.ts";
import { projectFolders } from "../../../src/project/folders.ts";
import { loadPublicationIn } from "../../support/load-publication.ts";
import type { Publication } from "../../../src/publication/publication.ts";

const fixturesDir = path.join(import.meta.dirname, "../../fixtures/content");

let projectDir: string;

beforeEach(async () => {
  projectDir = await mkdtemp(path.join(tmpdir(), "imprimatur-content-"));
  await cp(path.join(fixturesDir, "whole"), path.join(projectDir, "content"), { recursive: true });
  await mkdir(path.join(projectDir, "content/sections"));
  await cp(path.join(fixturesDir, "styles"), path.join(projectDir, "styles"), { recursive: true });
});

afterEach(async () => {
  await rm(projectDir, { recursive: true });
});

function inContent(...steps: readonly string[]): string {
  return path.join(projectDir, "content", ...steps);
}

async function loadOrFaults(): Promise<Publication | readonly Fault[]> {
  try {
    return await loadPublicationIn(projectFolders(projectDir));
  } catch (error) {
    if (error instanceof ContentError) return error.faults;
    throw error;
  }
}

const section = "---\ntitle: Un chapitre\norder: 20\n---\n\nUn texte.\n";

test("a text that is not UTF-8", async () => {
  await writeFile(
    inContent("sections/latin.md"),
    Buffer.concat([Buffer.from(section), Buffer.from([0xe9, 0x74, 0xe9])]),
  );
  expect(await loadOrFaults()).toMatchObject([
    {
      file: "content/sections/latin.md",
      message: "this file is not in UTF-8",
      hint: "save it again with the encoding UTF-8",
    },
  ]);
});

test("a text that is a link out of the content folder is not read", async () => {
  await writeFile(path.join(projectDir, "secret.md"), section);
  await symlink(path.join(projectDir, "secret.md"), inContent("secret-link.md"));
  await rm(inContent("testimonials/prenom-nom.md"));
  await symlink(path.join(projectDir, "secret.md"), inContent("testimonials/prenom-nom.md"));
  expect(await loadOrFaults()).toMatchObject([
    { file: "content/secret-link.md", message: "this file is a link out of the content folder" },
    {
      file: "content/testimonials/prenom-nom.md",
      message: "this file is a link out of the content folder",
      hint: "put the file itself in the place of the link",
    },
  ]);
});

test("a link that stays in the content folder is read", async () => {
  await writeFile(inContent("sections/chapitre.md"), section);
  await symlink(inContent("testimonials/prenom-nom.md"), inContent("testimonials/autre.md"));
  expect(await loadOrFaults()).toMatchObject([
    { file: "content/testimonials/prenom-nom.md", field: "order" },
  ]);
});

test("a picture that is a link out of the content folder", async () => {
  await writeFile(path.join(projectDir, "secret.png"), "");
  await symlink(path.join(projectDir, "secret.png"), inContent("carte.png"));
  await writeFile(inContent("sections/chapitre.md"), `${section}\n![Une carte](carte.png)\n`);
  expect(await loadOrFaults()).toMatchObject([
    { line: 8, message: 'the picture "carte.png" is outside the content folder' },
  ]);
});

test("a stylesheet that is a link out of styles/", async () => {
  await rm(path.join(projectDir, "styles/web.css"));
  await writeFile(path.join(projectDir, "secret.css"), "");
  await symlink(path.join(projectDir, "secret.css"), path.join(projectDir, "styles/web.css"));
  expect(await loadOrFaults()).toMatchObject([
    {
      field: "editions.0.stylesheet",
      message: '"styles/web.css" is not a stylesheet in styles/',
    },
  ]);
});

test("a project without content", async () => {
  await rm(inContent(), { recursive: true });
  expect(await loadOrFaults()).toMatchObject([
    { file: "content/publication.yaml", message: "the publication has no text" },
    { file: "content/publication.yaml", message: "this file is missing or cannot be read" },
  ]);
});

test("Windows line ends and a byte-order mark change nothing", async () => {
  const text = "\uFEFF---\ntitle: Un chapitre\norder: 20\n---\n\n\nUn texte\nsur deux lignes.\n\n";
  await writeFile(inContent("sections/chapitre.md"), text.replaceAll("\n", "\r\n"));
  expect(await loadOrFaults()).toMatchObject({
    chapters: [
      { slug: "prenom-nom" },
      { slug: "chapitre", body: "Un texte\nsur deux lignes.", bodyLine: 7 },
    ],
  });
});

test("hidden files and a README are left alone", async () => {
  await writeFile(inContent(".DS_Store"), "");
  await writeFile(inContent("sections/README.md"), "# For authors\n");
  expect(await loadOrFaults()).toMatchObject({ chapters: [{ slug: "prenom-nom" }] });
});
