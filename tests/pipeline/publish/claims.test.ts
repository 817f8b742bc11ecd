/** What `pdf` and `build` claim, say and exit with, where a judge finds something or breaks down. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { pdfStructureJudge } from "../../../src/judges/pdf/pdf-structure.ts";
import { readingFidelityJudge } from "../../../src/judges/pdf/reading-fidelity.ts";
import type * as resources from "../../../src/judges/site/resources.ts";
import { openProject, type CommandResult, type Project } from "../../support/project.ts";
import { runHere } from "../../support/run-here.ts";

const planted = vi.hoisted(() => ({ breaksDown: false }));
vi.mock("../../../src/judges/site/resources.ts", async (original) => {
  const actual = await original<typeof resources>();
  const breakDown = () => Promise.reject(new Error("planted"));
  return {
    ...actual,
    documentResourcesJudge: (words: Parameters<typeof actual.documentResourcesJudge>[0]) => {
      const judge = actual.documentResourcesJudge(words);
      return planted.breaksDown ? { ...judge, judge: breakDown } : judge;
    },
  };
});

let project: Project;

beforeAll(async () => {
  project = await openProject();
});
afterAll(async () => {
  await project[Symbol.asyncDispose]();
});
afterEach(() => {
  vi.restoreAllMocks();
});

interface Ran extends CommandResult {
  readonly claims: boolean;
}

const finding = {
  impact: "serious" as const,
  wcag: [],
  where: "page 1",
  message: "a planted finding",
  help: "hint: none",
};

/** Runs `pdf` in this process, where judges can be made to break down. */
async function convert(body: string, ...options: readonly string[]): Promise<Ran> {
  const file = path.join(project.dir, "note.html");
  await writeFile(
    file,
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A note</title></head><body><h1>A note</h1>${body}</body></html>`,
  );
  const ran = await runHere(["pdf", file, ...options]);
  const bytes = await readFile(path.join(project.dir, "note.pdf"));
  const said = ["pdfuaid:part>", "pdfaid:part>"].map((name) => bytes.includes(name));
  expect(new Set(said).size, "both standards or neither").toBe(1);
  return { ...ran, claims: said[0] === true };
}

describe("imprimatur pdf", () => {
  it("claims both standards where every judge ran and found nothing", async () => {
    const { code, stdout, stderr, claims } = await convert("<p>Text.</p>");
    expect({ code, stderr, claims }).toEqual({ code: 0, stderr: "", claims: true });
    expect(stdout).toContain("note.pdf: 1 page, PDF/UA-1 and PDF/A-2a\n");
  });

  it.each([
    ["reading", readingFidelityJudge, "reading-fidelity"],
    ["structure", pdfStructureJudge, "pdf-not-marked"],
  ])("claims nothing where the judge of %s finds something", async (_, judge, rule) => {
    vi.spyOn(judge, "judge").mockResolvedValue({ findings: [{ rule, ...finding }] });
    const { code, stdout, stderr, claims } = await convert("<p>Text.</p>");
    expect({ code, claims }).toEqual({ code: 2, claims: false });
    expect(stderr).toContain("a planted finding\n  at page 1\n  hint: none\n");
    expect(stdout).toContain("note.pdf: 1 page, no standard is claimed: 1 finding\n");
  });

  it.each([
    ["reading", readingFidelityJudge],
    ["structure", pdfStructureJudge],
  ])("claims nothing where the judge of %s breaks down", async (_, judge) => {
    vi.spyOn(judge, "judge").mockRejectedValue(new Error("planted"));
    const { code, stdout, stderr, claims } = await convert("<p>Text.</p>");
    expect({ code, claims }).toEqual({ code: 1, claims: false });
    expect(stderr).toBe(`${judge.name} did not run: the judge broke down: planted\n`);
    expect(stdout).toContain("note.pdf: 1 page, no standard is claimed: 1 judge did not run\n");
  });

  it("says in JSON what it says in words", async () => {
    vi.spyOn(readingFidelityJudge, "judge").mockRejectedValue(new Error("planted"));
    const { code, stdout } = await convert("<p>Text.</p>", "--json");
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ standards: [] });
  });

  it("says that a judge did not run where it is quiet", async () => {
    vi.spyOn(readingFidelityJudge, "judge").mockRejectedValue(new Error("planted"));
    const { code, stdout, stderr } = await convert("<p>Text.</p>", "--quiet");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("did not run");
  });

  it.each([
    ["a style sheet", '<link rel="stylesheet" href="none.css"><p>Text.</p>'],
    ["a decorative picture", '<p>Text. <img src="none.png" alt="" width="9" height="9"></p>'],
    ["a background", '<p style="background: url(none.png)">Text.</p>'],
    // Its words stand in its place.
    ["a picture with words", '<p>Text. <img src="none.png" alt="A boat"></p>'],
    [
      "a picture with words in a frame",
      '<p>Text. <img src="none.png" alt="A boat" style="border: 1px solid"></p>',
    ],
  ])("reports %s that is missing, and claims the standards that it keeps", async (_, body) => {
    const { code, stdout, stderr, claims } = await convert(body);
    expect({ code, claims }).toEqual({ code: 2, claims: true });
    expect(stderr).toContain("there is no such file");
    expect(stdout).toContain("note.pdf: 1 page, PDF/UA-1 and PDF/A-2a; 1 finding\n");
  });

  it.each([
    [
      "a picture in a drawing",
      '<svg role="img" aria-label="A boat" width="9" height="9"><image href="none.png" width="9" height="9"/></svg>',
    ],
    ["a picture to press", '<input type="image" src="none.png" alt="A boat" width="9" height="9">'],
  ])("claims nothing where %s that means something is missing", async (_, picture) => {
    const { code, stderr, claims } = await convert(`<p>Text. ${picture}</p>`);
    expect({ code, claims }).toEqual({ code: 2, claims: false });
    expect(stderr).toContain("“A boat”");
  });

  it("reports what another document within it asks for", async () => {
    const { code, stderr } = await convert('<object data="none.png" type="image/png">A</object>');
    expect(code).toBe(2);
    expect(stderr).toContain("there is no such file");
  });

  it("claims what it keeps where the judge of resources breaks down, and exits 1", async () => {
    planted.breaksDown = true;
    const { code, stdout, claims } = await convert("<p>Text.</p>");
    planted.breaksDown = false;
    expect({ code, claims }).toEqual({ code: 1, claims: true });
    expect(stdout).toContain("note.pdf: 1 page, PDF/UA-1 and PDF/A-2a; 1 judge did not run\n");
  });
});
