/** Tests look at projects of their own: they stay green where the repository's content/ and styles/ are replaced. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { ownContentReads } from "../../support/own-content.ts";

test("no test reads the repository's own content/ or styles/", { timeout: 60_000 }, () => {
  expect(ownContentReads(path.join(import.meta.dirname, "../../.."))).toEqual([]);
});

async function readsOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const root = await mkdtemp(path.join(tmpdir(), "imprimatur-test-"));
  try {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(root, name)), { recursive: true });
      await writeFile(path.join(root, name), text);
    }
    return ownContentReads(root);
  } finally {
    await rm(root, { recursive: true });
  }
}

const NAMED = 'const ROOT = fileURLToPath(new URL("../../../", import.meta.url));';
const TOP = 'const top = path.join(import.meta.dirname, "../../..");';

test.each([
  ["a file by its name", 'await readFile("content/publication.yaml", "utf8");'],
  ["a file by a name in parts", "await readFile(`styles/${name}.css`);"],
  ["a folder by its name", 'readdirSync("./styles");'],
  ["a folder from the current one", 'const dir = path.resolve("content");'],
  ["a folder of the current one", 'const dir = path.join(process.cwd(), "content", name);'],
  ["a file by its address", 'new URL("../../../styles/tokens.css", import.meta.url);'],
  ["a folder beside tests/", 'path.join(import.meta.dirname, "../../../content/images");'],
  ["a folder of a named one", `${NAMED} await cp(path.join(ROOT, "styles"), dir);`],
  ["a folder of a named one, in a template", `${TOP} const dir = \`\${top}/content\`;`],
  ["all that there is", `${NAMED} await cp(ROOT, dir, { recursive: true });`],
  ["the project in the current folder", 'await openProject(".");'],
  ["the folders of the current project", "await loadPublicationIn(projectFolders(process.cwd()));"],
  ["the project of a named folder", `${TOP} await openProject(top);`],
  ["the styles of a named folder", `${TOP} await stylesOf(top);`],
  ["a build in this process", 'await runHere(["build", "--no-check"]);'],
  [
    "a build in a named folder",
    `${NAMED} await using run = await watchRun(["build"], { cwd: ROOT });`,
  ],
])("%s is found", async (_, statement) => {
  expect(await readsOf({ "tests/unit/web/a.test.ts": `\n${statement}\n` })).toEqual([
    "tests/unit/web/a.test.ts:2",
  ]);
});

test("a folder that another module names is found", async () => {
  const support = 'export const top = path.join(import.meta.dirname, "../..");';
  const reads = 'import { top } from "../support/top.ts";\nawait openProject(top);';
  expect(await readsOf({ "tests/support/top.ts": support, "tests/unit/a.test.ts": reads })).toEqual(
    ["tests/unit/a.test.ts:2"],
  );
});

test.each([
  ["a fixture", 'path.join(import.meta.dirname, "../../fixtures/content");'],
  ["a copy of one", "await openProject();"],
  ["a fixture by its name", 'await openProject("note");'],
  ["a folder of a copy", 'await readFile(path.join(project.dir, "content/publication.yaml"));'],
  ["a file that is written in a copy", 'await project.write("styles/pocket.css", css);'],
  ["a file of the source", 'await readFile("src/themes/voices/styles/web.css");'],
  ["what a message says", 'expect(stderr).toContain("content/sections/the-boat.md");'],
  ["the browser of the repository", "await launchBrowser({ projectDir: process.cwd() });"],
  ["a conversion in this process", 'await runHere(["pdf", file]);'],
])("%s is none", async (_, statement) => {
  expect(await readsOf({ "tests/unit/web/a.test.ts": statement })).toEqual([]);
});
