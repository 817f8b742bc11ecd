/** The same content gives the same bytes, in every file of a build, and by Eleventy alone. */
import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { fingerprints } from "../../support/fingerprints.ts";
import { openProject, type Project } from "../../support/project.ts";

let project: Project;
let made: ReadonlyMap<string, string>;

/** A build that fails leaves what was there, which would be the same bytes as well. */
async function build(): Promise<void> {
  const { code, stderr } = await project.run(["build", "--no-check", "--quiet"]);
  expect(code, stderr).toBe(0);
}

beforeAll(async () => {
  project = await openProject();
  await build();
  made = await fingerprints(project.dir);
});
afterAll(async () => {
  await project[Symbol.asyncDispose]();
});

it("a build makes the same bytes again", async () => {
  expect(made.size).toBeGreaterThan(15);
  await build();
  expect(await fingerprints(project.dir)).toEqual(made);
});

it("the web edition is what Eleventy makes by itself", async () => {
  const eleventy = path.resolve("node_modules/@11ty/eleventy/cmd.cjs");
  const config = path.relative(project.dir, path.resolve(".eleventy.ts"));
  await promisify(execFile)(process.execPath, [eleventy, `--config=${config}`, "--quiet"], {
    cwd: project.dir,
  });
  expect(await fingerprints(project.dir)).toEqual(made);
});
