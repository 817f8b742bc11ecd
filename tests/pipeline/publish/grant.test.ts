/** What a grant is for, and what becomes of it when files are made anew, changed or added. */
import { createHash } from "node:crypto";
import { appendFile, readFile, writeFile } from "node:fs/promises";
import { execFile } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseJson } from "../../../src/report/json.ts";
import type { Report } from "../../../src/judges/verdict/finding.ts";
import { openProject, type Project } from "../../support/project.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

let project: Project;
let firstReport: Report;

const at = (name: string): string => path.join(project.dir, name);
const report = async (): Promise<Report> =>
  parseJson(await readFile(at("output/reports/report.json"), "utf8"));

interface Status {
  readonly files: readonly { readonly path: string; readonly status: string }[];
}

async function status(): Promise<{ readonly code: number; readonly of: (name: string) => string }> {
  const { code, stdout } = await project.run(["status", "--json"]);
  const { files } = JSON.parse(stdout) as Status;
  return { code, of: (name) => files.find((file) => file.path === name)?.status ?? "unknown" };
}

const WEB = "output/web/index.html";
const REPORT = "output/pdf/rivers.pdf";
const POCKET = "output/pdf/rivers-pocket.pdf";

beforeAll(async () => {
  project = await openProject("note");
  await project.run(["build", "--quiet"]);
  firstReport = await report();
});
afterAll(async () => {
  await project[Symbol.asyncDispose]();
});

describe("a grant", () => {
  it("is for the bytes that were judged, by a version, on a date", async () => {
    const { granted, version, date, durationMs, editions } = firstReport;
    expect(granted).toBe(true);
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(Math.abs(Date.now() - Date.parse(date ?? ""))).toBeLessThan(3_600_000);
    expect(durationMs).toBeGreaterThan(0);
    const files = editions.flatMap((edition) => edition.files ?? []);
    expect(files.map((file) => file.path)).toEqual(expect.arrayContaining([WEB, REPORT, POCKET]));
    for (const { path: name, bytes, sha256 } of files) {
      const content = await readFile(at(name));
      expect([name, bytes, sha256]).toEqual([
        name,
        content.byteLength,
        createHash("sha256").update(content).digest("hex"),
      ]);
    }
  });

  it("is said of each file by `status`, which then ends with 0", async () => {
    const { code, of } = await status();
    expect([of(WEB), of(REPORT), of(POCKET)]).toEqual(["granted", "granted", "granted"]);
    expect(of("output/web/rivers.pdf"), "the copy to download").toBe("granted");
    expect(code).toBe(0);
    const plain = await project.run(["status"]);
    expect(plain.code).toBe(0);
    expect(plain.stdout).toMatch(/granted +output\/pdf\/rivers\.pdf\n/);
  });

  it("ends for a file that was changed or added, and for no other", async () => {
    const former = await readFile(at(REPORT));
    await appendFile(at(REPORT), "% changed\n");
    await writeFile(at("output/pdf/other.pdf"), "%PDF-1.4\n");
    const { code, of } = await status();
    expect([of(REPORT), of("output/pdf/other.pdf"), of(POCKET)]).toEqual([
      "changed since",
      "never judged",
      "granted",
    ]);
    expect(code).toBe(2);
    await writeFile(at(REPORT), former);
    expect((await status()).of(REPORT)).toBe("granted");
  });

  it("holds for what is built again with the same bytes", async () => {
    await project.run(["build", "--no-check", "--edition", "pocket", "--quiet"]);
    expect((await status()).of(POCKET)).toBe("granted");
  });

  it("is narrowed by a build of an edition that is not judged", async () => {
    const section = at("content/sections/source.md");
    const text = await readFile(section, "utf8");
    await writeFile(section, text.replace("two stones", "three stones"));
    await project.run(["build", "--no-check", "--edition", "pocket", "--quiet"]);
    const { code, of } = await status();
    expect([of(REPORT), of(POCKET)]).toEqual(["granted", "never judged"]);
    expect(code).toBe(1);
    expect((await report()).granted).toBe(false);
  });

  it("is widened again by a judgement of that edition alone", async () => {
    const { code } = await project.run(["check", "--edition", "pocket", "--quiet"]);
    expect(code).toBe(0);
    const { of } = await status();
    expect([of(REPORT), of(POCKET)]).toEqual(["granted", "granted"]);
  });

  it("ends for the web edition that Eleventy makes anew by itself", async () => {
    const section = at("content/sections/mouth.md");
    await writeFile(section, (await readFile(section, "utf8")).replace("wide", "broad"));
    const eleventy = path.join(ROOT, "node_modules/@11ty/eleventy/cmd.cjs");
    await promisify(execFile)(
      process.execPath,
      [eleventy, `--config=${path.relative(project.dir, path.join(ROOT, ".eleventy.ts"))}`],
      { cwd: project.dir },
    );
    expect((await status()).of(WEB)).toBe("never judged");
    expect((await report()).granted).toBe(false);
    expect((await status()).of(REPORT)).toBe("granted");
  });

  it("is void after a whole build that is not judged", async () => {
    await project.run(["build", "--no-check", "--quiet"]);
    const { code, of } = await status();
    expect(of(WEB)).toBe("never judged");
    expect(code).toBe(1);
    const { granted, editions } = await report();
    expect(granted).toBe(false);
    expect(editions.find(({ edition }) => edition === "web")?.judges).toEqual([]);
  });
});

describe("imprimatur status", () => {
  it("says that nothing was built yet", async () => {
    await using empty = await openProject("note");
    const { code, stdout } = await empty.run(["status"]);
    expect(code).toBe(1);
    expect(stdout).toContain("nothing was built yet");
  });
});
