/** The packed file, installed into an empty folder, does what the repository does, and brings no more. */
import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { fingerprints } from "../../support/fingerprints.ts";
import {
  installPackage,
  packFile,
  type InstalledPackage,
  type PackedFile,
} from "../../support/installed-package.ts";
import { openProject, type Project } from "../../support/project.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const FIXTURE = path.join(ROOT, "tests/fixtures/projects/chapter");

/** Packages come over the network, beside whatever else is tested. */
const LIMIT_MS = 300_000;

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), hasInstallScript: z.boolean().optional() }),
  ),
});

const reportSchema = z.object({
  editions: z.array(
    z.object({
      judges: z.array(
        z.object({
          name: z.string(),
          status: z.string(),
          findings: z.array(z.object({ rule: z.string() })),
        }),
      ),
    }),
  ),
});

let packed: PackedFile;
/** Made by the repository's own program. */
let here: Project;

beforeAll(async () => {
  packed = await packFile();
  here = await openProject();
  const { code, stderr } = await here.run(["build", "--no-check", "--quiet"]);
  expect(code, stderr).toBe(0);
}, LIMIT_MS);
afterAll(async () => {
  await packed[Symbol.asyncDispose]();
  await here[Symbol.asyncDispose]();
});

describe.each(["10", "11"])("installed by npm %s", (npm) => {
  let installed: InstalledPackage;
  let packages: ReadonlyMap<string, { readonly hasInstallScript?: boolean | undefined }>;

  beforeAll(async () => {
    installed = await installPackage(packed.file, npm);
    const lock = await readFile(path.join(installed.dir, "package-lock.json"), "utf8");
    packages = new Map(Object.entries(lockSchema.parse(JSON.parse(lock)).packages));
  }, LIMIT_MS);
  afterAll(async () => {
    await installed[Symbol.asyncDispose]();
  });

  it("no script runs at install, and none would have to", () => {
    const withScript = [...packages].filter(([, { hasInstallScript }]) => hasInstallScript);
    expect(withScript.map(([name]) => name)).toEqual([]);
  });

  it("one axe-core is installed, and no browser driver: the program has one in it", () => {
    const named = (name: string): readonly string[] =>
      [...packages.keys()].filter((each) => each.endsWith(`node_modules/${name}`));
    expect(named("axe-core")).toHaveLength(1);
    for (const name of ["puppeteer", "puppeteer-core", "@puppeteer/browsers", "playwright"]) {
      expect(named(name), name).toEqual([]);
    }
    for (const name of ["node", "pagedjs-cli", "pa11y", "tsx", "esbuild"]) {
      expect(named(name), name).toEqual([]);
    }
  });

  it(
    "a publication is built, judged and granted, with the bytes that the repository's program makes",
    async () => {
      await cp(FIXTURE, installed.dir, { recursive: true });
      const { code, stdout, stderr } = await installed.npx("build");
      expect(code, stdout + stderr).toBe(0);
      expect(stdout).toContain("Imprimatur granted");
      const ofInstalled = await fingerprints(installed.dir);
      const made = [...(await fingerprints(here.dir))].filter(
        ([name]) => !name.startsWith("reports/"),
      );
      expect(made.length).toBeGreaterThan(15);
      for (const [name, hash] of made) expect(ofInstalled.get(name), name).toBe(hash);
    },
    LIMIT_MS,
  );

  it("pa11y finds what is wrong, by both of its runners", async () => {
    const page = '<!doctype html><html lang="en"><title>A page</title><img src="data:,"></html>';
    await writeFile(path.join(installed.dir, "page.html"), page);
    const { code, stdout } = await installed.npx("check", "page.html", "--json");
    expect(code).toBe(2);
    const { editions } = reportSchema.parse(JSON.parse(stdout));
    const pa11y = editions.flatMap(({ judges }) => judges).filter(({ name }) => name === "pa11y");
    expect(pa11y.map(({ status }) => status)).toEqual(["failed"]);
    const rules = pa11y.flatMap(({ findings }) => findings.map(({ rule }) => rule));
    expect(rules).toContain("image-alt");
    expect(rules.some((rule) => rule.startsWith("WCAG2AA."))).toBe(true);
  });

  it("what keeps pa11y and Paged.js at work is in the program, with their licences", async () => {
    const packageDir = path.join(installed.dir, "node_modules/imprimatur");
    const notices = await readFile(path.join(packageDir, "dist/THIRD-PARTY.md"), "utf8");
    for (const name of ["pa11y", "pagedjs", "pagedjs-cli", "puppeteer-core", "zod"]) {
      expect(notices).toMatch(new RegExp(`^## ${name} \\d`, "m"));
    }
    const sections = notices.split(/^## /m).slice(1);
    for (const section of sections) expect(section).toMatch(/```text\n[\s\S]{200}/);
  });

  it("nothing in it names the folder that it was made in, and no sources or content are in it", async () => {
    const packageDir = path.join(installed.dir, "node_modules/imprimatur");
    const entries = await readdir(packageDir, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(100);
    for (const { parentPath, name } of files) {
      const file = path.join(parentPath, name);
      expect(file).not.toMatch(/(?<!\.d)\.tsx?$/);
      expect((await readFile(file)).includes(path.resolve(ROOT)), file).toBe(false);
    }
    expect(await readdir(packageDir)).not.toContain("content");
  });
});
