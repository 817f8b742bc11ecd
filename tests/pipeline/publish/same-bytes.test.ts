/** The same content gives the same bytes, in every file of a build, and by Eleventy alone. */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openProject, type Project } from "../../support/project.ts";

let project: Project;
let made: ReadonlyMap<string, string>;

/** A fingerprint of each file that a build has made. */
async function fingerprints(): Promise<ReadonlyMap<string, string>> {
  const output = path.join(project.dir, "output");
  const entries = await readdir(output, { recursive: true, withFileTypes: true });
  // The report says when it was written, and how long the run took.
  const files = entries.filter((entry) => entry.isFile() && entry.name !== "report.json");
  const pairs = files.map(async ({ parentPath, name }) => {
    const file = path.join(parentPath, name);
    const hash = createHash("sha256").update(await readFile(file));
    return [path.relative(output, file), hash.digest("hex")] as const;
  });
  return new Map((await Promise.all(pairs)).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** A build that fails leaves what was there, which would be the same bytes as well. */
async function build(): Promise<void> {
  const { code, stderr } = await project.run(["build", "--no-check", "--quiet"]);
  expect(code, stderr).toBe(0);
}

beforeAll(async () => {
  project = await openProject();
  await build();
  made = await fingerprints();
});
afterAll(async () => {
  await project[Symbol.asyncDispose]();
});

it("a build makes the same bytes again", async () => {
  expect(made.size).toBeGreaterThan(15);
  await build();
  expect(await fingerprints()).toEqual(made);
});

it("the web edition is what Eleventy makes by itself", async () => {
  const eleventy = path.resolve("node_modules/@11ty/eleventy/cmd.cjs");
  const config = path.relative(project.dir, path.resolve(".eleventy.ts"));
  await promisify(execFile)(process.execPath, [eleventy, `--config=${config}`, "--quiet"], {
    cwd: project.dir,
  });
  expect(await fingerprints()).toEqual(made);
});
