/**
 * Every judge of pages against planted defects: each is caught, and the test says by whom and under
 * which name. The clean page shows that they are not caught by accident.
 */
import { join } from "node:path";
import type { Page } from "puppeteer";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openGatedPage, type GatedPage } from "../../../src/browser/gate.ts";
import { launchBrowser, type LaunchedBrowser } from "../../../src/browser/launch-browser.ts";
import { axeJudge } from "../../../src/judges/html/axe.ts";
import type { JudgeReport } from "../../../src/judges/verdict/finding.ts";
import { runJudge } from "../../../src/judges/verdict/judge.ts";
import { pa11yJudge } from "../../../src/judges/html/pa11y.ts";
import { pageContrastJudge } from "../../../src/judges/html/page-contrast.ts";
import { semanticsJudge } from "../../../src/judges/html/semantics.ts";
import { judgeWebPage } from "../../../src/judges/html/web-modes.ts";
import { formatHtml } from "../../../src/report/html.tsx";
import { refusedReport } from "../../unit/report/planted-report.ts";

let launched: LaunchedBrowser;
let gated: GatedPage | undefined;

beforeAll(async () => {
  launched = await launchBrowser({ projectDir: process.cwd(), onNotice: () => undefined });
});
afterEach(async () => {
  await gated?.close();
  gated = undefined;
});
afterAll(() => launched.close());

async function open(name: string): Promise<Page> {
  gated = await openGatedPage(launched.browser, {
    roots: [{ urlPath: "/", dir: join(process.cwd(), "tests/fixtures/html") }],
    documents: new Map([
      ["/report.html", { body: formatHtml(refusedReport), contentType: "text/html" }],
    ]),
    onRefused: () => undefined,
  });
  await gated.page.goto(`${gated.origin}/${name}.html`);
  return gated.page;
}

/** Each finding as `judge: rule @ where`. */
function told(reports: readonly JudgeReport[]): readonly string[] {
  return reports.flatMap(({ name, findings }) =>
    findings.map(({ rule, where }) => `${name}: ${rule} @ ${where}`),
  );
}

async function judgeFixture(name: string): Promise<readonly JudgeReport[]> {
  const page = await open(name);
  const reports: JudgeReport[] = [];
  for (const judge of [axeJudge(), pa11yJudge, semanticsJudge]) {
    reports.push(await runJudge(judge, page));
  }
  return reports;
}

describe("planted defects", () => {
  test.each<readonly [fixture: string, expected: readonly string[]]>([
    [
      "missing-alternative",
      [
        "axe-core: image-alt @ main > img",
        "pa11y: WCAG2AA.Principle1.Guideline1_1.1_1_1.H37 @ main > img",
        "pa11y: image-alt @ main > img",
      ],
    ],
    [
      "low-contrast",
      [
        "axe-core: color-contrast @ main > p:nth-of-type(2) “Pale words on white.”",
        "pa11y: color-contrast @ main > p:nth-of-type(2) “Pale words on white.”",
      ],
    ],
    [
      "skipped-heading",
      [
        "axe-core: heading-order @ main > h3 “Two levels down”",
        "imprimatur-semantics: heading-skipped @ main > h3 “Two levels down”",
      ],
    ],
    [
      "unnamed-link",
      [
        "axe-core: link-name @ main > p > a",
        "pa11y: WCAG2AA.Principle4.Guideline4_1.4_1_2.H91.A.NoContent @ main > p > a",
        "pa11y: link-name @ main > p > a",
      ],
    ],
    [
      "missing-language",
      [
        "axe-core: html-has-lang @ html",
        "pa11y: WCAG2AA.Principle3.Guideline3_1.3_1_1.H57.2 @ html",
        "pa11y: html-has-lang @ html",
      ],
    ],
    [
      "table-without-headers",
      ["imprimatur-semantics: table-without-headers @ main > table “Year Visits 2019 120 2020 80”"],
    ],
    [
      "list-without-markup",
      [
        "imprimatur-semantics: list-without-markup @ main > p:nth-of-type(1) “• Bread”",
        "imprimatur-semantics: list-without-markup @ main > p:nth-of-type(4) “1. Slice 2. Spread 3. Eat”",
      ],
    ],
    [
      "small-targets",
      [
        "axe-core: target-size @ main > button:nth-of-type(1) “1”",
        "axe-core: target-size @ main > button:nth-of-type(2) “2”",
      ],
    ],
  ])("%s is caught and named", async (fixture, expected) => {
    const reports = await judgeFixture(fixture);
    expect(reports.map(({ reason }) => reason)).toEqual([undefined, undefined, undefined]);
    expect(told(reports)).toEqual(expected);
  });

  test("the semantics judge quotes its evidence", async () => {
    const { findings } = await runJudge(semanticsJudge, await open("table-without-headers"));
    expect(findings[0]).toMatchObject({ wcag: ["1.3.1"], impact: "serious" });
    expect(findings[0]?.message).toContain("“Year | Visits”");
  });

  test("what only resembles a list or a table of data is left alone", async () => {
    expect(told([await runJudge(semanticsJudge, await open("lookalikes"))])).toEqual([]);
  });

  test("a fault in a frame is found", async () => {
    const { findings } = await runJudge(axeJudge(), await open("frame"));
    expect(findings.map(({ rule, where }) => `${rule} @ ${where}`)).toEqual([
      "link-name @ iframe » a",
    ]);
  });

  test("a structure element is named as the PDF names it, and best practices can be left out", async () => {
    const page = await open("derived");
    const judges = [axeJudge({ bestPractices: false }), pa11yJudge];
    const reports = await Promise.all(judges.map((judge) => runJudge(judge, page)));
    const places = reports.flatMap(({ findings }) => findings.map(({ where }) => where));
    expect(new Set(places)).toEqual(new Set(["page 2 · Document > Figure[1]"]));
  });

  test("a page cannot talk its judges into a pass", async () => {
    const reports = await judgeFixture("hostile");
    const [axeReport, pa11yReport] = reports;
    expect(axeReport?.findings.map(({ rule }) => rule)).toContain("link-name");
    expect(pa11yReport?.status).not.toBe("passed");
  });
});

describe("contrast that axe-core cannot decide", () => {
  test("is measured on the pixels: low fails, enough is left alone", async () => {
    const report = await runJudge(axeJudge(), await open("low-contrast-gradient"));
    expect(report.findings.map(({ where }) => where)).toEqual([
      "main > p:nth-of-type(1) “Grey words on a gradient of…”",
      "main > p:nth-of-type(3) “Black words that shine through.”",
    ]);
    const [gradient, faded] = report.findings;
    expect(gradient).toMatchObject({ rule: "color-contrast", wcag: ["1.4.3"] });
    expect(gradient?.message).toMatch(/contrast of 1\.\d+:1 \(#777777 on #8\w{5}\)/);
    expect(faded?.message).toMatch(/contrast of 2\.\d+:1 \(#b\w{5} on #f\w{5}\)/);
    expect(report.toReview).toBeUndefined();
  });

  test("leaves the page as it was", async () => {
    const page = await open("low-contrast-gradient");
    const before = await page.content();
    await runJudge(axeJudge(), page);
    expect(await page.content()).toBe(before);
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
  });
});

test("paginated pages: real text, overlapping boxes and generated text, by page", async () => {
  const report = await runJudge(pageContrastJudge, await open("paged"));
  expect(told([report])).toEqual([
    "imprimatur-page-contrast: color-contrast @ page 2 · p “Pale words on page two”",
    "imprimatur-page-contrast: color-contrast @ page 3 · p “Words over another box”",
    "imprimatur-page-contrast: generated-text-contrast @ page 2 · div ::after “page 2 of 3”",
    "imprimatur-page-contrast: generated-text-contrast @ page 3 · div ::before “Running header”",
  ]);
});

describe("the modes of a web page", () => {
  test.each(["clean", "report"])("%s passes every judge in every mode", async (name) => {
    const reports = await judgeWebPage(await open(name));
    expect(told(reports)).toEqual([]);
    expect(reports.map(({ name: judge, status }) => `${judge} ${status}`)).toEqual([
      "axe-core passed",
      "pa11y passed",
      "imprimatur-generated-text passed",
      "imprimatur-semantics passed",
      "imprimatur-layout passed",
      "imprimatur-reflow passed",
    ]);
  });

  test.each([
    [
      "low-contrast-print",
      "axe-core: color-contrast @ main > p “Pale words on paper only.” (print)",
    ],
    [
      "low-contrast-generated",
      "imprimatur-generated-text: generated-text-contrast @ main > p “The label is pale; this sentence…” ::before “Note:” (all modes)",
    ],
    [
      "sideways-scrolling",
      "imprimatur-reflow: reflow @ main > p “A box that does not shrink.” (320 px)",
    ],
    ["missing-language", "axe-core: html-has-lang @ html (all modes)"],
  ])("%s is caught where it holds", async (name, expected) => {
    const page = await open(name);
    expect(told(await judgeWebPage(page))).toContain(expected);
  });

  test("a page that is gone is not a pass", async () => {
    const page = await open("clean");
    await page.close();
    const report = await runJudge(axeJudge(), page);
    expect(report).toMatchObject({ status: "skipped", findings: [] });
    expect(report.reason).toContain("broke down");
  });
});
