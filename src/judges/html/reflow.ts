/**
 * The judge of reflow: at a width of 320 CSS pixels nothing may need scrolling in two directions
 * (WCAG 2.2, 1.4.10). Input: a page that is open at that width; output: at most one finding, which
 * names the elements that stick out. A part that scrolls in its own box (a wide table) is allowed.
 */
import type { Page } from "puppeteer";
import { htmlInPage } from "./html-in-page.ts";
import { withIsolatedWorld } from "../../browser/isolated-world.ts";
import type { Judge } from "../verdict/judge.ts";
import { SCROLLING_BOX } from "./scrolling-box.ts";

const HELP = "https://www.w3.org/WAI/WCAG22/Understanding/reflow";

/** The width that criterion 1.4.10 names, in CSS pixels. */
export const reflowWidthPx = 320;

export const reflowJudge: Judge<Page> = {
  name: "imprimatur-reflow",
  version: "1",
  async judge(page) {
    const overflow = await withIsolatedWorld(page, async (world) => {
      const inPage = await world.load(htmlInPage);
      return inPage.call("measureReflow");
    });
    if (overflow.neededWidth <= overflow.width + 1) return { findings: [] };
    const [where = "document", ...others] = overflow.places;
    const more = others.length === 0 ? "" : ` ${others.length} more stick out too.`;
    return {
      findings: [
        {
          rule: "reflow",
          impact: "serious",
          wcag: ["1.4.10"],
          where,
          message: `The page is ${overflow.neededWidth} pixels wide in a window of ${overflow.width}: it must be scrolled sideways to be read.${more}`,
          help: overflow.isTable
            ? `Put the table into a box that scrolls: ${SCROLLING_BOX}. ${HELP}`
            : HELP,
        },
      ],
    };
  },
};
