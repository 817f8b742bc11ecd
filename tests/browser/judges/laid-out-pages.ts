/**
 * Small documents, laid out by the project and judged by the judge of layout, in a browser that is
 * open for the tests of a file. It plants nothing and expects nothing.
 */
import path from "node:path";
import { afterAll, beforeAll } from "vitest";
import { openGatedPage } from "../../../src/browser/gate.ts";
import { launchBrowser, type LaunchedBrowser } from "../../../src/browser/launch-browser.ts";
import type { JudgeReport } from "../../../src/judges/verdict/finding.ts";
import { runJudge } from "../../../src/judges/verdict/judge.ts";
import { layoutJudge } from "../../../src/judges/layout/layout.ts";
import { paginate } from "../../../src/paginate/paginate.ts";
import { readPages } from "../../../src/paginate/read-pages.ts";

const roots = [{ urlPath: "/fonts", dir: path.resolve("tests/fixtures/fonts") }];

/** A6 with margins of 10 mm: 85 by 128 mm for content, lines of 10 pt every 15 pt, 24 a page. */
export function documentOf(body: string, css: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Proofs</title><style>
    @font-face { font-family: Proof; src: url(/fonts/source-serif-4-regular.ttf) }
    @page { size: A6; margin: 10mm } body { margin: 0; font: 10pt/15pt Proof }
    p, h1, h2, figure, table { margin: 0; font-weight: 400 } h2 { font-size: 10pt } ${css}
    </style></head><body>${body}</body></html>`;
}

/** Opens a browser before the tests of a file; the result lays a document out and judges it. */
export function withLaidOutPages(): (body: string, css?: string) => Promise<JudgeReport> {
  let launched: LaunchedBrowser;
  beforeAll(async () => {
    launched = await launchBrowser({ projectDir: process.cwd(), onNotice: () => undefined });
  });
  afterAll(() => launched.close());

  return async (body, css = "") => {
    const onRefused = (): void => undefined;
    const paginated = await paginate(
      { html: documentOf(body, css), urlPath: "/print.html", roots },
      { browser: launched.browser, onRefused },
    );
    const html = await readPages(paginated);
    await paginated.close();
    const documents = new Map([["/pages.html", { body: html, contentType: "text/html" }]]);
    const { page, origin, close } = await openGatedPage(launched.browser, {
      roots,
      documents,
      onRefused,
    });
    await page.goto(`${origin}/pages.html`);
    await page.emulateMediaType("print");
    const report = await runJudge(layoutJudge({ smallestTextPt: 9 }), page);
    await close();
    return report;
  };
}

/** The rules of the findings. */
export function told({ findings }: JudgeReport): string[] {
  return findings.map(({ rule }) => rule);
}

/** A paragraph of short lines that the author parted. */
export function lines(count: number): string {
  return `<p>${Array.from({ length: count }, (_, index) => `line ${index + 1}`).join("<br>")}</p>`;
}
