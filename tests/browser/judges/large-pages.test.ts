/**
 * Pages larger than most are judged in full, not given up: every judge runs in its time limit.
 */
import type { Page } from "puppeteer";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openGatedPage } from "../../../src/browser/gate.ts";
import type { GuardedPage } from "../../../src/browser/guarded-page.ts";
import { launchBrowser, type LaunchedBrowser } from "../../../src/browser/launch-browser.ts";
import { axeJudge } from "../../../src/judges/html/axe.ts";
import { runJudge } from "../../../src/judges/verdict/judge.ts";

let launched: LaunchedBrowser;
let opened: GuardedPage | undefined;

beforeAll(async () => {
  launched = await launchBrowser({ projectDir: process.cwd(), onNotice: () => undefined });
});
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});
afterAll(() => launched.close());

async function show(body: string): Promise<Page> {
  const html = `<!doctype html><html lang=en><title>t</title><main><h1>t</h1>${body}</main>`;
  const gated = await openGatedPage(launched.browser, {
    roots: [],
    documents: new Map([["/page.html", { body: html, contentType: "text/html" }]]),
    onRefused: () => undefined,
  });
  opened = gated;
  await gated.page.goto(`${gated.origin}/page.html`);
  return gated.page;
}

const many = (count: number, write: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => write(n)).join("\n");

/** What axe-core finds, as `rule @ where`. */
async function foundBy(page: Page): Promise<readonly string[] | string> {
  const { reason, findings } = await runJudge(axeJudge(), page);
  return reason ?? findings.map(({ rule, where }) => `${rule} @ ${where}`);
}

describe("20,000 elements", () => {
  test("axe-core judges all of them", async () => {
    const page = await show(`${many(20_000, (n) => `<p>Words ${n}</p>`)}<h4>skips</h4>`);
    expect(await foundBy(page)).toEqual(["heading-order @ main > h4 “skips”"]);
  });
});
