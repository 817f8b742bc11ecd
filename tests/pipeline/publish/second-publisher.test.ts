/**
 * A publisher who is not the sample's: another theme, language, accent and logo, eight chapters, pages
 * of Letter and A5. Two such projects are built at once in one process, neither in its folder.
 */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publish } from "../../../src/build/publish.ts";
import { DEFAULT_TIME_LIMITS } from "../../../src/judges/verdict/time-limit.ts";
import type { Report } from "../../../src/judges/verdict/finding.ts";
import { silentLog } from "../../../src/log.ts";
import { readDocumentFacts } from "../../../src/pdf/document/document-facts.ts";
import { openPdf } from "../../../src/pdf/objects/open-pdf.ts";

const ROOT = path.resolve(".");
const PROJECTS = path.join(ROOT, "tests/fixtures/projects");
const WEB = "output/web/index.html";

let dir: string;
let reports: readonly (Report | undefined)[];

/** A copy of a fixture, with the browser that is unpacked here. */
async function copyOf(fixture: string): Promise<string> {
  const project = path.join(dir, fixture);
  await cp(path.join(PROJECTS, fixture), project, { recursive: true });
  await mkdir(path.join(ROOT, ".cache"), { recursive: true });
  await symlink(path.join(ROOT, ".cache"), path.join(project, ".cache"));
  return project;
}

/** @param editions ids of those that are made, and not judged; all are made and judged without it. */
const build = (projectDir: string, editions?: readonly string[]): Promise<Report | undefined> =>
  publish({
    ...{ projectDir, editions, judged: editions === undefined, everyJudgeMustRun: false },
    ...{ limits: DEFAULT_TIME_LIMITS, date: new Date(0), version: "test", log: silentLog },
    signal: new AbortController().signal,
  });

const read = (fixture: string, name: string): Promise<Buffer> =>
  readFile(path.join(dir, fixture, name));

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "imprimatur-publishers-"));
  const [harbour, chapter] = await Promise.all(["harbour", "chapter"].map(copyOf));
  if (harbour === undefined || chapter === undefined) throw new Error("a fixture is missing");
  reports = await Promise.all([build(harbour), build(chapter, ["web", "brochure"])]);
}, 300_000);
afterAll(() => rm(dir, { recursive: true, force: true }));

describe("another publisher's report", () => {
  it("is granted in every edition", () => {
    const [report] = reports;
    const findings = report?.editions.flatMap(({ edition, judges }) =>
      judges.flatMap((judge) =>
        judge.findings.map(({ where, message }) => `${edition}: ${where}: ${message}`),
      ),
    );
    expect(findings).toEqual([]);
    expect(report?.editions.map(({ edition }) => edition)).toEqual([
      "web",
      "report",
      "brochure",
      "letter-brochure",
    ]);
    expect(report?.granted).toBe(true);
  });

  it("has pages of the sizes that it asked for, a part of the text where it asked for one", async () => {
    /** How many pages, and how broad and high the finished page is, in points. */
    const sizeOf = async (name: string): Promise<readonly number[]> => {
      const { pages } = readDocumentFacts(await openPdf(await read("harbour", name)));
      const [page] = pages;
      const [left = 0, bottom = 0, right = 0, top = 0] =
        page?.boxes.trim ?? page?.boxes.media ?? [];
      return [pages.length, Math.round(right - left), Math.round(top - bottom)];
    };
    expect(await sizeOf("output/pdf/our-year-on-the-quay.pdf")).toEqual([12, 612, 792]);
    expect(await sizeOf("output/print/our-year-on-the-quay-brochure.pdf")).toEqual([16, 420, 595]);
    expect(await sizeOf("output/print/our-year-on-the-quay-letter.pdf")).toEqual([8, 612, 792]);
  });

  it("shows its own title page and imprint, and nothing of the other theme", async () => {
    const html = (await read("harbour", WEB)).toString();
    for (const words of [
      "Annual report of the Harbour Library",
      "Printed by Quay Press",
      "CC BY 4.0",
    ]) {
      expect(html).toContain(words);
    }
    expect(html).not.toMatch(/voices|testimonial|callout/u);
    expect((await read("harbour", "output/web/styles.css")).toString()).toContain("#ffd200");
  });
});

describe("two projects in one process", () => {
  it("keep to their own folders", async () => {
    const [harbour, chapter] = await Promise.all(
      ["harbour", "chapter"].map((name) => read(name, WEB).then(String)),
    );
    expect(chapter).toContain("Orange fait face à la Covid-19");
    expect(chapter).not.toContain("Harbour Library");
    expect(harbour).not.toContain("Orange");
    expect(await readdir(path.join(dir, "chapter/output/print"))).toEqual([
      "orange-face-a-la-covid-19-brochure.pdf",
      "orange-face-a-la-covid-19-livret.pdf",
    ]);
  });
});
