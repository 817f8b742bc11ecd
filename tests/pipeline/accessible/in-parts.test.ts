/** A document that is laid out and printed in parts is the same PDF as the whole, but for copies of its fonts. */
import { describe, expect, test, vi } from "vitest";
import { judgeClaim, mayClaim } from "../../../src/judges/pdf/judge-claim.ts";
import { validatePdfs } from "../../../src/judges/pdf/verapdf/validate-pdfs.ts";
import { makePdf, type MadePdf } from "../../../src/editions/pdf/make-pdf.ts";
import { readAnnotations } from "../../../src/pdf/document/annotations.ts";
import { readOutline } from "../../../src/pdf/document/outline.ts";
import { openPdf, type PdfDocument } from "../../../src/pdf/objects/open-pdf.ts";
import { readStructureTree } from "../../../src/pdf/structure/read-structure-tree.ts";
import { readGlyphs } from "../../../src/pdf/text/read-content.ts";
import { bookOf } from "../../support/book-of-chapters.ts";
import { formatStructureTree } from "../../support/format-structure-tree.ts";
import { testBrowser } from "../../support/test-browser.ts";
import { veraPdfOrSkip } from "../../support/verapdf.ts";

const browser = testBrowser();

interface Made extends MadePdf {
  readonly pdf: PdfDocument;
  /** How often a page was begun. */
  readonly begun: number;
}

async function make(html: string, partPages?: number): Promise<Made> {
  const onPage = vi.fn();
  const made = await makePdf(
    { html, urlPath: "/print.html", roots: [] },
    {
      ...{ browser: browser(), onPage, partPages },
      signal: new AbortController().signal,
      date: new Date("2026-01-31T12:00:00Z"),
      producer: "Imprimatur test",
    },
  );
  return { ...made, pdf: await openPdf(made.bytes), begun: onPage.mock.calls.length };
}

/** All that a reader could notice of a PDF. */
async function readersView({ pdf, reading, pageMap, faults, notices }: Made): Promise<unknown> {
  const pages = await readGlyphs(pdf);
  const rounded = (points: number): number => Math.round(points * 10) / 10;
  return {
    ...{ reading, pageMap, faults, notices },
    letters: pages.map(({ pieces }) =>
      pieces.map(({ text, startX, startY }) => [text, rounded(startX), rounded(startY)]),
    ),
    tree: formatStructureTree(await readStructureTree(pdf, { literal: true })),
    bookmarks: readOutline(pdf),
    links: readAnnotations(pdf).map((annotation) => ({
      ...annotation,
      structParent: undefined,
      rectPt: annotation.rectPt?.map(rounded),
    })),
  };
}

/** Whose pages show neither how many there are, nor numbers of others. */
const PLAIN = `@page { @bottom-center { content: counter(page) } } a::after { content: none }`;

describe("in parts", () => {
  test("a document is what it is whole", async () => {
    const html = bookOf(6);
    const [whole, parts] = [await make(html), await make(html, 8)];
    expect(whole.faults).toEqual([]);
    expect(whole.pageCount).toBeGreaterThan(20);
    expect(await readersView(parts)).toEqual(await readersView(whole));
    // There were parts: each has fonts of its own.
    expect(parts.bytes.length).toBeGreaterThan(whole.bytes.length * 1.1);
  });

  test("what lacks nothing is laid out once", async () => {
    const html = bookOf(6, PLAIN);
    const [whole, parts] = [await make(html), await make(html, 8)];
    expect(parts.begun).toBe(whole.begun);
    expect(await readersView(parts)).toEqual(await readersView(whole));
  });

  test("numbers that come late and move pages end it as they end the whole", async () => {
    const narrow = `${PLAIN} nav li { width: 27mm; list-style: none; font: 10pt/1.4 monospace }
      nav a::after { content: " page " target-counter(attr(href), page) }`;
    const html = bookOf(18, narrow);
    const error = { code: "text-lost" };
    await expect(make(html)).rejects.toMatchObject(error);
    await expect(make(html, 20)).rejects.toMatchObject(error);
  });

  test("the PDF keeps what it claims", async (context) => {
    const veraPdf = veraPdfOrSkip(context);
    const { bytes, reading, faults, withClaim } = await make(
      bookOf(3, `${PLAIN} .box::before { content: none }`),
      4,
    );
    const signal = new AbortController().signal;
    const reports = await judgeClaim({ bytes, reading, faults, source: "book.html" }, { signal });
    expect(mayClaim(reports), JSON.stringify(reports[2])).toBe(true);
    const results = await validatePdfs(veraPdf, [withClaim()], ["ua1", "2a"], signal);
    const valid = { kind: "validated", failedRules: [] };
    expect(results.map(({ outcome }) => outcome)).toEqual([valid, valid]);
  });
});
