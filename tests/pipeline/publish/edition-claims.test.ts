/** What a PDF edition claims, and that the report of a build agrees with it. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { DEFAULT_TIME_LIMITS } from "../../../src/judges/verdict/time-limit.ts";
import { launchBrowser, type LaunchedBrowser } from "../../../src/browser/launch-browser.ts";
import type { Report } from "../../../src/judges/verdict/finding.ts";
import { judgeMade } from "../../../src/editions/judge-made.ts";
import { pdfStructureJudge } from "../../../src/judges/pdf/pdf-structure.ts";
import { readingFidelityJudge } from "../../../src/judges/pdf/reading-fidelity.ts";
import { silentLog } from "../../../src/log.ts";
import { makeEdition } from "../../../src/editions/make-edition.ts";
import { openProject } from "../../../src/project/project.ts";

const chapter = path.resolve(import.meta.dirname, "../../fixtures/projects/chapter");
let launched: LaunchedBrowser;
let dir: string;

beforeAll(async () => {
  launched = await launchBrowser({ projectDir: process.cwd(), onNotice: () => undefined });
  dir = await mkdtemp(path.join(tmpdir(), "imprimatur-edition-"));
});
afterAll(async () => {
  await launched.close();
  await rm(dir, { recursive: true, force: true });
});
afterEach(() => {
  vi.restoreAllMocks();
});

const sound = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A note</title></head><body><h1>A note</h1><p>Text.</p></body></html>`;

async function make(html: string): Promise<{
  readonly claims: boolean;
  readonly notices: readonly string[];
  readonly report: Report;
}> {
  const project = await openProject(chapter);
  const edition = project.publication.editions.find(({ kind }) => kind === "pdf");
  if (edition?.kind !== "pdf") throw new Error("the publication has no PDF edition");
  const notices: string[] = [];
  const running = {
    project,
    browser: launched.browser,
    log: { ...silentLog, notice: (text: string) => void notices.push(text) },
    signal: new AbortController().signal,
  };
  const made = await makeEdition(edition, {
    ...running,
    sources: { bodies: new Map(), printSources: [{ edition: edition.id, html }] },
    dir,
    date: new Date(0),
    producer: "Imprimatur test",
  });
  const bytes = await readFile(path.join(dir, made.file));
  const report = await judgeMade([made], {
    ...running,
    makingDir: dir,
    outputDir: "output",
    everyJudgeMustRun: false,
    limits: DEFAULT_TIME_LIMITS,
    together: (tasks) => Promise.all(tasks.map((task) => task())),
  });
  return { claims: bytes.includes("pdfuaid:part>"), notices, report };
}

function statusOf(report: Report, name: string): readonly string[] {
  const judges = report.editions.flatMap((edition) => edition.judges);
  return judges.filter((judge) => judge.name === name).map(({ status }) => status);
}

test("an edition that its judges passed claims, and is judged once by each of them", async () => {
  const { claims, notices, report } = await make(sound);
  expect({ claims, notices }).toEqual({ claims: true, notices: [] });
  for (const name of [
    "imprimatur-source",
    "imprimatur-pdf-structure",
    "imprimatur-reading-fidelity",
  ]) {
    expect(statusOf(report, name), name).toEqual(["passed"]);
  }
});

test("a judge that broke down while it was made takes the claim, and the report says so", async () => {
  vi.spyOn(readingFidelityJudge, "judge").mockRejectedValueOnce(new Error("planted"));
  const { claims, notices, report } = await make(sound);
  expect(claims).toBe(false);
  expect(notices).toEqual([expect.stringMatching(/no standard is claimed: 1 judge did not run$/)]);
  expect(statusOf(report, "imprimatur-reading-fidelity")).toEqual(["skipped"]);
  expect(report.granted).toBe(false);
});

test("a finding of the judge of structure takes the claim", async () => {
  const finding = { rule: "pdf-not-marked", impact: "serious" as const, wcag: [], where: "page 1" };
  vi.spyOn(pdfStructureJudge, "judge").mockResolvedValueOnce({
    findings: [{ ...finding, message: "planted", help: "" }],
  });
  const { claims, report } = await make(sound);
  expect(claims).toBe(false);
  expect(statusOf(report, "imprimatur-pdf-structure")).toEqual(["failed"]);
});

test("a fault of the source takes the claim", async () => {
  const { claims, notices, report } = await make(sound.replace(' lang="en"', ""));
  expect(claims).toBe(false);
  expect(notices).toEqual([expect.stringContaining("no standard is claimed")]);
  expect(statusOf(report, "imprimatur-source")).toEqual(["failed"]);
});
