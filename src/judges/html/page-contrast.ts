/**
 * The judge of contrast on a document's paginated pages, which the derivation of a PDF's structure
 * cannot show (WCAG 2.2, 1.4.3 at AA). Input: the page in which Paged.js has laid the document out;
 * output: findings that name the page and the words.
 *
 * Real text is judged by axe-core's rule, and by the painted pixels where axe cannot decide;
 * generated text (running headers, page numbers) by its colours or by the painted pixels.
 */
import axe from "axe-core";
import type { Page } from "puppeteer";
import { judgeWithAxe } from "./axe.ts";
import type { LeastContrast } from "./contrast-ratio.ts";
import type { Finding } from "../verdict/finding.ts";
import { findGeneratedText } from "./generated-text.ts";
import { withIsolatedWorld } from "../../browser/isolated-world.ts";
import type { IsolatedWorld } from "../../browser/isolated-world.ts";
import type { Judge, Judgement } from "../verdict/judge.ts";
import { describeMeasure, measureTextContrast } from "./text-contrast.ts";

/** @param least contrast asked of text; where it is large, less (see `neededRatio`). */
export const contrastJudge = (least: LeastContrast): Judge<Page> => ({
  name: "imprimatur-page-contrast",
  version: axe.version,
  judge: (page, signal) =>
    withIsolatedWorld(page, async (world) => {
      const real = await judgeRealText(page, world, least);
      signal.throwIfAborted();
      const generated = await judgeGeneratedText(page, world, signal, least);
      return {
        findings: [...real.findings, ...generated.findings],
        toReview: [...(real.toReview ?? []), ...(generated.toReview ?? [])],
      };
    }),
});

/**
 * axe's rule for 7:1 passes text on gradients and pictures, which its rule for 4.5:1 leaves
 * undecided: so both are run, and what the former tells is not reported twice.
 */
async function judgeRealText(
  page: Page,
  world: IsolatedWorld,
  least: LeastContrast,
): Promise<Judgement> {
  const onlyRules = ["color-contrast", ...(least === 7 ? ["color-contrast-enhanced"] : [])];
  const judged = await judgeWithAxe(page, world, { onlyRules, leastContrast: least });
  const enhanced = judged.findings.filter(({ rule }) => rule === "color-contrast-enhanced");
  const places = new Set(enhanced.map(({ where }) => where));
  const others = judged.findings.filter((finding) => !enhanced.includes(finding));
  // What one rule leaves undecided the other has measured.
  const toReview = judged.toReview?.filter(({ rule }) => rule === "color-contrast") ?? [];
  return {
    toReview,
    findings: [...enhanced, ...others.filter(({ where }) => !places.has(where))],
  };
}

export const pageContrastJudge = contrastJudge(4.5);

/** Generated text alone, for web pages, whose real text axe-core judges already. */
export const generatedTextJudge: Judge<Page> = {
  name: "imprimatur-generated-text",
  version: "1",
  judge: (page, signal) =>
    withIsolatedWorld(page, (world) => judgeGeneratedText(page, world, signal)),
};

async function judgeGeneratedText(
  page: Page,
  world: IsolatedWorld,
  signal: AbortSignal,
  least: LeastContrast = 4.5,
): Promise<Judgement> {
  const findings: Finding[] = [];
  const toReview: Finding[] = [];
  for (const text of await findGeneratedText(world, least)) {
    signal.throwIfAborted();
    const measure = text.measure ?? (await measureTextContrast(page, world, text, least));
    if (measure.kind === "enough") continue;
    (measure.kind === "low" ? findings : toReview).push({
      rule: "generated-text-contrast",
      impact: "serious",
      wcag: [least === 7 ? "1.4.6" : "1.4.3"],
      where: text.place,
      message: describeMeasure(measure),
      help: "Choose a darker or lighter colour for this generated text in the style sheet.",
    });
  }
  return { findings, toReview };
}
