/** The judges of fonts: a system's font is found wherever it paints, and shipped ones are not told. */
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openGatedPage, type GatedPage } from "../../../src/browser/gate.ts";
import { launchBrowser, type LaunchedBrowser } from "../../../src/browser/launch-browser.ts";
import { pdfFontsJudge, webFontsJudge } from "../../../src/judges/design/fonts.ts";
import { runJudge } from "../../../src/judges/verdict/judge.ts";
import { judgeWebPage } from "../../../src/judges/html/web-modes.ts";
import { openPdf } from "../../../src/pdf/objects/open-pdf.ts";
import { stylesIn } from "../../support/open-design.ts";
import { shippedFontNames } from "../../../src/design/fonts/shipped-fonts.ts";

let launched: LaunchedBrowser;

beforeAll(async () => {
  launched = await launchBrowser({ projectDir: process.cwd(), onNotice: () => undefined });
});
afterAll(() => launched.close());

async function open(css: string, body: string): Promise<GatedPage> {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Fonts</title>
<link rel="stylesheet" href="/styles/fonts.css">
<style>body { font-family: "STIX Two Text", "Inter" } ${css}</style></head>
<body><main><h1>Fonts</h1>${body}</main></body></html>`;
  const gated = await openGatedPage(launched.browser, {
    roots: [{ urlPath: "/styles/", dir: path.resolve("src/design/house") }],
    documents: new Map([["/page.html", { body: html, contentType: "text/html" }]]),
    onRefused: () => undefined,
  });
  await gated.page.goto(`${gated.origin}/page.html`);
  return gated;
}

async function found(css: string, body: string): Promise<readonly string[]> {
  const { page, close } = await open(css, body);
  const report = await runJudge(webFontsJudge, page);
  await close();
  expect(report.reason).toBeUndefined();
  return report.findings.map(({ rule, where }) => `${rule} @ ${where}`);
}

describe("imprimatur-fonts on a page", () => {
  test("shipped fonts alone are no finding, with another family for what the first lacks", async () => {
    expect(await found("", "<p>An arrow → of <em>Inter</em>.</p>")).toEqual([]);
  });

  test.each<readonly [name: string, css: string, body: string, expected: string]>([
    [
      "a stylesheet that names Arial",
      "p { font-family: Arial }",
      "<p>Plain words</p>",
      "system-font @ main > p “Plain words”",
    ],
    [
      "generated text",
      'p::before { content: "Note: "; font-family: Arial }',
      "<p>Words</p>",
      "system-font @ main > p “Words” ::before",
    ],
  ])("%s is found", async (_name, css, body, expected) => {
    expect(await found(css, body)).toEqual([expected]);
  });

  test("is one of the judges of an edition, in the modes it holds in, and not of other pages", async () => {
    const { page, close } = await open("@media print { p { font-family: Arial } }", "<p>Words</p>");
    const others = await judgeWebPage(page);
    expect(others.map(({ name }) => name)).not.toContain("imprimatur-fonts");
    const reports = await judgeWebPage(page, { ownFontsOnly: true });
    await close();
    const report = reports.find(({ name }) => name === "imprimatur-fonts");
    expect(report?.findings.map(({ where }) => where)).toEqual(["main > p “Words” (print)"]);
  });
});

test("after all judges a page still gets what it asks for", async () => {
  const { page, close } = await open("", "<p>Words</p>");
  await judgeWebPage(page);
  const status = await page.evaluate(async () => (await fetch("/styles/fonts.css")).status);
  await close();
  expect(status).toBe(200);
});

describe("imprimatur-fonts on a PDF", () => {
  async function judgePrinted(css: string): Promise<readonly string[]> {
    const { page, close } = await open(css, "<p>Words</p>");
    const pdf = await openPdf(await page.pdf());
    await close();
    const shippedFonts = await shippedFontNames(stylesIn("src/design/house"));
    const { findings } = await runJudge(pdfFontsJudge, { pdf, shippedFonts });
    return findings.map(({ rule, where, message }) => `${rule} @ ${where}: ${message}`);
  }

  test("shipped fonts are no finding", async () => {
    expect(await judgePrinted("")).toEqual([]);
  });

  test("a font of the system is named, with its page", async () => {
    const [finding] = await judgePrinted("p { font-family: Arial }");
    expect(finding).toMatch(/^system-font @ page 1: Text is painted with \S+, which is none/u);
  });
});
