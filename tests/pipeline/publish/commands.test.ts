/** The command line as a person meets it: exit codes, messages, and what happens to output/. */
import { createHash } from "node:crypto";
import { access, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseJson } from "../../../src/report/json.ts";
import { openProject, type Project } from "../../support/project.ts";

let project: Project;

beforeAll(async () => {
  project = await openProject();
  // What an earlier run made.
  await mkdir(path.join(project.dir, "output/web"), { recursive: true });
  await writeFile(path.join(project.dir, "output/web/index.html"), "former");
});
afterAll(async () => {
  await project[Symbol.asyncDispose]();
});

async function expectFormerOutput(): Promise<void> {
  const names = await readdir(path.join(project.dir, "output"));
  // The empty file by which a run holds the folder stays.
  expect(names.filter((name) => name !== ".session.lock")).toEqual(["web"]);
  expect(await readFile(path.join(project.dir, "output/web/index.html"), "utf8")).toBe("former");
}

describe("imprimatur", () => {
  it("tells its version, its commands and its exit codes", async () => {
    const [version, help] = await Promise.all([
      project.run(["--version"]),
      project.run(["--help"]),
    ]);
    expect(version).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string,
    });
    expect(help.code).toBe(0);
    for (const word of ["build", "check", "Exit codes"]) expect(help.stdout).toContain(word);
  });

  it("does not know every command", async () => {
    const { code, stderr } = await project.run(["pubish"]);
    expect(code).toBe(1);
    expect(stderr).toContain("unknown command");
  });
});

describe("imprimatur build", () => {
  it("tells all that is wrong with the content at once, and leaves output/ as it was", async () => {
    const callout = path.join(project.dir, "content/callouts/entraidons-nous.md");
    const [figure, text] = [
      "content/figures/interventions-sur-le-terrain.md",
      await readFile(callout, "utf8"),
    ];
    const formerFigure = await readFile(path.join(project.dir, figure), "utf8");
    await writeFile(callout, text.replace("title:", "titl:"));
    await project.write(figure, formerFigure.replace("christelle-costa", "nobody"));
    const { code, stderr, stdout } = await project.run(["build"]);
    const json = await project.run(["build", "--json"]);
    await writeFile(callout, text);
    await project.write(figure, formerFigure);

    expect(code).toBe(1);
    expect(stdout).toContain("failed");
    expect(stderr).toContain("content/callouts/entraidons-nous.md");
    expect(stderr).toContain("did you mean `title`?");
    expect(stderr).toContain("content/figures/interventions-sur-le-terrain.md");
    expect(stderr).toContain("christelle-costa");
    expect(json).toMatchObject({ code: 1, stderr: "" });
    expect(JSON.parse(json.stdout)).toMatchObject({
      error: { code: "content", faults: expect.arrayContaining([]) as unknown[] },
    });
    await expectFormerOutput();
  });

  it("names the editions there are when asked for another", async () => {
    const { code, stderr } = await project.run(["build", "--edition", "poster"]);
    expect(code).toBe(1);
    expect(stderr).toContain('there is no edition "poster"');
    expect(stderr).toContain("hint: the editions are web, report");
    await expectFormerOutput();
  });

  it("stops at Ctrl-C with the former output whole, and no half-made folder", async () => {
    const stop = new AbortController();
    const run = project.run(["build"], { signal: stop.signal });
    // The folder that the run writes to shows that it is under way.
    const isUnderWay = async (): Promise<boolean> =>
      (await readdir(path.join(project.dir, "output"))).some((name) => name.startsWith(".making-"));
    while (!(await isUnderWay())) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    stop.abort();
    const { code, stderr } = await run;
    expect(code).toBe(130);
    expect(stderr).toContain("stopped: output/ is as it was before");
    await expectFormerOutput();
  });
});

describe("imprimatur check", () => {
  it("finds what is wrong with a page that the project did not make", async () => {
    const html = "<!doctype html><html><title>A</title><img src=a.png>";
    await project.write("site/index.html", html);
    const { code, stdout } = await project.run(["check", "site", "--json"]);
    expect(code).toBe(2);
    const report = parseJson(stdout);
    const [edition] = report.editions;
    expect(edition).toMatchObject({ version: report.version, date: report.date });
    expect(edition?.files).toEqual([
      {
        path: "site/index.html",
        bytes: html.length,
        sha256: createHash("sha256").update(html).digest("hex"),
      },
    ]);
    const rules = edition?.judges.flatMap(({ findings }) => findings.map(({ rule }) => rule));
    expect(rules).toEqual(
      expect.arrayContaining(["html-has-lang", "image-alt", "link-broken", "resource-missing"]),
    );
  });

  it.each([
    ["notes.txt", "neither a PDF nor an HTML file"],
    ["missing.pdf", "cannot be opened"],
    ["https://example.org/", "not an address of this machine"],
  ])("says why it cannot judge %s", async (target, message) => {
    await project.write("notes.txt", "notes");
    const { code, stderr } = await project.run(["check", target]);
    expect(code).toBe(1);
    expect(stderr).toContain(message);
    expect(stderr).toContain("hint: ");
  });

  it("says that nothing was built yet", async () => {
    const { code, stderr } = await project.run(["check"]);
    expect(code).toBe(1);
    expect(stderr).toContain("run `npm run build` first");
    await expect(access(path.join(project.dir, "output/reports"))).rejects.toThrow("ENOENT");
  });
});
