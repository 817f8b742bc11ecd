/**
 * A publisher who is not the sample's: another theme, language, accent and logo, eight chapters, five
 * of them in two parts, pages of Letter and A5. Two such projects are built at once in one process, neither in its folder.
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
import type { Bookmark } from "../../../src/pdf/document/outline.ts";
import { openPdf } from "../../../src/pdf/objects/open-pdf.ts";
import { readPdfjsText } from "../../../src/pdf/text/pdfjs-text.ts";

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
    expect(await sizeOf("output/pdf/our-year-on-the-quay.pdf")).toEqual([14, 612, 792]);
    expect(await sizeOf("output/print/our-year-on-the-quay-brochure.pdf")).toEqual([16, 420, 595]);
    expect(await sizeOf("output/print/our-year-on-the-quay-letter.pdf")).toEqual([8, 612, 792]);
  });

  it("opens each part on a page of its own, which bookmarks and contents name", async () => {
    const pdf = await openPdf(await read("harbour", "output/pdf/our-year-on-the-quay.pdf"));
    const nested = (bookmarks: readonly Bookmark[]): readonly unknown[] =>
      bookmarks.flatMap(({ title, page, kids }) => [
        `${title} ${page}`,
        ...(kids.length === 0 ? [] : [nested(kids)]),
      ]);
    expect(nested(readDocumentFacts(pdf).outline[0]?.kids ?? [])).toEqual([
      ...["Imprint 2", "Contents 3", "The flood 4", ["What we learned 4"]],
      ...["Two places 5", ["The boat 6", "The second room 7", ["Who comes 7"]]],
      "The readers 8",
      ["Stairs 9", ["What else changed 9"], "Reading aloud 10", "What was lent 11"],
      ...["Thanks 12", "Next year, and what is not settled 13", "Colophon 14"],
    ]);
    const [, , contents = ""] = await readPdfjsText(pdf);
    expect(contents.replace(/\s+/gu, " ")).toContain(
      "The flood 4 Two places 5 The boat 6 The second room 7 The readers 8 Stairs 9 Reading aloud 10",
    );
  });

  it("has the short title of a chapter at the head of its pages, and what else it says of itself", async () => {
    const texts = await readPdfjsText(
      await openPdf(await read("harbour", "output/pdf/our-year-on-the-quay.pdf")),
    );
    const page = (texts[12] ?? "").replaceAll(/\s+/gu, " ");
    expect(page.replace("Next year, and what is not settled", "")).toContain("Next year");
    expect(page).toContain("Maria Costa and João Silva");
    expect(page).toContain("The room opens in April, half a metre higher.");
  });

  it("opens parts at the right hand where pages are bound, after a page that is blank", async () => {
    const pdf = await openPdf(
      await read("harbour", "output/print/our-year-on-the-quay-brochure.pdf"),
    );
    const texts = await readPdfjsText(pdf);
    const opening = texts.findIndex((text) => /Part\s2/u.test(text));
    // Page 9, counted from 1: the ninth is a right-hand page.
    expect(opening).toBe(8);
    expect(texts[opening - 1]).not.toContain("The second room");
    expect(texts[opening - 2]).toContain("The second room");
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
