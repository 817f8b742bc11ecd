/** Pages that are held to 7:1: what 4.5:1 lets pass is told, on plain grounds and on painted ones. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openGatedPage } from "../../../src/browser/gate.ts";
import { launchBrowser, type LaunchedBrowser } from "../../../src/browser/launch-browser.ts";
import type { LeastContrast } from "../../../src/judges/html/contrast-ratio.ts";
import { runJudge } from "../../../src/judges/verdict/judge.ts";
import { contrastJudge } from "../../../src/judges/html/page-contrast.ts";

/** #666 has 5.7:1 on white. */
const body = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Grey</title><style>
  p { color: #666; font: 16px sans-serif } .large { font-size: 24px }
  .painted { background: linear-gradient(#fff, #fefefe) }
  .folio::after { content: "page 1"; color: #666 }
  </style></head><body><div class="pagedjs_page" data-page-number="1"><p class="plain">Plain</p>
  <p class="large">Large</p><p class="painted">Painted</p><div class="folio"></div></div></body></html>`;

let launched: LaunchedBrowser;
beforeAll(async () => {
  launched = await launchBrowser({ projectDir: process.cwd(), onNotice: () => undefined });
});
afterAll(() => launched.close());

test.each<[LeastContrast, readonly string[]]>([
  [4.5, []],
  [
    7,
    [
      "color-contrast-enhanced 1.4.6 page 1 · p “Plain”",
      "color-contrast 1.4.3 page 1 · p “Painted”",
      "generated-text-contrast 1.4.6 page 1 · div ::after “page 1”",
    ],
  ],
])("%d:1", async (least, expected) => {
  const documents = new Map([["/grey.html", { body, contentType: "text/html" }]]);
  const { page, origin, close } = await openGatedPage(launched.browser, {
    roots: [],
    documents,
    onRefused: () => undefined,
  });
  await page.goto(`${origin}/grey.html`);
  const { findings, toReview } = await runJudge(contrastJudge(least), page);
  await close();
  expect(findings.map(({ rule, wcag, where }) => [rule, ...wcag, where].join(" "))).toEqual(
    expected,
  );
  expect(findings.every(({ message }) => message.includes(`${least}:1`))).toBe(true);
  expect(toReview).toBeUndefined();
});
