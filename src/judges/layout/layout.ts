/**
 * The judge of layout: what an editor would mark on the proofs of a PDF edition. Input: its
 * paginated pages, open in print media, and what the edition is held to; output: findings that name
 * the page and the words. Its rules are in `layout/rules.ts`; docs/judges.md says what each asks.
 */
import type { Page } from "puppeteer";
import { judgeBy, type Judge } from "../verdict/judge.ts";
import { LAYOUT } from "./layout-info.ts";
import { readLayout } from "./read-layout.ts";
import { judgeLayout, type LayoutLimits } from "./rules.ts";

export function layoutJudge(limits: LayoutLimits): Judge<Page> {
  return judgeBy(LAYOUT, async (page, signal) => ({
    findings: judgeLayout(await readLayout(page, signal), limits),
  }));
}
