/**
 * Boxes around the area of a page that show nothing are not displayed: nobody can see that. What is laid
 * out without that is the same document with a rule that makes all boxes paint something.
 */
import { expect, test } from "vitest";
import { paginate } from "../../../src/paginate/paginate.ts";
import { printRaw } from "../../../src/paginate/print-raw.ts";
import { openPdf } from "../../../src/pdf/objects/open-pdf.ts";
import { readGlyphs } from "../../../src/pdf/text/read-content.ts";
import { testBrowser } from "../../support/test-browser.ts";

const browser = testBrowser();

const ALL_PAINT = `[class*="pagedjs_margin-"], .pagedjs_bleed { background: rgb(255 255 255 / 1%) }`;

interface LaidOut {
  /** The letters of each page, generated ones included, with their places in points. */
  readonly pages: readonly (readonly Placed[])[];
  /** Of each page, the boxes around its area that are displayed, by their classes. */
  readonly displayed: readonly (readonly string[])[];
}

type Placed = readonly [text: string, x: number, y: number];

async function layOut(styles: string, body: string): Promise<LaidOut> {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Boxes</title>
    <style>body { margin: 0; font: 10pt/1.4 serif } ${styles}</style></head><body>${body}</body></html>`;
  const paginated = await paginate(
    { html, urlPath: "/print.html", roots: [] },
    { browser: browser(), onRefused: () => undefined },
  );
  try {
    const displayed = await paginated.page.$$eval(".pagedjs_page", (pages) =>
      pages.map((page) =>
        [...page.querySelectorAll(".pagedjs_bleed, .pagedjs_pagebox > :not(.pagedjs_area)")]
          .filter((box) => box.checkVisibility())
          .map((box) => /pagedjs_(\S*-\S*)/.exec(box.className)?.[1] ?? ""),
      ),
    );
    const { bytes } = await printRaw(paginated);
    const contents = await readGlyphs(await openPdf(bytes));
    const pages = contents.map(({ pieces }) =>
      pieces.map(({ text, startX, startY }): Placed => [text, startX, startY]),
    );
    return { pages, displayed };
  } finally {
    await paginated.close();
  }
}

async function expectSame(styles: string, body: string): Promise<LaidOut> {
  const [used, all] = await Promise.all([layOut(styles, body), layOut(styles + ALL_PAINT, body)]);
  expect(all.displayed.every((boxes) => boxes.length === 12)).toBe(true);
  expect(used.pages.map((page) => page.map(([text]) => text))).toEqual(
    all.pages.map((page) => page.map(([text]) => text)),
  );
  const moved = used.pages.flatMap((page, at) =>
    page.filter(([, x, y], index) => {
      const [, otherX = NaN, otherY = NaN] = all.pages[at]?.[index] ?? [];
      return !(Math.abs(x - otherX) <= 0.1 && Math.abs(y - otherY) <= 0.1);
    }),
  );
  expect(moved).toEqual([]);
  return used;
}

const textOf = (pages: LaidOut["pages"]): readonly string[] =>
  pages.map((page) => page.map(([text]) => text).join(""));

const WORDS = "The sea rises and the harbour waits; we counted boats, quays and hours of tides. ";
const PARAGRAPHS = `<p>${WORDS.repeat(9)}</p>`.repeat(6);
const A6 = "size: A6; margin: 14mm";

test("only what has content is displayed, and stands where it stood", async () => {
  const { displayed, pages } = await expectSame(
    `@page { ${A6}; @bottom-center { content: "[" counter(page) "]" } }`,
    PARAGRAPHS,
  );
  expect(displayed.length).toBeGreaterThan(4);
  expect(new Set(displayed.flat())).toEqual(new Set(["margin-bottom"]));
  expect(textOf(pages).every((text, index) => text.includes(`[${index + 1}]`))).toBe(true);
});

test("boxes of every edge and corner are measured as before", async () => {
  const { displayed } = await expectSame(
    `@page { ${A6};
      @top-left { content: "left of the top" } @top-center { content: "centre" }
      @top-right { content: "a right one that is longer" }
      @bottom-left { content: "left"; max-width: 20mm } @bottom-right { content: "right at the foot" }
      @left-top { content: "lt" } @left-middle { content: "lm" } @left-bottom { content: "lb" }
      @right-middle { content: "rm"; max-height: 20mm } @right-bottom { content: "rb" }
      @top-left-corner { content: "a" } @top-right-corner { content: "b" }
      @bottom-left-corner { content: "c" } @bottom-right-corner { content: "d" } }`,
    PARAGRAPHS,
  );
  expect(displayed[0]).toHaveLength(8);
});

test("kinds of pages differ, and a page may have more than the one before of its kind", async () => {
  const { displayed } = await expectSame(
    `@page { ${A6}; @top-center { content: element(head) } @bottom-right { content: string(part) } }
     @page :first { @top-center { content: none } @bottom-right { content: none } }
     @page :left { @left-middle { content: "left" } }
     @page wide { margin: 20mm; @bottom-left { content: counter(page) } }
     @page :blank { @top-center { content: none } }
     .head { position: running(head) } h2 { string-set: part content() }
     .wide { page: wide; break-before: right }`,
    `${PARAGRAPHS}<h2>A part</h2><div class="head">Running <em>head</em></div>${PARAGRAPHS}
     <div class="wide"><h2>Another</h2>${PARAGRAPHS}</div>`,
  );
  expect(new Set(displayed.flat())).toEqual(
    new Set(["margin-top", "margin-left", "margin-bottom"]),
  );
});

test("marks and bleed are shown where they are asked for", async () => {
  const { displayed } = await expectSame(
    `@page { ${A6}; bleed: 4mm; marks: crop cross }`,
    PARAGRAPHS,
  );
  expect(displayed[0]).toEqual(
    expect.arrayContaining(["bleed-top", "bleed-right", "bleed-bottom", "bleed-left"]),
  );
});

test("a box is displayed for what an author paints in it, on all pages or on one", async () => {
  const page = `@page { ${A6} }`;
  const all = await layOut(`${page} .pagedjs_margin-top { background: rgb(0 60 90) }`, PARAGRAPHS);
  expect(all.displayed.every((boxes) => boxes.join() === "margin-top")).toBe(true);
  const some = await layOut(
    `${page} .pagedjs_page:has(.cover) .pagedjs_margin-top { background: rgb(0 60 90) }`,
    `${PARAGRAPHS}<p class="cover">Here</p>`,
  );
  expect(some.displayed.map((boxes) => boxes.join())).toEqual(
    some.displayed.map((_, index, { length }) => (index === length - 1 ? "margin-top" : "")),
  );
  const one = await layOut(
    `${page} #page-2 .pagedjs_margin-left { border-right: 1mm solid }
     .pagedjs_left_page .pagedjs_margin-bottom::after { content: "foot"; position: absolute }`,
    PARAGRAPHS,
  );
  expect(one.displayed.slice(0, 3)).toEqual([[], ["margin-left", "margin-bottom"], []]);
  expect(textOf(one.pages)[1]).toContain("foot");
});

test("heads of several parts show named strings, whatever stands in them", async () => {
  const chapters = ["One", "“Two”, 'three' &amp; \"four\"", "C:\\", "Two<br>lines"];
  const { pages } = await layOut(
    `@page { size: A6; margin: 14mm; @top-left { content: "<" string(chapter) "|" string(chapter, last) ">" } }
     h2 { break-before: page; string-set: chapter content() }`,
    `<p>Intro</p>${chapters.map((chapter) => `<h2>${chapter}</h2>`).join("")}`,
  );
  const heads = pages.map((page) => /<.*>/.exec(page.map(([text]) => text).join(""))?.[0]);
  const expected = ["", "One", "“Two”, 'three' & \"four\"", "C:\\", "Twolines"];
  expect(heads).toEqual(expected.map((chapter) => `<${chapter}|${chapter}>`));
});
