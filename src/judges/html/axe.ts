/**
 * The judge axe-core: WCAG 2.0, 2.1 and 2.2 at A and AA, and axe's best practices. Input: an open,
 * loaded page; output: one finding for each element that breaks a rule. It neither loads the page
 * nor changes its size or media.
 *
 * What axe calls incomplete ("needs review"): contrast is measured on the rendered pixels, and is a
 * finding where they fall short; whatever still cannot be decided is listed in `toReview`.
 */
import type { NodeResult, Result } from "axe-core";
import type { Page } from "puppeteer";
import { runAxe } from "./axe-run.ts";
import type { LeastContrast } from "./contrast-ratio.ts";
import { htmlInPage } from "./html-in-page.ts";
import type { Impact } from "../verdict/finding.ts";
import type { RuleFinding } from "../verdict/judge-info.ts";
import { AXE } from "./axe-info.ts";
import { ignoredRulesOf } from "./ignored-rules.ts";
import { withIsolatedWorld } from "../../browser/isolated-world.ts";
import type { IsolatedWorld } from "../../browser/isolated-world.ts";
import { judgeBy, type Judge, type Judgement } from "../verdict/judge.ts";
import { describeMeasure, measureTextContrasts } from "./text-contrast.ts";
import { criteriaOfAxeTags } from "./wcag.ts";

export interface AxeOptions {
  /** Also apply the rules that no success criterion asks for; true unless asked otherwise. */
  readonly bestPractices?: boolean;
  /** Run these rules only, by their axe names. */
  readonly onlyRules?: readonly string[];
  /** Leave these rules out, because what they look at is not there to be judged. */
  readonly withoutRules?: readonly string[];
  /** What contrast is held to where it is measured on the rendered pixels; 4.5 by default. */
  readonly leastContrast?: LeastContrast;
}

const wcagTags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"] as const;

/** What to do, where axe-core's own page of help leaves the usual case out. */
const HINTS: ReadonlyMap<string, string> = new Map([
  [
    "empty-table-header",
    "Say what the cell heads; where it heads nothing, as in the empty corner of a table, make it a td.",
  ],
]);

export function axeJudge(options: AxeOptions = {}): Judge<Page> {
  return judgeBy(AXE, (page) =>
    withIsolatedWorld(page, (world) => judgeWithAxe(page, world, options)),
  );
}

/** axe's judgement of the page in the world that is already open in it. */
export async function judgeWithAxe(
  page: Page,
  world: IsolatedWorld,
  options: AxeOptions = {},
): Promise<Judgement> {
  const tags = options.bestPractices === false ? [...wcagTags] : [...wcagTags, "best-practice"];
  const ignored = [...ignoredRulesOf("axe-core"), ...(options.withoutRules ?? [])];
  const results = await runAxe(world, {
    runOnly:
      options.onlyRules === undefined
        ? { type: "tag", values: tags }
        : { type: "rule", values: [...options.onlyRules] },
    rules: Object.fromEntries(ignored.map((rule) => [rule, { enabled: false }])),
    resultTypes: ["violations", "incomplete"],
  });
  const violations = await findingsOf(world, results.violations);
  const incomplete = await findingsOf(world, results.incomplete);
  const findings = violations.map(({ finding }) => finding);
  const toReview: RuleFinding[] = [];
  const painted = incomplete.flatMap(({ finding, selector }) =>
    finding.rule === "color-contrast" && selector !== undefined ? [{ finding, selector }] : [],
  );
  const measures = await measureTextContrasts(page, world, painted, {
    least: options.leastContrast,
  });
  const byFinding = new Map(painted.map(({ finding }, index) => [finding, measures[index]]));
  for (const { finding } of incomplete) {
    const measure = byFinding.get(finding);
    if (measure === undefined) {
      toReview.push(finding);
      continue;
    }
    const message = describeMeasure(measure);
    if (measure.kind === "low") findings.push({ ...finding, message });
    if (measure.kind === "undecided") toReview.push({ ...finding, message });
  }
  return { findings, toReview };
}

interface LocatedFinding {
  readonly finding: RuleFinding;
  /** The element's selector if it is in the main frame's own document. */
  readonly selector: string | undefined;
}

async function findingsOf(
  world: IsolatedWorld,
  results: readonly Result[],
): Promise<readonly LocatedFinding[]> {
  const broken = results.flatMap((rule) => rule.nodes.map((node) => ({ rule, node })));
  const inPage = await world.load(htmlInPage);
  const places = await inPage.call(
    "describePlaces",
    broken.map(({ node }) => selectorOf(node) ?? ""),
  );
  return broken.map(({ rule, node }, index) => {
    const selector = selectorOf(node);
    const place = places[index];
    return {
      selector,
      finding: {
        rule: rule.id,
        impact: impactOf(rule, node),
        wcag: [...criteriaOfAxeTags(rule.tags)],
        ...(selector === undefined || place === undefined
          ? { where: nestedSelectorOf(node) }
          : place),
        message: messageOf(rule, node),
        help: [HINTS.get(rule.id), rule.helpUrl].filter((part) => part !== undefined).join(" "),
      },
    };
  });
}

function selectorOf({ target }: NodeResult): string | undefined {
  const [selector, ...inner] = target;
  return inner.length === 0 && typeof selector === "string" ? selector : undefined;
}

function nestedSelectorOf({ target }: NodeResult): string {
  return target.flat().join(" » ");
}

function impactOf(rule: Result, node: NodeResult): Impact {
  return node.impact ?? rule.impact ?? "serious";
}

function messageOf(rule: Result, { any, all, none }: NodeResult): string {
  const reasons = [...all, ...none, ...any].map(({ message }) => message.trim());
  return [rule.help, reasons.join("; ")].filter((part) => part !== "").join(": ");
}
