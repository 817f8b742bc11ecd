/**
 * The judge of layout of web pages: numbers and words that lines break, and tables that are wider
 * than where they stand. Input: an open page, and how it is met; output: findings.
 *
 * In a narrow window words break where they are too long for their line, so that nobody has to scroll
 * (WCAG 1.4.10): there only a word that has room for itself is reported. A number is reported anywhere. That
 * a table makes a narrow page scroll is for the judge of reflow; that a box which scrolls cannot be
 * reached by keyboard, for axe-core.
 */
import type { Page } from "puppeteer";
import { findingOf } from "../verdict/judge-info.ts";
import { withIsolatedWorld } from "../../browser/isolated-world.ts";
import { judgeBy, type Judge } from "../verdict/judge.ts";
import { describeBroken } from "../layout/broken-words.ts";
import { LAYOUT, LAYOUT_RULES, type LayoutFinding } from "../layout/layout-info.ts";
import { htmlInPage } from "./html-in-page.ts";
import type { WideTable } from "./in-page/wide-tables.ts";
import { SCROLLING_BOX } from "./scrolling-box.ts";

/** In a wide window, in one that WCAG 1.4.10 calls narrow, or printed. */
export type Meeting = "wide" | "narrow" | "print";

export function webLayoutJudge(meeting: Meeting): Judge<Page> {
  return judgeBy(LAYOUT, (page) =>
    withIsolatedWorld(page, async (world) => {
      const inPage = await world.load(htmlInPage);
      const divisions = await inPage.call("readDivisions");
      const tables = await inPage.call("readWideTables", meeting !== "print");
      return {
        findings: [
          ...describeBroken(divisions, { isReflowed: meeting === "narrow" }),
          ...tables.flatMap((table) => describeTable(table, meeting)),
        ],
      };
    }),
  );
}

/** Browsers print a page that is too wide smaller, but not what a box in it cuts off. */
function describeTable(table: WideTable, meeting: Meeting): readonly LayoutFinding[] {
  const { cutOffPx, beyondPx, windowPx, ...place } = table;
  const rule = LAYOUT_RULES["wide-table"];
  if (cutOffPx > 1) {
    return [
      findingOf(rule, {
        ...place,
        message: `${cutOffPx} pixels of this table are cut off; nothing may be.`,
        help:
          meeting === "print"
            ? "Paper does not scroll: take away the overflow of the box around it in print, or make the table narrower there."
            : `Take away the overflow: hidden around it, or let the box scroll: ${SCROLLING_BOX}.`,
      }),
    ];
  }
  if (meeting !== "wide") return [];
  return [
    findingOf(rule, {
      ...place,
      message: `This table goes ${beyondPx} pixels beyond a window of ${windowPx}: the whole page must be scrolled sideways to read it.`,
      help: `Make it narrower, or put it into a box that scrolls: ${SCROLLING_BOX}.`,
    }),
  ];
}
