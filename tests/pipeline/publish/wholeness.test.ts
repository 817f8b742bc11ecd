/** What is in output/ after builds that were killed, met each other, or made only a part. */
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openProject, type Project } from "../../support/project.ts";

const KILL_AT_MOVE = fileURLToPath(new URL("../../support/kill-at-move.ts", import.meta.url));

let project: Project;

beforeEach(async () => {
  project = await openProject("note");
});
afterEach(async () => {
  await project[Symbol.asyncDispose]();
});

const at = (name: string): string => path.join(project.dir, name);

/** Files under output/ but those of the session, with no path in common with a staging folder. */
async function outputFiles(): Promise<readonly string[]> {
  const entries = await readdir(at("output"), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(at("output"), path.join(entry.parentPath, entry.name)))
    .filter((name) => !/^\.session\.(?:lock|json)$/.test(name))
    .sort();
}

async function replaceIn(name: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(at(name), "utf8");
  const replaced = text.replace(from, to);
  expect(replaced, `something to replace in ${name}`).not.toBe(text);
  await writeFile(at(name), replaced);
}

const PUBLICATION = "content/publication.yaml";
const build = (...args: readonly string[]) => project.run(["build", "--no-check", ...args]);
const page = () => readFile(at("output/web/index.html"), "utf8");

describe("a build that is killed while it publishes", () => {
  it("leaves what the next command makes whole", async () => {
    expect((await build()).code).toBe(0);
    await replaceIn("content/sections/source.md", "two stones", "three stones");
    const killed = await project.run(["build", "--no-check"], {
      env: { NODE_OPTIONS: `--import ${KILL_AT_MOVE}`, KILL_AT: "9" },
    });
    expect(killed.code, "it was killed").not.toBe(0);
    const journal = await readdir(at("output"));
    expect(journal, "it was killed while it published").toContain(".publishing.json");
    await project.run(["status"]);
    expect((await outputFiles()).filter((name) => name.startsWith("."))).toEqual([]);
    const texts = await Promise.all([
      page(),
      readFile(at("output/pages/report.txt"), "utf8"),
      readFile(at("output/pages/pocket.txt"), "utf8"),
    ]);
    const stones = texts.map((text) => /\w+ stones/.exec(text)?.[0]);
    expect(new Set(stones).size, `one edition and not parts of two: ${stones.join()}`).toBe(1);
  });
});

describe("two builds at once in one folder", () => {
  it("go one after the other, and the second says why it waits", async () => {
    const [first, second] = await Promise.all([build(), build()]);
    expect([first.code, second.code]).toEqual([0, 0]);
    expect(`${first.stdout}${second.stdout}`).toMatch(
      /output is in use by imprimatur build \(process \d+ on .+, since .+\): waiting until it ends/,
    );
    expect(await outputFiles()).toContain("web/index.html");
  });
});

describe("an edition that left publication.yaml", () => {
  it("leaves nothing behind, also after a build of another edition", async () => {
    expect((await build()).code).toBe(0);
    await replaceIn(PUBLICATION, /  - id: pocket[\s\S]*/, "");
    expect((await build("--edition", "report")).code).toBe(0);
    expect((await outputFiles()).filter((name) => name.includes("pocket"))).toEqual([]);
  });

  it("leaves no folder behind", async () => {
    expect((await build("--edition", "web", "report")).code).toBe(0);
    await replaceIn(PUBLICATION, /  - id: report[\s\S]*/, "");
    expect((await build()).code).toBe(0);
    const names = await readdir(at("output"));
    expect(names).not.toContain("pdf");
    expect(names).not.toContain("pages");
  });
});

describe("a build of some editions", () => {
  it("keeps the web edition's links to those that were made before", async () => {
    expect((await build()).code).toBe(0);
    expect((await build("--edition", "web", "report")).code).toBe(0);
    expect(await page()).toContain('href="rivers-pocket.pdf"');
    expect(await outputFiles()).toContain("web/rivers-pocket.pdf");
  });

  it("refreshes the copies that the web edition has of them", async () => {
    expect((await build()).code).toBe(0);
    await replaceIn("content/sections/source.md", "two stones", "three stones and a fence");
    const { code, stdout } = await build("--edition", "report");
    expect(code).toBe(0);
    const [made, copied] = await Promise.all([
      readFile(at("output/pdf/rivers.pdf")),
      readFile(at("output/web/rivers.pdf")),
    ]);
    expect(made.equals(copied)).toBe(true);
    expect(stdout).toContain("note: the web edition describes its PDFs as they were");
  });
});

describe("an edition that cannot be made", () => {
  it("stops the others before the build ends", async () => {
    // The pocket edition loses its text; the report would take its time.
    await project.write(
      "styles/pocket.css",
      '@import url("fonts.css"); p { height: 0; overflow: hidden }',
    );
    await replaceIn(
      PUBLICATION,
      "id: pocket\n    kind: pdf\n    stylesheet: styles/report.css",
      "id: pocket\n    kind: pdf\n    stylesheet: styles/pocket.css",
    );
    await rm(at("output"), { recursive: true, force: true });
    const { code, stdout } = await build();
    expect(code).toBe(1);
    // The log says of a stage that was stopped that it failed, before the command ends.
    expect(stdout).toMatch(/pdf report .*failed/);
    expect((await readdir(at("output"))).filter((name) => !name.startsWith(".session"))).toEqual(
      [],
    );
  });
});
