/**
 * A part of a document, laid out alone from what the pages before it have left, is as it is in the whole.
 * Where parts begin is noted when the whole is laid out, and kept as JSON.
 */
import { beforeAll, describe, expect, test } from "vitest";
import type {
  LayoutPart,
  LayoutRecord,
} from "../../../src/paginate/in-page/layout/parts/layout-part.ts";
import { paginate } from "../../../src/paginate/paginate.ts";
import { printRaw } from "../../../src/paginate/print-raw.ts";
import { openPdf } from "../../../src/pdf/objects/open-pdf.ts";
import { readGlyphs } from "../../../src/pdf/text/read-content.ts";
import { bookOf, WORDS } from "../../support/book-of-chapters.ts";
import { testBrowser } from "../../support/test-browser.ts";

const browser = testBrowser();

type Placed = readonly [text: string, x: number, y: number];

interface LaidOut {
  /** The letters of each page, generated ones included, with their places in points. */
  readonly pages: readonly (readonly Placed[])[];
  readonly sides: readonly string[];
  readonly record: LayoutRecord;
}

async function layOut(html: string, part?: LayoutPart): Promise<LaidOut> {
  const paginated = await paginate(
    { html, urlPath: "/print.html", roots: [] },
    { browser: browser(), onRefused: () => undefined, part, notesStarts: part === undefined },
  );
  try {
    const { bytes } = await printRaw(paginated);
    const contents = await readGlyphs(await openPdf(bytes));
    const pages = contents.map(({ pieces }) =>
      pieces.map(({ text, startX, startY }): Placed => [text, startX, startY]),
    );
    const sides = paginated.pages.map(({ side, isBlank }) => `${side}${isBlank ? " blank" : ""}`);
    return { pages, sides, record: asJson(paginated.record) };
  } finally {
    await paginated.close();
  }
}

function asJson(record: LayoutRecord): LayoutRecord {
  return JSON.parse(JSON.stringify(record)) as LayoutRecord;
}

/** From one start to another: before 0 is the document's beginning, and behind the last its end. */
function partOf(record: LayoutRecord, from: number, to: number): LayoutPart {
  const { starts, pageCount, pageNumbers } = record;
  return { pageCount, pageNumbers, start: starts[from], end: starts[to]?.ref };
}

async function expectAsInWhole(html: string, whole: LaidOut, from: number, to: number) {
  const { starts, pageCount } = whole.record;
  const part = await layOut(html, partOf(whole.record, from, to));
  const first = starts[from]?.pagesBefore ?? 0;
  const last = starts[to]?.pagesBefore ?? pageCount;
  const expected = whole.pages.slice(first, last);
  const texts = (pages: LaidOut["pages"]) =>
    pages.map((page) => page.map(([text]) => text).join("|"));
  expect(texts(part.pages)).toEqual(texts(expected));
  expect(part.sides).toEqual(whole.sides.slice(first, last));
  const moved = part.pages.flatMap((page, at) =>
    page.filter(([, x, y], index) => {
      const [, otherX = NaN, otherY = NaN] = expected[at]?.[index] ?? [];
      return !(Math.abs(x - otherX) <= 0.1 && Math.abs(y - otherY) <= 0.1);
    }),
  );
  expect(moved).toEqual([]);
}

const html = bookOf(8);
let whole: LaidOut;

beforeAll(async () => {
  whole = await layOut(html);
});

/** The start at the chapter of this number. */
function startOf(chapter: number): number {
  const at = whole.record.starts.findIndex(({ pagesBefore }) => {
    const behindBlank = pagesBefore + (whole.sides[pagesBefore]?.includes("blank") ? 1 : 0);
    return textOf(whole.pages[behindBlank]).includes(`§${chapter} Chapter ${chapter}`);
  });
  expect(at).toBeGreaterThan(-1);
  return at;
}

function textOf(page: readonly Placed[] = []): string {
  return page.map(([text]) => text).join("");
}

describe("a part", () => {
  test("is noted at pages that begin with an element, and at no others", () => {
    const { starts, pageCount } = whole.record;
    expect(pageCount).toBe(whole.pages.length);
    expect(starts.length).toBeGreaterThan(15);
    expect(starts.length).toBeLessThan(pageCount - 1);
    const firsts = starts.map(({ pagesBefore }) => pagesBefore);
    expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
  });

  test.for([
    ["the first pages", -1, 1],
    ["a page and its numbers, heads and notes", 3, 4],
    ["a chapter after a blank page", 5, 6],
    ["pages to the last one, behind a number that began anew", 7, 99],
  ] as const)("%s", async ([, from, to]) => {
    const first = from < 0 ? from : startOf(from);
    await expectAsInWhole(html, whole, first, to === 99 ? to : startOf(to));
  });

  test("has to be in the document", async () => {
    const part = partOf(whole.record, 4, 5);
    const error = { code: "part-unknown" };
    await expect(layOut(bookOf(1), part)).rejects.toMatchObject(error);
    await expect(layOut(html, { ...part, end: part.start?.ref })).rejects.toMatchObject(error);
  });

  test("shows what is its own, or is no part", async () => {
    const part = partOf(whole.record, startOf(4), startOf(5));
    const withLost = (chapter: number): string =>
      html.replace(`<h3>Part ${chapter}`, `<h3 style="margin-left: 9in">Part ${chapter}`);
    await expect(layOut(withLost(4), part)).rejects.toMatchObject({ name: "TextLossError" });
    expect((await layOut(withLost(5), part)).pages).toHaveLength(4);
  });
});

test("no part stands alone where styles choose pages by their number", async () => {
  const { record, pages } = await layOut(bookOf(2, "@page :nth(3) { margin: 20mm }"));
  expect(pages.length).toBeGreaterThan(5);
  expect(record.starts).toEqual([]);
  const numbered = layOut(bookOf(8, "@page :nth(3) { margin: 20mm }"), partOf(whole.record, 4, 5));
  await expect(numbered).rejects.toMatchObject({ code: "layout-failed" });
});

test("parts begin where no text beside an element is, and no note is left", async () => {
  const styles = `@page { size: A6; margin: 14mm } .note { float: footnote } h2 { break-before: page }
    p { break-inside: avoid }`;
  const note = (text: string): string => `<span class="note">${text} ${WORDS.repeat(9)}</span>`;
  const noted = `<!doctype html><html lang="en"><title>A</title><style>${styles}</style><body>
     <div>beside <h2>One</h2> and <h2>Two</h2></div><p>Three ${WORDS.repeat(12)}${note("before five")}</p>
     <h2>Four</h2><p>${WORDS.repeat(12)}${note("before six")}</p><p>Six ${WORDS.repeat(7)}</p>
     <h2>Seven</h2>`;
  const laidOut = await layOut(noted);
  const { record, pages } = laidOut;
  const beginnings = pages.map((page) => textOf(page).slice(0, 5));
  const starts = record.starts.map(({ pagesBefore }) => beginnings[pagesBefore]);
  expect(beginnings).toContain("Two");
  expect(beginnings).toContain("Six T");
  expect(starts).toEqual(["Three", "Four", "The s", "Seven"]);
  // The rest of a note has a page of its own between them.
  await expectAsInWhole(noted, laidOut, 0, 1);
});
