/**
 * The judge of semantics: structure that the eye sees and the markup does not say, where axe-core and
 * HTML_CodeSniffer keep silent (WCAG 2.2, 1.3.1). Input: an open page; output: findings that quote
 * their evidence. Its rules are in `semantics-info.ts`.
 */
import type { Page } from "puppeteer";
import { findingOf, type RuleFinding } from "../verdict/judge-info.ts";
import { withIsolatedWorld } from "../../browser/isolated-world.ts";
import { judgeBy, type Judge } from "../verdict/judge.ts";
import type { LoadedModule } from "../../browser/in-page-module.ts";
import { htmlInPage } from "./html-in-page.ts";
import type * as exported from "./in-page/index.ts";
import { cellsWithoutHeader } from "../tables/cells-without-header.ts";
import { describeCellsWithoutHeader } from "../tables/table-findings.ts";
import { SEMANTICS, SEMANTICS_RULES } from "./semantics-info.ts";

type InPage = LoadedModule<typeof exported>;

export const semanticsJudge = judgeOfSemantics(findCellsWithoutHeader);

/** Of the HTML derived from a PDF, whose cells the judge of its structure looks at. */
export const derivedSemanticsJudge = judgeOfSemantics(() => Promise.resolve([]));

type SemanticsFinding = RuleFinding<keyof typeof SEMANTICS_RULES>;

function judgeOfSemantics(
  findCells: (inPage: InPage) => Promise<readonly SemanticsFinding[]>,
): Judge<Page> {
  return judgeBy(SEMANTICS, (page) =>
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
  );
}

async function findTables(inPage: InPage): Promise<readonly SemanticsFinding[]> {
  const tables = await inPage.call("findTablesWithoutHeaders");
  return tables.map(({ evidence, ...place }) =>
    findingOf(SEMANTICS_RULES["table-without-headers"], {
      ...place,
      message: `A table of data has no header cell; its first row reads ${evidence}.`,
    }),
  );
}

async function findCellsWithoutHeader(inPage: InPage): Promise<readonly SemanticsFinding[]> {
  const findings: SemanticsFinding[] = [];
  for (const { rows, columnGroups } of await inPage.call("readHtmlTables")) {
    const cells = cellsWithoutHeader(rows, columnGroups);
    if (cells.length === 0) continue;
    const indexes = cells.map(({ index }) => index);
    const { texts, ...place } = await inPage.call("placeHtmlCells", indexes);
    findings.push(
      findingOf(SEMANTICS_RULES["cell-without-header"], {
        ...place,
        message: describeCellsWithoutHeader(texts),
      }),
    );
  }
  return findings;
}

async function findLists(inPage: InPage): Promise<readonly SemanticsFinding[]> {
  const lists = await inPage.call("findListsWithoutMarkup");
  return lists.map(({ evidence, ...place }) =>
    findingOf(SEMANTICS_RULES["list-without-markup"], {
      ...place,
      message: `Lines that look like a list are not marked as one: ${evidence}.`,
    }),
  );
}

async function findHeadings(inPage: InPage): Promise<readonly SemanticsFinding[]> {
  const headings = await inPage.call("findSkippedHeadings");
  return headings.map(({ evidence, ...place }) =>
    findingOf(SEMANTICS_RULES["heading-skipped"], { ...place, message: evidence }),
  );
}
