/**
 * Judges a web page in the ways it is met: in a wide window, in one of 320 CSS pixels (which is also
 * a window of 1280 at a zoom of 400 %), in print, and dark. Input: an open, loaded page; output: one
 * report for each judge over all modes, a finding once, with the modes it holds in. It loads no page.
 */
import type { MediaFeature, Page, Viewport } from "puppeteer";
import { axeJudge } from "./axe.ts";
import type { AxeOptions } from "./axe.ts";
import type { Finding, JudgeReport } from "../verdict/finding.ts";
import { webFontsJudge } from "../design/fonts.ts";
import { afterPreparing, runJudge, type Judge, type JudgeRun } from "../verdict/judge.ts";
import { generatedTextJudge } from "./page-contrast.ts";
import { pa11yJudge } from "./pa11y.ts";
import { reflowJudge, reflowWidthPx } from "./reflow.ts";
import { semanticsJudge } from "./semantics.ts";
import { webLayoutJudge } from "./web-layout.ts";

export interface WebMode {
  /** As findings name it. */
  readonly name: string;
  readonly viewport: Viewport;
  readonly media: "screen" | "print";
  /** What the reader prefers, as media queries ask for it; on a screen only. */
  readonly features?: readonly MediaFeature[];
  /** Only colours can differ from another mode: structure and reflow are judged there. */
  readonly colourOnly?: boolean;
}

export const wideMode: WebMode = {
  name: "wide",
  viewport: { width: 1280, height: 1024 },
  media: "screen",
};
export const narrowMode: WebMode = {
  name: "320 px",
  viewport: { width: reflowWidthPx, height: 640 },
  media: "screen",
};
/** The width of an A4 sheet at 96 pixels an inch. */
export const printMode: WebMode = {
  name: "print",
  viewport: { width: 794, height: 1123 },
  media: "print",
};
const darkMode: WebMode = {
  ...wideMode,
  name: "dark",
  features: [{ name: "prefers-color-scheme", value: "dark" }],
  colourOnly: true,
};
const webModes: readonly WebMode[] = [wideMode, narrowMode, printMode, darkMode];

export interface WebPageOptions extends AxeOptions, JudgeRun {
  readonly modes?: readonly WebMode[];
  /** The page is to be painted with its own fonts only: an edition of the project. */
  readonly ownFontsOnly?: boolean;
}

/** Reports of axe-core, pa11y, and this project's judges, in that order. The page is left in the last mode. */
export async function judgeWebPage(
  page: Page,
  options: WebPageOptions = {},
): Promise<readonly JudgeReport[]> {
  const { modes = webModes } = options;
  const axeCore = axeJudge(options);
  const reports = new Map<string, Map<WebMode, JudgeReport>>();
  for (const mode of modes) {
    for (const judge of judgesOf(mode, axeCore, options)) {
      // A judge that closes a DevTools session of its own takes the emulated medium with it.
      const inMode = afterPreparing(() => enter(page, mode), judge);
      const report = await runJudge(inMode, page, options);
      const byMode = reports.get(judge.name) ?? new Map<WebMode, JudgeReport>();
      reports.set(judge.name, byMode.set(mode, report));
    }
  }
  return [...reports.values()].map(mergeModes);
}

/**
 * The browser takes medium and features at once, and puppeteer sends one without the other: the last
 * call undoes the one before. So a mode has features, which are those of a screen, or a medium.
 */
async function enter(page: Page, { viewport, media, features }: WebMode): Promise<void> {
  await page.setViewport(viewport);
  if (features === undefined) await page.emulateMediaType(media);
  else await page.emulateMediaFeatures([...features]);
}

/** Structure is the same in every mode, layout is not; only a narrow window can fail to reflow. */
function judgesOf(
  mode: WebMode,
  axeCore: Judge<Page>,
  { ownFontsOnly = false }: WebPageOptions,
): readonly Judge<Page>[] {
  const ofFonts = ownFontsOnly ? [webFontsJudge] : [];
  if (mode.colourOnly === true) {
    return [axeJudge({ onlyRules: ["color-contrast"] }), generatedTextJudge];
  }
  const isNarrow = mode.viewport.width === reflowWidthPx;
  const layout = webLayoutJudge(isNarrow ? "narrow" : mode.media === "print" ? "print" : "wide");
  const judges = [axeCore, pa11yJudge, generatedTextJudge, semanticsJudge, ...ofFonts, layout];
  return isNarrow ? [...judges, reflowJudge] : judges;
}

/**
 * One report for the reports of one judge in several modes, each finding once. Skipped in one mode is
 * skipped as a whole; what the other modes showed is kept.
 */
export function mergeModes(reports: ReadonlyMap<WebMode, JudgeReport>): JudgeReport {
  const [first] = reports.values();
  if (first === undefined) throw new RangeError("there is no report to merge");
  const findings = mergeFindings(reports, (report) => report.findings);
  const toReview = mergeFindings(reports, (report) => report.toReview ?? []);
  const skipped = [...reports].filter(([, { status }]) => status === "skipped");
  return {
    name: first.name,
    version: first.version,
    status: skipped.length > 0 ? "skipped" : findings.length > 0 ? "failed" : "passed",
    ...(skipped.length > 0 && { reason: mergeReasons(skipped, reports.size) }),
    findings,
    ...(toReview.length > 0 && { toReview }),
  };
}

/** What holds in every mode is said once. */
function mergeReasons(
  skipped: readonly (readonly [WebMode, JudgeReport])[],
  modeCount: number,
): string {
  const reasons = skipped.map(([{ name }, { reason = "no reason" }]) => ({ name, reason }));
  const [first] = reasons;
  const isOne = reasons.every(({ reason }) => reason === first?.reason);
  if (first !== undefined && isOne && reasons.length === modeCount) return first.reason;
  return reasons.map(({ name, reason }) => `${name}: ${reason}`).join("; ");
}

function mergeFindings(
  reports: ReadonlyMap<WebMode, JudgeReport>,
  select: (report: JudgeReport) => readonly Finding[],
): readonly Finding[] {
  const merged = new Map<string, { readonly finding: Finding; readonly modes: Set<string> }>();
  for (const [mode, report] of reports) {
    for (const finding of select(report)) {
      const key = JSON.stringify([finding.rule, finding.where, finding.message]);
      const entry = merged.get(key) ?? { finding, modes: new Set<string>() };
      entry.modes.add(mode.name);
      merged.set(key, entry);
    }
  }
  return [...merged.values()].map(({ finding, modes }) => {
    const judgedIn = [...reports.keys()].filter(
      ({ colourOnly = false }) => !colourOnly || finding.rule.endsWith("contrast"),
    );
    const isEverywhere = reports.size > 1 && modes.size === judgedIn.length;
    const label = isEverywhere ? "all modes" : [...modes].join(", ");
    return { ...finding, where: `${finding.where} (${label})` };
  });
}
