/**
 * The judge pa11y, with its runners HTML_CodeSniffer and axe at WCAG 2 AA. Input: an open, loaded
 * page; output: one finding for each error. Warnings and notices, which pa11y itself leaves out
 * unless asked, are no findings. It neither loads the page nor changes its size or media.
 *
 * What the axe runner calls "needs further review" is no finding here: the judge axe-core has the
 * same doubts from the same engine, measures what pixels can decide, and lists the rest.
 */
import axe from "axe-core";
import pa11y from "pa11y";
import type { Page } from "puppeteer";
import { z } from "zod";
import { htmlInPage } from "./html-in-page.ts";
import { impactSchema } from "../verdict/finding.ts";
import type { FoundPlace } from "../verdict/found-element.ts";
import type { RuleFinding } from "../verdict/judge-info.ts";
import { ignoredRulesOf } from "./ignored-rules.ts";
import { withIsolatedWorld } from "../../browser/isolated-world.ts";
import { judgeBy, JudgeUnavailable } from "../verdict/judge.ts";
import type { Judge, Judgement } from "../verdict/judge.ts";
import { PA11Y } from "./pa11y-info.ts";
import { criteriaOfAxeTags, criteriaOfHtmlcsCode } from "./wcag.ts";

/** The part of pa11y's results that is used; the page's own world made them, so they are checked. */
const resultsSchema = z.object({
  issues: z.array(
    z.object({
      code: z.string(),
      type: z.string(),
      message: z.string(),
      selector: z.string(),
      runner: z.enum(["htmlcs", "axe"]),
      runnerExtras: z.object({
        impact: impactSchema.nullish(),
        needsFurtherReview: z.boolean().optional(),
        help: z.string().optional(),
        helpUrl: z.string().optional(),
      }),
    }),
  ),
});
type Issue = z.infer<typeof resultsSchema>["issues"][number];

export const pa11yJudge: Judge<Page> = judgeBy(PA11Y, judgeWithPa11y);

async function judgeWithPa11y(page: Page): Promise<Judgement> {
  const viewport = page.viewport();
  if (viewport === null) throw new JudgeUnavailable("the page has no size that pa11y could keep");
  const results = resultsSchema.parse(
    await pa11y(page.url(), {
      browser: page.browser(),
      page: lentTo(page),
      // The page is judged as it is open; pa11y must not load it again.
      ignoreUrl: true,
      runners: ["htmlcs", "axe"],
      standard: "WCAG2AA",
      ignore: [...ignoredRulesOf("pa11y")],
      // Empty: pa11y leaves the browser's own.
      userAgent: "",
      viewport,
    }),
  );
  const errors = results.issues.filter(
    ({ type, runnerExtras }) => type === "error" && runnerExtras.needsFurtherReview !== true,
  );
  const places = await withIsolatedWorld(page, async (world) => {
    const inPage = await world.load(htmlInPage);
    return inPage.call(
      "describePlaces",
      errors.map(({ selector }) => selector),
    );
  });
  return {
    findings: errors.map((issue, index) =>
      findingOf(issue, places[index] ?? { where: issue.selector }),
    ),
  };
}

/**
 * The page as pa11y gets it, which differs in two things.
 *
 * pa11y ends by removing a listener of requests that it has not added, and puppeteer takes that for
 * all of them. Without those of the gate, whatever the page asks for later, and the browser itself
 * when it is asked about fonts, would wait for ever.
 *
 * Once it has put axe-core into the page, that reports what fails alone: it would describe every
 * element that passes too, which takes minutes on a large page, and nobody reads it.
 */
function lentTo(page: Page): Page {
  const off: Page["off"] = (type, listener) =>
    listener === undefined ? page : page.off(type, listener);
  const evaluate = (script: unknown, ...values: readonly unknown[]): Promise<unknown> =>
    Reflect.apply(page.evaluate.bind(page), page, [
      typeof script === "string" ? `${script}\n;${failuresOnly}` : script,
      ...values,
    ]) as Promise<unknown>;
  return new Proxy(page, {
    get: (target, property) => {
      if (property === "off") return off;
      if (property === "evaluate") return evaluate;
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });
}

/** Runs in the page after each script of pa11y's; the first of them comes before axe-core. */
const failuresOnly = `globalThis.axe?.configure?.({ reporter: "no-passes", noHtml: true });`;

function findingOf(issue: Issue, place: FoundPlace): RuleFinding {
  const { code, message, runner, runnerExtras } = issue;
  if (runner === "htmlcs") {
    return {
      rule: code,
      // HTML_CodeSniffer grades by certainty, not by harm; an error is a failed criterion.
      impact: "serious",
      wcag: [...criteriaOfHtmlcsCode(code)],
      ...place,
      message: message.replaceAll(/\s+/g, " "),
      help: helpOfHtmlcsCode(code),
    };
  }
  return {
    rule: code,
    impact: runnerExtras.impact ?? "serious",
    wcag: [...criteriaOfAxeTags(axeTags.get(code) ?? [])],
    ...place,
    message: runnerExtras.help ?? message,
    help: runnerExtras.helpUrl ?? "",
  };
}

const axeTags: ReadonlyMap<string, readonly string[]> = new Map(
  axe.getRules().map(({ ruleId, tags }) => [ruleId, tags]),
);

/** The W3C technique that the code ends with (`H37`, `G18`, `F65`…), or the criterion's page. */
function helpOfHtmlcsCode(code: string): string {
  const technique = /\.([A-Z]{1,5}\d{1,3})(?:[.,]|$)/.exec(code)?.[1];
  const folder = technique === undefined ? undefined : techniqueFolder(technique);
  if (technique === undefined || folder === undefined) {
    return "https://www.w3.org/WAI/WCAG22/quickref/";
  }
  return `https://www.w3.org/WAI/WCAG22/Techniques/${folder}/${technique}`;
}

function techniqueFolder(technique: string): string | undefined {
  const letters = technique.replace(/\d+$/, "");
  const folders: Readonly<Record<string, string>> = {
    H: "html",
    G: "general",
    F: "failures",
    C: "css",
    ARIA: "aria",
    SCR: "client-side-script",
  };
  return folders[letters];
}
