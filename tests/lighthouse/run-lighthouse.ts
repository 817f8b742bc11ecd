/**
 * Lighthouse in our browser, on a page that reaches one host of this machine and nothing else.
 * Output: the scores from 0 to 100, and the audits that cost points, by name.
 */
import lighthouse, { type Result } from "lighthouse";
import type { Browser } from "puppeteer";
import { deadProxy, noLoopbackBypass } from "../../src/browser/browser-arguments.ts";

export interface LighthouseRun {
  /** By category: `accessibility`, `best-practices`, `seo`, `performance`. */
  readonly scores: Readonly<Record<string, number>>;
  /** `category: audit`, with what the audit measured, for each that is not passed. */
  readonly failed: readonly string[];
  /** Audits that could not run, with the reason. */
  readonly errors: readonly string[];
  readonly numbers: (audit: string) => number;
}

export async function runLighthouse(browser: Browser, url: string): Promise<LighthouseRun> {
  const { host } = new URL(url);
  // The guarded pages of src/browser intercept requests, and so change what is measured; here the
  // dead proxy alone keeps all other hosts away.
  const context = await browser.createBrowserContext({
    proxyServer: deadProxy,
    proxyBypassList: [noLoopbackBypass, host],
  });
  try {
    const page = await context.newPage();
    const run = await lighthouse(
      url,
      {
        output: "json",
        logLevel: "silent",
        onlyCategories: ["accessibility", "best-practices", "seo", "performance"],
        disableFullPageScreenshot: true,
      },
      undefined,
      page,
    );
    if (run === undefined) throw new Error("Lighthouse gave no result");
    return read(run.lhr);
  } finally {
    await context.close();
  }
}

function read({ categories, audits }: Result): LighthouseRun {
  const failed = Object.values(categories).flatMap(({ id: category, auditRefs }) =>
    auditRefs.flatMap(({ id, weight }) => {
      const { score, displayValue = "" } = audits[id] ?? {};
      if (weight === 0 || score === undefined || score === null || score >= 0.9) return [];
      return [`${category}: ${id} ${displayValue}`.trim()];
    }),
  );
  return {
    scores: Object.fromEntries(
      Object.values(categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)]),
    ),
    failed,
    errors: Object.values(audits)
      .filter(({ scoreDisplayMode }) => scoreDisplayMode === "error")
      .map(({ id, errorMessage }) => `${id}: ${errorMessage ?? ""}`),
    numbers: (audit) => {
      const value = audits[audit]?.numericValue;
      if (value === undefined) throw new RangeError(`Lighthouse measured no ${audit}`);
      return value;
    },
  };
}
