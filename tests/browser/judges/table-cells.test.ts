/** Cells of tables in HTML: data that no header cell heads, and header cells that say nothing. */
import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser, type LaunchedBrowser } from "../../../src/browser/launch-browser.ts";
import { axeJudge } from "../../../src/judges/html/axe.ts";
import type { Judge } from "../../../src/judges/verdict/judge.ts";
import { runJudge } from "../../../src/judges/verdict/judge.ts";
import { semanticsJudge } from "../../../src/judges/html/semantics.ts";

let launched: LaunchedBrowser;
let page: Page;

beforeAll(async () => {
  launched = await launchBrowser({ projectDir: process.cwd(), onNotice: () => undefined });
  page = await launched.browser.newPage();
});
afterAll(() => launched.close());

async function judge(by: Judge<Page>, table: string): Promise<readonly string[]> {
  await page.setContent(
    `<!doctype html><html lang="en"><title>A table</title><main><h1>A table</h1>${table}</main>`,
  );
  const { status, findings } = await runJudge(by, page);
  expect(status).not.toBe("skipped");
  return findings.map(({ rule, message }) => `${rule}: ${message}`);
}

const row = (...cells: readonly string[]): string => `<tr>${cells.join("")}</tr>`;
const th = (text: string, attributes = ""): string => `<th ${attributes}>${text}</th>`;
const td = (text: string, attributes = ""): string => `<td ${attributes}>${text}</td>`;
const table = (...rows: readonly string[]): string => `<table>${rows.join("")}</table>`;
const column = (text: string): string => th(text, 'scope="col"');
const line = (text: string): string => th(text, 'scope="row"');

describe("a cell of data without a header", () => {
  it.for<[name: string, count: string, cells: string, html: string]>([
    [
      "beyond the last header",
      "1 cell",
      "“7”",
      table(row(column("Year"), column("Visits")), row(td("2019"), td("120"), td("7"))),
    ],
    [
      "in the corner, with words",
      "1 cell",
      "“Year”",
      table(row(td("Year"), column("Visits")), row(line("2019"), td("120"))),
    ],
    [
      "under headers that head rows",
      "4 cells",
      "“Ann”, “7”, “Bo” and 1 more",
      table(row(line("Name"), line("Age")), row(td("Ann"), td("7")), row(td("Bo"), td("9"))),
    ],
    [
      "above the headers",
      "2 cells",
      "“Ann”, “7”",
      table(row(td("Ann"), td("7")), row(column("Name"), column("Age")), row(td("Bo"), td("9"))),
    ],
    [
      "beside a header of another group of rows",
      "1 cell",
      "“3”",
      `<table><thead>${row(td("3"), column("A"))}</thead><tbody>${row(th("All", 'scope="rowgroup"'), td("1"))}</tbody></table>`,
    ],
  ])("%s", async ([, count, cells, html]) => {
    expect(await judge(semanticsJudge, html)).toEqual([
      `cell-without-header: ${count} of this table ${count === "1 cell" ? "has" : "have"} no header cell: ${cells}.`,
    ]);
  });

  it("is named with its place, criterion and help", async () => {
    await page.setContent(
      table(row(column("Year")), row(td("2019"), td("120")), row(td("2020"), td("80"))),
    );
    const { findings } = await runJudge(semanticsJudge, page);
    expect(findings).toMatchObject([
      {
        impact: "serious",
        wcag: ["1.3.1"],
        where: "table > tbody > tr:nth-of-type(2) > td:nth-of-type(2) “120”",
        help: expect.stringContaining("<th scope=…>") as string,
      },
    ]);
  });
});

describe("what has its header, or needs none", () => {
  it.for<[name: string, html: string]>([
    [
      "headers without scope, as HTML finds them",
      table(row(th("A"), th("B")), row(td("1"), td("2"))),
    ],
    ["headers of rows", table(row(th("A"), td("1")), row(th("B"), td("2")))],
    ["an empty corner", table(row(td(""), th("A")), row(th("B"), td("2")))],
    ["empty cells", table(row(column("A")), row(td("1"), td(""), td("&nbsp;")))],
    [
      "pairs side by side",
      table(row(th("A"), td("1"), th("B"), td("2")), row(th("C"), td("3"), th("D"), td("4"))),
    ],
    [
      "headers that span",
      table(
        row(th("A", "rowspan=2"), th("B", "colspan=2")),
        row(th("C"), th("D")),
        row(td("1"), td("2"), td("3")),
      ),
    ],
    [
      "data that spans",
      table(row(column("A"), column("B")), row(td("1", "rowspan=2"), td("2")), row(td("3"))),
    ],
    [
      "headers by name",
      table(
        row(th("A", 'id="a" scope="row"')),
        row(td("1", 'headers="a"'), td("2", 'headers="a"')),
      ),
    ],
    [
      "a header of a group of columns",
      `<table><colgroup span="2">${row(th("A", 'scope="colgroup"'))}${row(td("1"), td("2"))}</table>`,
    ],
    [
      "a header of a group of rows",
      `<table><tbody>${row(th("A", 'scope="rowgroup"'), td("1"))}${row(td("2"), td("3"))}</table>`,
    ],
    [
      "a line as wide as the table",
      table(
        row(td("All figures", "colspan=2")),
        row(column("A"), column("B")),
        row(td("1"), td("2")),
      ),
    ],
    [
      "cells that ARIA makes headers",
      table(
        row(td("A", 'role="columnheader"'), td("B", 'role="columnheader"')),
        row(td("1"), td("2")),
      ),
    ],
    [
      "a table for layout",
      `<table role="presentation">${row(td("1"), td("2"))}${row(td("3"), td("4"))}</table>`,
    ],
    [
      "a table for layout with a table of data in it",
      table(row(td("Aside"), td(table(row(th("A")), row(td("1")))))),
    ],
    ["a hidden table", `<div hidden>${table(row(column("A")), row(td("1"), td("2")))}</div>`],
    ["a cell that is hidden", table(row(column("A")), row(td("1"), td("2", "hidden")))],
    [
      "a cell with a name of its own",
      table(row(column("A")), row(td("1"), td("2", 'aria-label="Visits: 2"'))),
    ],
  ])("%s", async ([, html]) => {
    expect(await judge(semanticsJudge, html)).toEqual([]);
  });
});

describe("an empty header cell is told by axe-core", () => {
  const withHeader = (header: string): string =>
    table(row(header, column("A")), row(td("1"), td("2")));

  it.for<[name: string, header: string]>([
    ["nothing", th("", 'scope="col"')],
    ["a no-break space", th("&nbsp;", 'scope="col"')],
    [
      "an ornament",
      th(
        '<img alt="" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7">',
        'scope="col"',
      ),
    ],
  ])("that holds %s", async ([, header]) => {
    const found = await judge(axeJudge(), withHeader(header));
    expect(found).toEqual([expect.stringMatching(/^empty-table-header: /)]);
    expect(await judge(semanticsJudge, withHeader(header))).toEqual([]);
  });

  it("with the way to fix it", async () => {
    await page.setContent(withHeader(th("")));
    const { findings } = await runJudge(axeJudge({ onlyRules: ["empty-table-header"] }), page);
    expect(findings[0]?.help).toMatch(/make it a td\..*https:/);
  });

  it.for<[name: string, header: string]>([
    ["words", th("B", 'scope="col"')],
    [
      "words for screen readers",
      th(
        '<span style="position: absolute; width: 1px; height: 1px; overflow: hidden">B</span>',
        'scope="col"',
      ),
    ],
    [
      "a picture that says something",
      th(
        '<img alt="B" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7">',
        'scope="col"',
      ),
    ],
    ["nothing, and is a cell of the corner", td("")],
  ])("and not one that holds %s", async ([, header]) => {
    const html = table(row(header, column("A")), row(line("C"), td("2")));
    expect(await judge(axeJudge(), html)).toEqual([]);
  });
});
