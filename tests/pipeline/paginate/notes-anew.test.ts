/** Notes whose numbers begin anew in each chapter, and the numbers of the pages that they stand on. */
import { expect, test } from "vitest";
import { paginate } from "../../../src/paginate/paginate.ts";
import { printRaw } from "../../../src/paginate/print-raw.ts";
import { openPdf } from "../../../src/pdf/objects/open-pdf.ts";
import { readGlyphs } from "../../../src/pdf/text/read-content.ts";
import { testBrowser } from "../../support/test-browser.ts";

const browser = testBrowser();

const STYLES = `
  @page { size: A6; margin: 14mm; @bottom-center { content: "[" counter(page) "]" } }
  .note { float: footnote }
  .chapter { counter-reset: footnote; break-before: page }`;

const CHAPTERS = ["one", "two", "three"]
  .map(
    (name) =>
      `<section class="chapter"><h2>${name}</h2><p>A<span class="note">alpha.</span> B<span class="note">beta.</span></p></section>`,
  )
  .join("");

test("pages count on, and notes begin anew", async () => {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Notes</title><style>${STYLES}</style></head><body><h1>Title</h1>${CHAPTERS}</body></html>`;
  const paginated = await paginate(
    { html, urlPath: "/print.html", roots: [] },
    { browser: browser(), onRefused: () => undefined },
  );
  try {
    const { bytes } = await printRaw(paginated);
    const contents = await readGlyphs(await openPdf(bytes));
    const texts = contents.map(({ pieces }) => pieces.map(({ text }) => text).join(""));
    const chapters = texts.slice(1);
    expect(chapters.map((text) => /\[\d+\]/.exec(text)?.[0])).toEqual(["[2]", "[3]", "[4]"]);
    expect(chapters.map((text) => text.match(/\d\. ?(?:alpha|beta)/g))).toEqual(
      chapters.map(() => ["1. alpha", "2. beta"]),
    );
  } finally {
    await paginated.close();
  }
});
