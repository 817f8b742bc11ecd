/**
 * PDFs with one planted defect each: printed by the browser with its own tags, so that nothing of
 * ours has mended them, or made by hand where the browser itself hides the defect. Each is caught,
 * and the test says by whom and under which name.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openGatedPage } from "../../../src/browser/gate.ts";
import { launchBrowser, type LaunchedBrowser } from "../../../src/browser/launch-browser.ts";
import type { JudgeReport } from "../../../src/judges/verdict/finding.ts";
import { judgeBy, JudgeUnavailable } from "../../../src/judges/verdict/judge.ts";
import { judgePdf, type PdfJudging } from "../../../src/judges/pdf/judge-pdf.ts";
import type { VeraPdfJudge } from "../../../src/judges/pdf/verapdf.ts";
import { VERAPDF } from "../../../src/judges/pdf/verapdf-info.ts";
import { makeTaggedPdf, type Tag, type TaggedPdf } from "../../fixtures/pdf/tagged-pdf.ts";

const FIXTURES = path.resolve("tests/fixtures/html");

let launched: LaunchedBrowser;

beforeAll(async () => {
  launched = await launchBrowser({ projectDir: process.cwd(), onNotice: () => undefined });
});
afterAll(() => launched.close());

/** The validator is tested by itself; it would take longer than all the others. */
const veraPdf: VeraPdfJudge = {
  ...judgeBy(VERAPDF, () => Promise.resolve({ findings: [] }), "0"),
  isMissing: false,
};

const judging = (): PdfJudging => ({
  browser: launched.browser,
  onRefused: () => undefined,
  signal: new AbortController().signal,
  veraPdf,
  everyJudgeMustRun: true,
});

async function judgePrinted(name: string): Promise<readonly JudgeReport[]> {
  const html = await readFile(path.join(FIXTURES, `${name}.html`), "utf8");
  const roots = [{ urlPath: "/", dir: FIXTURES }];
  const { page, origin, close } = await openGatedPage(launched.browser, { ...judging(), roots });
  await page.goto(`${origin}/${name}.html`);
  const bytes = await page.pdf({ tagged: true, outline: true });
  await close();
  return judgePdf(bytes, {
    ...judging(),
    pages: { html, roots, limits: { smallestTextPt: 9, contrast: 4.5 } },
  });
}

/** Each finding as `judge: rule`, each once. */
function told(reports: readonly JudgeReport[]): readonly string[] {
  const all = reports.flatMap(({ name, findings }) =>
    findings.map(({ rule }) => `${name}: ${rule}`),
  );
  return [...new Set(all)];
}

describe("planted defects in a PDF", () => {
  test.each([
    ["missing-alternative", "axe-core: image-alt"],
    ["missing-alternative", "pa11y: WCAG2AA.Principle1.Guideline1_1.1_1_1.H37"],
    ["missing-alternative", "imprimatur-pdf-structure: pdf-figure-alt"],
    ["low-contrast", "imprimatur-page-contrast: color-contrast"],
    ["low-contrast-generated", "imprimatur-page-contrast: generated-text-contrast"],
    ["skipped-heading", "imprimatur-pdf-structure: pdf-heading-order"],
    ["list-without-markup", "imprimatur-pdf-structure: pdf-suspected-list"],
  ])("%s: %s", async (name, expected) => {
    expect(told(await judgePrinted(name))).toContain(expected);
  });

  const heading = { role: "H1", text: "A title" };
  const cell = (text: string): Tag => ({ role: "TD", text });
  const rows = [
    { role: "TR", kids: [cell("Year"), cell("Lines")] },
    { role: "TR", kids: [cell("2020"), cell("10 000")] },
  ];
  const link = { role: "Link", link: { uri: "https://example.org/" } };
  const handMade: readonly (readonly [string, TaggedPdf, readonly string[]])[] = [
    [
      "an unnamed link",
      { tags: [heading, { role: "P", kids: [link] }] },
      ["axe-core: link-name", "pa11y: link-name", "imprimatur-pdf-structure: pdf-link-name"],
    ],
    [
      "a missing language",
      { lang: null, tags: [heading] },
      [
        "axe-core: html-has-lang",
        "pa11y: WCAG2AA.Principle3.Guideline3_1.3_1_1.H57.2",
        "imprimatur-pdf-structure: pdf-document-language",
      ],
    ],
    [
      "a table without headers",
      { tags: [heading, { role: "Table", kids: rows }] },
      [
        "imprimatur-semantics: table-without-headers",
        "imprimatur-pdf-structure: pdf-table-headers",
      ],
    ],
    [
      "a list that is none",
      { tags: [heading, { role: "L", kids: [{ role: "P", text: "one" }] }] },
      ["axe-core: list", "imprimatur-pdf-structure: pdf-list-structure"],
    ],
  ];

  test.each(handMade)("%s", async (_name, wanted, expected) => {
    const reports = await judgePdf(await makeTaggedPdf(wanted), judging());
    expect(told(reports)).toEqual(expect.arrayContaining([...expected]));
  });

  test("a clean document has none of them, and every judge ran", async () => {
    const reports = await judgePrinted("clean");
    expect(reports.map(({ status }) => status)).not.toContain("skipped");
    expect(told(reports).filter((rule) => !rule.includes("pdf-untagged-content"))).toEqual([]);
  });

  test.each([
    [{ isMissing: true }, false, true],
    [{ isMissing: true }, true, undefined],
    [{ isMissing: false }, false, undefined],
  ])(
    "a validator %o is waived only where nobody asked that it must run (%s)",
    async (found, everyJudgeMustRun, waived) => {
      const absent = {
        ...veraPdf,
        ...found,
        judge: () => Promise.reject(new JudgeUnavailable("no Java")),
      };
      const pdf = await makeTaggedPdf({ tags: [{ role: "H1", text: "A title" }] });
      const reports = await judgePdf(pdf, { ...judging(), veraPdf: absent, everyJudgeMustRun });
      const report = reports.find(({ name }) => name === "veraPDF");
      expect(report).toMatchObject({ status: "skipped", reason: "no Java" });
      expect(report?.waived).toBe(waived);
    },
  );

  test("contrast is skipped, not passed, where there are no pages", async () => {
    const bytes = await readFile(path.resolve("tests/fixtures/pdf/article.pdf"));
    const reports = await judgePdf(bytes, judging());
    expect(reports.find(({ name }) => name === "imprimatur-page-contrast")).toMatchObject({
      status: "skipped",
      reason: expect.stringContaining("paginated pages") as string,
    });
  });
});
