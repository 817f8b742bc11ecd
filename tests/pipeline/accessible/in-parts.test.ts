/** A document that is laid out and printed in parts is the same PDF as the whole, but for copies of its fonts. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test, vi } from "vitest";
import { judgeClaim, mayClaim } from "../../../src/judges/pdf/judge-claim.ts";
import { validatePdfs } from "../../../src/judges/pdf/verapdf/validate-pdfs.ts";
import { makePdf, type MadePdf } from "../../../src/editions/pdf/make-pdf.ts";
import { readAnnotations } from "../../../src/pdf/document/annotations.ts";
import { readOutline } from "../../../src/pdf/document/outline.ts";
import { paginateParts, PartsDiffer } from "../../../src/paginate/paginate-parts.ts";
import { openPdf, type PdfDocument } from "../../../src/pdf/objects/open-pdf.ts";
import { readStructureTree } from "../../../src/pdf/structure/read-structure-tree.ts";
import { readGlyphs } from "../../../src/pdf/text/read-content.ts";
import { bookOf } from "../../support/book-of-chapters.ts";
import { formatStructureTree } from "../../support/format-structure-tree.ts";
import { runProgram } from "../../support/programs.ts";
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

  test("the first is short: the contents are there, and it is laid out twice", async () => {
    const source = { html: bookOf(16), urlPath: "/print.html", roots: [] };
    const options = { browser: browser(), onRefused: () => undefined, leastPages: 28 };
    const [first = 0, ...others] = await paginateParts(source, options, ({ pages }) =>
      Promise.resolve(pages.length),
    );
    expect(first).toBeGreaterThanOrEqual(20);
    expect(first).toBeLessThan(28);
    expect(others[0]).toBeGreaterThanOrEqual(28);
  });

  describe("which refers to counters of others", () => {
    const html = bookOf(
      3,
      `${PLAIN} h2 { counter-increment: chapter }
       nav a::after { content: " §" target-counter(attr(href), chapter) }`,
    );

    test("is seen to lack them", async () => {
      const source = { html, urlPath: "/print.html", roots: [] };
      const options = { browser: browser(), onRefused: () => undefined, leastPages: 4 };
      const parts = paginateParts(source, options, () => Promise.resolve());
      await expect(parts).rejects.toThrow(PartsDiffer);
    });

    test("is laid out whole", async () => {
      const [whole, parts] = [await make(html), await make(html, 4)];
      expect(Buffer.compare(parts.bytes, whole.bytes)).toBe(0);
    });
  });

  test("the PDF is whole, say qpdf and Poppler", async (context) => {
    const { bytes, pageCount } = await make(bookOf(3), 4);
    const dir = await mkdtemp(path.join(tmpdir(), "imprimatur-test-"));
    try {
      const file = path.join(dir, "parts.pdf");
      await writeFile(file, bytes);
      const checked = await runProgram(context, "qpdf", ["--check", file]);
      expect(checked.stdout).toContain("No syntax or stream encoding errors found");
      const read = await runProgram(context, "pdfinfo", ["-dests", file]);
      expect(read.stderr).toBe("");
      const { stdout } = await runProgram(context, "pdfinfo", [file]);
      expect(stdout).toMatch(new RegExp(`^Pages: +${pageCount}$`, "m"));
    } finally {
      await rm(dir, { recursive: true });
    }
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
