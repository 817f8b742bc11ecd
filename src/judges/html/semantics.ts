/**
 * The judge of semantics: structure that the eye sees and the markup does not say, where axe-core and
 * HTML_CodeSniffer keep silent (WCAG 2.2, 1.3.1). Input: an open page; output: findings that quote
 * their evidence. Its rules: `table-without-headers`, `cell-without-header`, `list-without-markup`,
 * `heading-skipped`.
 */
import type { Page } from "puppeteer";
import type { Finding } from "../verdict/finding.ts";
import { withIsolatedWorld } from "../../browser/isolated-world.ts";
import type { Judge } from "../verdict/judge.ts";
import type { LoadedModule } from "../../browser/in-page-module.ts";
import { htmlInPage } from "./html-in-page.ts";
import type * as exported from "./in-page/index.ts";
import { cellsWithoutHeader } from "../tables/cells-without-header.ts";
import { describeCellsWithoutHeader } from "../tables/table-findings.ts";

type InPage = LoadedModule<typeof exported>;

export const semanticsJudge = judgeOfSemantics(findCellsWithoutHeader);

/** Of the HTML derived from a PDF, whose cells the judge of its structure looks at. */
export const derivedSemanticsJudge = judgeOfSemantics(() => Promise.resolve([]));

function judgeOfSemantics(findCells: (inPage: InPage) => Promise<readonly Finding[]>): Judge<Page> {
  return {
    name: "imprimatur-semantics",
    version: "2",
    judge: (page) =>
      withIsolatedWorld(page, async (world) => {
        const inPage = await world.load(htmlInPage);
        return {
          findings: [
            ...(await findTables(inPage)),
            ...(await findCells(inPage)),
            ...(await findLists(inPage)),
            ...(await findHeadings(inPage)),
          ],
        };
      }),
  };
}

async function findTables(inPage: InPage): Promise<readonly Finding[]> {
  const tables = await inPage.call("findTablesWithoutHeaders");
  return tables.map(({ where, evidence }) => ({
    rule: "table-without-headers",
    impact: "serious",
    wcag: ["1.3.1"],
    where,
    message: `A table of data has no header cell; its first row reads ${evidence}.`,
    help: "Mark the cells that name a column or a row as headers: <th scope=…> in HTML, TH in a PDF.",
  }));
}

async function findCellsWithoutHeader(inPage: InPage): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { rows, columnGroups } of await inPage.call("readHtmlTables")) {
    const cells = cellsWithoutHeader(rows, columnGroups);
    if (cells.length === 0) continue;
    const indexes = cells.map(({ index }) => index);
    const { where, texts } = await inPage.call("placeHtmlCells", indexes);
    findings.push({
      rule: "cell-without-header",
      impact: "serious",
      wcag: ["1.3.1"],
      where,
      message: describeCellsWithoutHeader(texts),
      help: "Mark the cell that names its column or row as a header, <th scope=…>, above it or before it; name its headers in the attribute headers; or, if it is a header itself, make it one. A title of the whole table is its <caption>.",
    });
  }
  return findings;
}

async function findLists(inPage: InPage): Promise<readonly Finding[]> {
  const lists = await inPage.call("findListsWithoutMarkup");
  return lists.map(({ where, evidence }) => ({
    rule: "list-without-markup",
    impact: "serious",
    wcag: ["1.3.1"],
    where,
    message: `Lines that look like a list are not marked as one: ${evidence}.`,
    help: "Make it a list: <ul> or <ol> with <li> in HTML, L with LI in a PDF.",
  }));
}

async function findHeadings(inPage: InPage): Promise<readonly Finding[]> {
  const headings = await inPage.call("findSkippedHeadings");
  return headings.map(({ where, evidence }) => ({
    rule: "heading-skipped",
    impact: "moderate",
    wcag: ["1.3.1"],
    where,
    message: evidence,
    help: "Give the heading the next level down from the heading above it.",
  }));
}
