/** Breaks that authors ask for: one page each, and no empty one where the page is full already. */
import path from "node:path";
import { expect, test } from "vitest";
import { paginate } from "../../../src/paginate/paginate.ts";
import { printRaw } from "../../../src/paginate/print-raw.ts";
import { openPdf } from "../../../src/pdf/objects/open-pdf.ts";
import { readGlyphs } from "../../../src/pdf/text/read-content.ts";
import { showText } from "../../support/show-text.ts";
import { testBrowser } from "../../support/test-browser.ts";

const browser = testBrowser();
const houseDir = path.join(import.meta.dirname, "../../../src/design/house");

/** Four paragraphs fill a page. */
const STYLES = `
  @page { size: 100mm 100mm; margin: 10mm }
  section { break-before: page }
  p { height: 20mm }`;

const BREAK = "{{< pagebreak >}}";

function chapter(name: string, before: number): string {
  const paragraphs = Array.from({ length: before }, (_, index) => `${name}${index}`);
  const source = [...paragraphs, BREAK, BREAK, `${name}-next`, BREAK].join("\n\n");
  return `<section>${showText(source, "foot")}</section>`;
}

test("a page begins with what follows a break", async () => {
  const chapters = [chapter("a", 3), chapter("b", 4), chapter("c", 5), chapter("d", 0)];
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Breaks</title><link rel="stylesheet" href="/house/print-base.css"><style>${STYLES}</style></head><body><h1>Title</h1>${chapters.join("")}</body></html>`;
  const paginated = await paginate(
    { html, urlPath: "/print.html", roots: [{ urlPath: "/house", dir: houseDir }] },
    { browser: browser(), onRefused: () => undefined },
  );
  try {
    const { bytes } = await printRaw(paginated);
    const contents = await readGlyphs(await openPdf(bytes));
    expect(contents.map(({ pieces }) => pieces.map(({ text }) => text).join(""))).toEqual([
      "Title",
      "a0a1a2",
      "a-next",
      "b0b1b2b3",
      "b-next",
      "c0c1c2c3",
      "c4",
      "c-next",
      "d-next",
    ]);
  } finally {
    await paginated.close();
  }
});
