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
import { installPlaces } from "./element-place.ts";
import type { Finding } from "./finding.ts";
import { findGeneratedText } from "./generated-text.ts";
import { withIsolatedWorld } from "./isolated-world.ts";
import type { IsolatedWorld } from "./isolated-world.ts";
import type { Judge, Judgement } from "./judge.ts";
import { describeMeasure, measureTextContrast } from "./text-contrast.ts";

const LEAST_AT_AA = 4.5;

/** @param least contrast asked of text: 7 (1.4.6 at AAA, 4.5 where it is large), or else 1.4.3. */
export const contrastJudge = (least: number): Judge<Page> => ({
  name: "imprimatur-page-contrast",
  version: axe.version,
  judge: (page, signal) =>
    withIsolatedWorld(page, async (world) => {
      const real = await judgeWithAxe(page, world, { onlyRules: ["color-contrast"] });
      // What this cannot decide, the rule before has put up for review.
      const enhanced =
        least > LEAST_AT_AA
          ? await judgeWithAxe(page, world, { onlyRules: ["color-contrast-enhanced"] })
          : { findings: [] };
      signal.throwIfAborted();
      const generated = await judgeGeneratedText(page, world, signal);
      return {
        findings: [...real.findings, ...enhanced.findings, ...generated.findings],
        toReview: [...(real.toReview ?? []), ...(generated.toReview ?? [])],
      };
    }),
});

export const pageContrastJudge = contrastJudge(LEAST_AT_AA);

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
): Promise<Judgement> {
  await installPlaces(world);
  const findings: Finding[] = [];
  const toReview: Finding[] = [];
  for (const text of await findGeneratedText(world)) {
    signal.throwIfAborted();
    const measure = text.measure ?? (await measureTextContrast(page, world, text));
    if (measure.kind === "enough") continue;
    (measure.kind === "low" ? findings : toReview).push({
      rule: "generated-text-contrast",
      impact: "serious",
      wcag: ["1.4.3"],
      where: text.place,
      message: describeMeasure(measure),
      help: "Choose a darker or lighter colour for this generated text in the style sheet.",
    });
  }
  return { findings, toReview };
}
