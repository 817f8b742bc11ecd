/**
 * The judge of contrast on a document's paginated pages, which the derivation of a PDF's structure
 * cannot show (WCAG 2.2, 1.4.3 at AA). Input: the page in which Paged.js has laid the document out;
 * output: findings that name the page and the words.
 *
 * Real text is judged by axe-core's rule, and by the painted pixels where axe cannot decide;
 * generated text (running headers, page numbers) by its colours or by the painted pixels.
 */
import type { Page } from "puppeteer";
import { judgeWithAxe } from "./axe.ts";
import type { LeastContrast } from "./contrast-ratio.ts";
import { findingOf, type RuleFinding } from "../verdict/judge-info.ts";
import { findGeneratedText } from "./generated-text.ts";
import { withIsolatedWorld } from "../../browser/isolated-world.ts";
import type { IsolatedWorld } from "../../browser/isolated-world.ts";
import { judgeBy, type Judge, type Judgement } from "../verdict/judge.ts";
import { GENERATED_TEXT, GENERATED_TEXT_RULES, PAGE_CONTRAST } from "./page-contrast-info.ts";
import { describeMeasure, measureTextContrasts } from "./text-contrast.ts";

/** @param least contrast asked of text; where it is large, less (see `neededRatio`). */
export const contrastJudge = (least: LeastContrast): Judge<Page> =>
  judgeBy(PAGE_CONTRAST, (page, signal) =>
    withIsolatedWorld(page, async (world) => {
      const real = await judgeRealText(page, world, least);
      signal.throwIfAborted();
      const generated = await judgeGeneratedText(page, world, signal, least);
      return {
        findings: [...real.findings, ...generated.findings],
        toReview: [...(real.toReview ?? []), ...(generated.toReview ?? [])],
      };
    }),
  );

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
export const generatedTextJudge: Judge<Page> = judgeBy(GENERATED_TEXT, (page, signal) =>
  withIsolatedWorld(page, (world) => judgeGeneratedText(page, world, signal)),
);

type GeneratedTextRule = keyof typeof GENERATED_TEXT_RULES;

async function judgeGeneratedText(
  page: Page,
  world: IsolatedWorld,
  signal: AbortSignal,
  least: LeastContrast = 4.5,
): Promise<Judgement<GeneratedTextRule>> {
  const findings: RuleFinding<GeneratedTextRule>[] = [];
  const toReview: RuleFinding<GeneratedTextRule>[] = [];
  const texts = await findGeneratedText(world, least);
  signal.throwIfAborted();
  const painted = texts.filter(({ measure }) => measure === undefined);
  const measures = await measureTextContrasts(page, world, painted, { least, signal });
  for (const text of texts) {
    const measure = text.measure ?? measures[painted.indexOf(text)];
    if (measure === undefined || measure.kind === "enough") continue;
    (measure.kind === "low" ? findings : toReview).push(
      findingOf(GENERATED_TEXT_RULES["generated-text-contrast"], {
        ...(least === 7 && { wcag: ["1.4.6"] }),
        ...text.place,
        message: describeMeasure(measure),
      }),
    );
  }
  return { findings, toReview };
}
