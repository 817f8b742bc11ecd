/**
 * The judge of semantics: structure that the eye sees and the markup does not say, where axe-core and
 * HTML_CodeSniffer keep silent (WCAG 2.2, 1.3.1). Input: an open page; output: findings that quote
 * their evidence. Three rules: `table-without-headers`, `list-without-markup`, `heading-skipped`.
 */
import type { Page } from "puppeteer";
import { installPlaces } from "./element-place.ts";
import type { Finding } from "./finding.ts";
import { withIsolatedWorld } from "../browser/isolated-world.ts";
import type { Judge } from "./judge.ts";
import { findListsWithoutMarkup } from "./semantics-lists.ts";
import { findSkippedHeadings, findTablesWithoutHeaders } from "./semantics-structure.ts";

export const semanticsJudge: Judge<Page> = {
  name: "imprimatur-semantics",
  version: "1",
  judge: (page) =>
    withIsolatedWorld(page, async (world) => {
      await installPlaces(world);
      const tables = await world.evaluate(findTablesWithoutHeaders);
      const lists = await world.evaluate(findListsWithoutMarkup);
      const headings = await world.evaluate(findSkippedHeadings);
      return {
        findings: [
          ...tables.map(({ where, evidence }): Finding => ({
            rule: "table-without-headers",
            impact: "serious",
            wcag: ["1.3.1"],
            where,
            message: `A table of data has no header cell; its first row reads ${evidence}.`,
            help: "Mark the cells that name a column or a row as headers: <th scope=…> in HTML, TH in a PDF.",
          })),
          ...lists.map(({ where, evidence }): Finding => ({
            rule: "list-without-markup",
            impact: "serious",
            wcag: ["1.3.1"],
            where,
            message: `Lines that look like a list are not marked as one: ${evidence}.`,
            help: "Make it a list: <ul> or <ol> with <li> in HTML, L with LI in a PDF.",
          })),
          ...headings.map(({ where, evidence }): Finding => ({
            rule: "heading-skipped",
            impact: "moderate",
            wcag: ["1.3.1"],
            where,
            message: evidence,
            help: "Give the heading the next level down from the heading above it.",
          })),
        ],
      };
    }),
};
