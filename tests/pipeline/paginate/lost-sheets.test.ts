/** Style sheets that do not come, or that Paged.js cannot read: there is a PDF, and the loss is reported. */
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { formatRefusal } from "../../../src/browser/refusal.ts";
import { launchBrowser, type LaunchedBrowser } from "../../../src/browser/launch-browser.ts";
import { makeJudgedPdf } from "../../../src/editions/pdf/make-judged-pdf.ts";
import { readPdfiumText } from "../../../src/pdf/text/pdfium-text.ts";

let launched: LaunchedBrowser;
beforeAll(async () => {
  const projectDir = join(import.meta.dirname, "../../..");
  launched = await launchBrowser({ projectDir, onNotice: () => undefined });
});
afterAll(() => launched.close());

async function convert(head: string) {
  const html = `<!doctype html><html lang="en"><head><title>Sheets</title>${head}
    <style>h1 { counter-increment: h } h1::before { content: counter(h) ". " }</style>
    </head><body><h1>Title</h1><p>Words.</p></body></html>`;
  const { bytes, refusals } = await makeJudgedPdf(
    { html, urlPath: "/page.html", roots: [{ urlPath: "/", dir: import.meta.dirname }] },
    "page.html",
    {
      browser: launched.browser,
      signal: new AbortController().signal,
      onPage: () => undefined,
      date: new Date("2026-01-31T12:00:00Z"),
      producer: "Imprimatur test",
    },
  );
  return {
    text: (await readPdfiumText(bytes)).join(" ").replaceAll(/\s+/g, " ").trim(),
    refused: refusals.map(formatRefusal),
  };
}

it.each([
  [
    "a link to another host",
    '<link rel="stylesheet" href="https://fonts.example/a.css">',
    ["refused stylesheet https://fonts.example/a.css: pages are rendered without a network"],
  ],
  [
    "a link to what is not there",
    '<link rel="stylesheet" href="/gone.css">',
    ["refused stylesheet http://imprimatur.localhost/gone.css: there is no such file"],
  ],
  [
    "an import from another host",
    '<style>@import url("https://fonts.example/b.css");</style>',
    ["refused stylesheet https://fonts.example/b.css: pages are rendered without a network"],
  ],
  [
    "a media query that Paged.js does not know",
    "<style>@media (min-width <= 600px) { h1 { display: none } }</style>",
    [],
  ],
])("%s", async (_, head, refused) => {
  const { text, refused: heard } = await convert(head);
  expect(text).toBe("1. Title Words.");
  expect(heard).toEqual(refused);
});
