/**
 * The judge of reflow: at a width of 320 CSS pixels nothing may need scrolling in two directions
 * (WCAG 2.2, 1.4.10). Input: a page that is open at that width; output: at most one finding, which
 * names the elements that stick out. A part that scrolls in its own box (a wide table) is allowed.
 */
import type { Page } from "puppeteer";
import { htmlInPage } from "./html-in-page.ts";
import { withIsolatedWorld } from "../../browser/isolated-world.ts";
import { judgeBy, type Judge } from "../verdict/judge.ts";
import { findingOf } from "../verdict/judge-info.ts";
import { REFLOW, REFLOW_RULES } from "./reflow-info.ts";
import { SCROLLING_BOX } from "./scrolling-box.ts";

/** The width that criterion 1.4.10 names, in CSS pixels. */
export const reflowWidthPx = 320;

export const reflowJudge: Judge<Page> = judgeBy(REFLOW, async (page) => {
  const overflow = await withIsolatedWorld(page, async (world) => {
    const inPage = await world.load(htmlInPage);
    return inPage.call("measureReflow");
  });
  if (overflow.neededWidth <= overflow.width + 1) return { findings: [] };
  const [place = { where: "document" }, ...others] = overflow.places;
  const more = others.length === 0 ? "" : ` ${others.length} more stick out too.`;
  const rule = REFLOW_RULES.reflow;
  return {
    findings: [
      findingOf(rule, {
        ...place,
        message: `The page is ${overflow.neededWidth} pixels wide in a window of ${overflow.width}: it must be scrolled sideways to be read.${more}`,
        ...(overflow.isTable && {
          help: `Put the table into a box that scrolls: ${SCROLLING_BOX}. ${rule.fix}`,
        }),
      }),
    ],
  };
});
