/**
 * Pages that are finished leave the document while others are laid out: nobody can see that. What is
 * laid out without that is the same document with a rule that keeps pages there.
 */
import type { Page } from "puppeteer";
import { describe, expect, test } from "vitest";
import { paginate } from "../../../src/paginate/paginate.ts";
import { printRaw } from "../../../src/paginate/print-raw.ts";
import { openPdf } from "../../../src/pdf/objects/open-pdf.ts";
import { readPdfjsText } from "../../../src/pdf/text/pdfjs-text.ts";
import { testBrowser } from "../../support/test-browser.ts";

const browser = testBrowser();

/** Where styles choose pages by their number, none leaves. */
const ALL_STAY = "@page :nth(9999) { margin: 20mm }";

interface Box {
  readonly page: string | undefined;
  readonly text: string;
  readonly place: readonly [left: number, top: number, right: number, bottom: number];
}

interface LaidOut {
  /** Of each page, generated text included. */
  readonly texts: readonly string[];
  readonly boxes: readonly Box[];
  readonly pageNumbers: readonly (string | undefined)[];
  readonly gaps: number;
}

async function layOut(html: string): Promise<LaidOut> {
  const paginated = await paginate(
    { html, urlPath: "/print.html", roots: [] },
    { browser: browser(), onRefused: () => undefined },
  );
  try {
    const { page } = paginated;
    const boxes = await readBoxes(page);
    const pageNumbers = await page.$$eval(".pagedjs_pages > *", (pages) =>
      pages.map((each) => (each instanceof HTMLElement ? each.dataset.pageNumber : undefined)),
    );
    const gaps = (await page.$$("imprimatur-gap")).length;
    const { bytes } = await printRaw(paginated);
    return { texts: await readPdfjsText(await openPdf(bytes)), boxes, pageNumbers, gaps };
  } finally {
    await paginated.close();
  }
}

/** Each text, and where it stands on its page, in CSS pixels. */
function readBoxes(page: Page): Promise<readonly Box[]> {
  return page.$$eval(".pagedjs_page", (pages) =>
    pages.flatMap((each) => {
      const origin = each.getBoundingClientRect();
      const walker = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
      const found: Box[] = [];
      for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(text);
        const { left, top, right, bottom } = range.getBoundingClientRect();
        found.push({
          page: (each as HTMLElement).dataset.pageNumber,
          text: text.textContent ?? "",
          place: [left - origin.left, top - origin.top, right - origin.left, bottom - origin.top],
        });
      }
      return found;
    }),
  );
}

const STYLES = `
  @page { size: A6; margin: 12mm; @top-center { content: string(chapter) }
    @bottom-center { content: "[" counter(page) "]" } }
  @page wide { margin: 8mm 12mm }
  body { margin: 0; font: 10pt/1.4 serif; counter-reset: chapter }
  h2 { string-set: chapter content(); break-before: page; counter-increment: chapter; counter-reset: part }
  h2::before { content: "§" counter(chapter) " " }
  h3 { counter-increment: part } h3::before { content: counter(chapter) "." counter(part) " " }
  .anew { counter-reset: page 3; break-before: page }
  .right { break-before: right; page: wide }
  a::after { content: " {" attr(href) "=" target-counter(attr(href), page) "}" }
  .note { float: footnote }
  .numbered { display: list-item; list-style: decimal inside }
`;

const WORDS = "The sea rises and the harbour waits; we counted boats, quays and hours of tides. ";

/** Of about three pages a chapter. */
function bookOf(chapters: number, styles = ""): string {
  const numbers = Array.from({ length: chapters }, (_, index) => index + 1);
  const entries = numbers.map((n) => `<li><a href="#c${n}">Chapter ${n}</a></li>`);
  const bodies = numbers.map((n) => {
    const kinds = [n === 9 ? "anew" : "", n % 5 === 0 ? "right" : ""].join(" ").trim();
    const back = `#c${((n * 7) % chapters) + 1}`;
    return `<section class="${kinds}"><h2 id="c${n}">Chapter ${n}</h2>
      <p>${WORDS.repeat(9)}<span class="note">A note of ${n}. ${WORDS}</span> <a href="${back}">see</a></p>
      <h3>A part</h3><p>${WORDS.repeat(6)}</p><h3>Another</h3>
      <ol><li>${WORDS}<ol><li>one</li><li>two</li></ol></li><li>${WORDS.repeat(3)}</li></ol>
      <div class="numbered">first</div><div class="numbered">second</div></section>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A book</title>
    <style>${STYLES}${styles}</style></head><body><h1>A book</h1><nav><ol>${entries.join("")}</ol></nav>
    ${bodies.join("")}</body></html>`;
}

/** The numbers that references give, and those that are printed on the pages that they point at. */
function numbersIn(texts: readonly string[]) {
  const printed = new Map<string, string>();
  for (const text of texts) {
    const [, chapter] = /§\d+ Chapter (\d+)\s/.exec(text) ?? [];
    const [, number = ""] = /\[(\d+)\]/.exec(text) ?? [];
    if (chapter !== undefined && !printed.has(chapter)) printed.set(chapter, number);
  }
  const given = texts.flatMap((text) => [
    ...text.replaceAll("\n", " ").matchAll(/#c(\d+)=\s*(\d+)/g),
  ]);
  return {
    given: given.map(([, chapter = "", number]) => [chapter, number]),
    expected: given.map(([, chapter = ""]) => [chapter, printed.get(chapter)]),
  };
}

describe("a document of many pages", () => {
  test("comes out as if all pages had stayed", async () => {
    const chapters = 26;
    const left = await layOut(bookOf(chapters));
    const stayed = await layOut(bookOf(chapters, ALL_STAY));
    expect(left.texts.length).toBeGreaterThan(70);
    expect(left.texts).toEqual(stayed.texts);
    expect(left.gaps).toBe(0);
    expect(left.pageNumbers).toEqual(left.texts.map((_, index) => String(index + 1)));
    expect(left.boxes.map(({ page, text }) => [page, text])).toEqual(
      stayed.boxes.map(({ page, text }) => [page, text]),
    );
    const moved = left.boxes.filter(({ place }, index) =>
      place.some((edge, at) => Math.abs(edge - (stayed.boxes[index]?.place[at] ?? NaN)) > 0.1),
    );
    expect(moved).toEqual([]);
  });

  test("refers to the numbers that are printed, whether their pages have left or not", async () => {
    const { texts } = await layOut(bookOf(26));
    const { given, expected } = numbersIn(texts);
    expect(given).toHaveLength(52);
    expect(given).toEqual(expected);
  });

  test("gives numbers of one digit and of two in narrow lines of another font", async () => {
    const narrow = `nav li { font: 10pt/1.4 monospace; width: 24ch; list-style: none }
      nav a::after { content: " ......{" attr(href) "=" target-counter(attr(href), page) "}" }
      nav ol { margin: 0; padding: 0 }`;
    const { texts, gaps } = await layOut(bookOf(26, narrow));
    const { given, expected } = numbersIn(texts);
    expect(gaps).toBe(0);
    expect(given.filter(([, number]) => Number(number) > 9).length).toBeGreaterThan(30);
    expect(given).toEqual(expected);
  });
});

describe("a page that numbers make longer than it is", () => {
  const A6_WIDTH_PX = 396.85;
  const HIGH = "main { counter-reset: page 10000 }";

  /** An entry of the contents goes over two lines with a high number, and over one without. */
  function listOf(chapters: number, styles: string): string {
    const numbers = Array.from({ length: chapters }, (_, index) => index + 1);
    const entries = numbers.map((n) => `<li><a href="#c${n}">Chapter ${n}</a></li>`);
    const bodies = numbers.map((n) => `<h2 id="c${n}">Chapter ${n}</h2>`);
    return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A list</title><style>
      @page { size: A6; margin: 14mm; @top-left { content: "<" string(chapter) ">" }
        @bottom-left { content: "[" counter(page) "]" } }
      body { margin: 0; font: 10pt/1.4 monospace } li { width: 12.2ch; list-style: none }
      main { break-before: page }
      h2 { break-before: page; string-set: chapter content() }
      a::after { content: " " target-counter(attr(href), page) }${styles}</style></head>
      <body><ul>${entries.join("")}</ul><main>${bodies.join("")}</main></body></html>`;
  }

  test.for([
    ["pages leave", 40, HIGH],
    ["pages stay", 40, HIGH + ALL_STAY],
    ["pages are few", 18, HIGH],
    ["numbers move each other", 40, "ul { counter-reset: page 95 }"],
  ] as const)("is laid out anew with what follows, where %s", async ([, chapters, styles]) => {
    const { texts, boxes, pageNumbers } = await layOut(listOf(chapters, styles));
    expect(boxes.filter(({ place: [left] }) => left >= A6_WIDTH_PX)).toEqual([]);
    expect(pageNumbers).toEqual(texts.map((_, index) => String(index + 1)));
    const plain = texts.map((text) => text.replaceAll("\n", " "));
    const printed = plain.flatMap((text) => {
      const [, chapter] = /<Chapter (\d+)>/.exec(text) ?? [];
      const [, number] = /\[(\d+)\]/.exec(text) ?? [];
      return chapter === undefined ? [] : [[chapter, number]];
    });
    expect(printed).toHaveLength(chapters);
    // Strings of the last page are not those of the next one.
    const contents = plain.filter((text) => text.includes("<>"));
    expect(contents.length).toBeGreaterThan(1);
    // Nor do pages begin anew where they did before.
    const own = contents.map((text) => Number(/\[(\d+)\]/.exec(text)?.[1]));
    expect(own).toEqual(own.map((_, index) => (own[0] ?? NaN) + index));
    const given = contents.flatMap((text) => [...text.matchAll(/Chapter (\d+) (\d+)/g)]);
    expect(given.map(([, chapter, number]) => [chapter, number])).toEqual(printed);
  });
});

test("references to ids that a selector would have to escape get their numbers", async () => {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A</title><style>
    @page { size: A6; margin: 12mm; counter-increment: page }
    h2 { break-before: page } a::after { content: "=" target-counter(attr(href), page) }</style></head>
    <body><p><a href="#a.b">one</a> <a href="#%C3%A9t%C3%A9">two</a> <a href="#none">three</a></p>
    <h2 id="a.b">A</h2><h2 id="été">B</h2></body></html>`;
  const { texts } = await layOut(html);
  expect(texts[0]).toMatch(/one\s*=2\s*two\s*=3/);
});
