/**
 * The judge of layout on web pages: words and numbers that lines divide, and tables that are wider
 * than where they stand, in each way of meeting a page. What is planted is found where it holds;
 * what looks like it is not.
 */
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openGatedPage } from "../../../src/browser/gate.ts";
import { launchBrowser, type LaunchedBrowser } from "../../../src/browser/launch-browser.ts";
import type { Finding, JudgeReport } from "../../../src/judges/verdict/finding.ts";
import { judgeWebPage } from "../../../src/judges/html/web-modes.ts";

let launched: LaunchedBrowser;

beforeAll(async () => {
  launched = await launchBrowser({ projectDir: process.cwd(), onNotice: () => undefined });
});
afterAll(() => launched.close());

async function judge(body: string, css: string): Promise<readonly JudgeReport[]> {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Layout</title>
    <meta name="viewport" content="width=device-width"><style>
    @font-face { font-family: Proof; src: url(/fonts/source-serif-4-regular.ttf) }
    body { margin: 8px; font: 16px/1.5 Proof } table { border-collapse: collapse }
    td, th { padding: 0 } ${css}</style></head><body><main><h1>Layout</h1>${body}</main></body></html>`;
  const documents = new Map([["/page.html", { body: html, contentType: "text/html" }]]);
  const { page, origin, close } = await openGatedPage(launched.browser, {
    roots: [{ urlPath: "/fonts", dir: path.resolve("tests/fixtures/fonts") }],
    documents,
    onRefused: () => undefined,
  });
  await page.goto(`${origin}/page.html`);
  const reports = await judgeWebPage(page);
  await close();
  return reports;
}

const findingsOf = (reports: readonly JudgeReport[], judgeName: string): readonly Finding[] =>
  reports.filter(({ name }) => name === judgeName).flatMap(({ findings }) => findings);
const told = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ rule, where }) => `${rule} @ ${where}`);

const table = (id: string, cells: readonly string[]): string =>
  `<table id="${id}"><tr>${cells.map((cell) => `<th scope="col">${cell}</th>`).join("")}</tr>
   <tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr></table>`;
const months = ["January", "February", "March", "April", "May", "June", "July", "August"];

describe("planted defects", () => {
  let reports: readonly JudgeReport[];
  beforeAll(async () => {
    reports = await judge(
      `<p id="number">10,000</p><p id="word">extraordinary</p>
       <p id="anywhere">Circumstances, neighbourhoods, acknowledgements and afterthoughts</p>
       <div id="squeezed">${table("figures", ["1,234,567,890", "2,345,678,901", "3,456,789,012", "4,567,890,123"])}</div>
       ${table("wide", months)}
       <div class="cut">${table("cut", months)}</div>
       <div class="scrolled" tabindex="0" role="region" aria-label="Visits">${table("scrolled", months)}</div>`,
      `#number { width: 40px; overflow-wrap: anywhere } #word { width: 80px; overflow-wrap: anywhere }
       @media (max-width: 400px) { #anywhere { word-break: break-all } }
       #squeezed { overflow-wrap: anywhere }
       @media (min-width: 1000px) { #wide td { min-width: 200px } }
       .cut { overflow: hidden; width: 300px } .scrolled { overflow-x: auto; max-width: 360px }`,
    );
  });

  it.for([
    ["broken-number @ #number “10,000” (all modes)"],
    ["broken-word @ #word “extraordinary” (wide, print)"],
    [
      "broken-word @ #anywhere “Circumstances, neighbourhoods, acknowledgements and afterthoughts” (320 px)",
    ],
    [
      "broken-number @ #figures > tbody > tr:nth-of-type(1) > th:nth-of-type(1) “1,234,567,890” (320 px)",
    ],
    ["wide-table @ #wide “January February March April May June…” (wide)"],
    ["wide-table @ #cut “January February March April May June…” (all modes)"],
    ["wide-table @ #scrolled “January February March April May June…” (print)"],
  ])("%s", ([expected]) => {
    expect(told(findingsOf(reports, "imprimatur-layout"))).toContain(expected);
  });

  it("a table that makes a narrow page scroll is reported once, as a fault of reflow", () => {
    expect(told(findingsOf(reports, "imprimatur-reflow"))).toEqual([
      "reflow @ #wide “January February March April May June…” (320 px)",
    ]);
    const [reflow] = findingsOf(reports, "imprimatur-reflow");
    expect(reflow?.help).toContain("overflow-x: auto");
  });

  it("nothing else is told", () => {
    const rules = findingsOf(reports, "imprimatur-layout").map(({ rule }) => rule);
    expect(new Set(rules)).toEqual(new Set(["broken-number", "broken-word", "wide-table"]));
  });
});

it("what only resembles them is no finding", async () => {
  const reports = await judge(
    `<p class="narrow">extra&shy;ordinary, twenty-seven-eighty, sea<wbr>side</p>
     <p class="narrow">1500&nbsp;km <code>getElementsByTagName</code> somebody@example.org</p>
     <p class="narrow">https://example.org/aLongWay/toNowhere 北京是中华人民共和国的首都</p>
     <p>Donaudampfschifffahrtsgesellschaftskapitänsmütze</p>
     <p class="reader">10,000 extraordinary</p>
     <div class="scrolled" tabindex="0" role="region" aria-label="Visits">${table("scrolled", months)}</div>
     <div class="laid">${table("narrow", ["One", "Two"])}</div>
     <table role="presentation" class="placed"><tr><td>Off to one side</td></tr></table>`,
    `p { overflow-wrap: anywhere } .narrow { width: 90px }
     .reader { position: absolute; width: 1px; height: 1px; overflow: hidden }
     @media screen { .scrolled { overflow-x: auto } }
     .laid { overflow: hidden } .placed { position: absolute; left: -9999px }`,
  );
  expect(reports.filter(({ status }) => status === "skipped")).toEqual([]);
  expect(told(findingsOf(reports, "imprimatur-layout"))).toEqual([]);
  expect(told(findingsOf(reports, "imprimatur-reflow"))).toEqual([]);
});
