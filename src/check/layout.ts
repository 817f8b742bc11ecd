/**
 * The judge of layout, on a document's paginated pages. Input: the page in which they are open, and
 * what the edition is held to; output: findings that name page and words. Its rules are in
 * `layout/rules.ts`.
 */
import type { Page } from "puppeteer";
import { withIsolatedWorld } from "./isolated-world.ts";
import type { Judge } from "./judge.ts";
import { readLaidPages } from "./layout/read-laid-pages.ts";
import { judgeLayout, type LayoutLimits } from "./layout/rules.ts";

export function layoutJudge(limits: LayoutLimits): Judge<Page> {
  return {
    name: "imprimatur-layout",
    version: "1",
    async judge(page) {
      const pages = await withIsolatedWorld(page, (world) => world.evaluate(readLaidPages));
      return { findings: judgeLayout(pages, limits) };
    },
  };
}
