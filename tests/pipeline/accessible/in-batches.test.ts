/** A document that is printed in batches of pages is the same PDF as the whole, but for copies of its fonts. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { judgeClaim, mayClaim } from "../../../src/judges/pdf/judge-claim.ts";
import { validatePdfs } from "../../../src/judges/pdf/verapdf/validate-pdfs.ts";
import { makePdf, type MadePdf } from "../../../src/editions/pdf/make-pdf.ts";
import { readAnnotations } from "../../../src/pdf/document/annotations.ts";
import { readOutline } from "../../../src/pdf/document/outline.ts";
import { paginateInBatches } from "../../../src/paginate/paginate.ts";
import type { TextLossError } from "../../../src/paginate/text-loss-error.ts";
import type { BatchSizes } from "../../../src/paginate/in-page/layout/parts/layout-part.ts";
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
}

const batchesOf = (pages: number): BatchSizes => ({
  ...{ count: 1, leastPages: 0, mostPages: pages },
});

async function make(html: string, batchPages = 1_000): Promise<Made> {
  const made = await makePdf(
    { html, urlPath: "/print.html", roots: [] },
    {
      ...{ browser: browser(), onPage: () => undefined, batches: batchesOf(batchPages) },
      signal: new AbortController().signal,
      date: new Date("2026-01-31T12:00:00Z"),
      producer: "Imprimatur test",
    },
  );
  return { ...made, pdf: await openPdf(made.bytes) };
}

/** All that a reader could notice of a PDF. */
async function readersView({ pdf, reading, pageMap, faults, notices }: Made): Promise<unknown> {
  const pages = await readGlyphs(pdf);
  const rounded = (points: number): number => Math.round(points * 10) / 10;
  return {
    ...{ reading, pageMap, faults, notices },
    // A space may be of another font, and a piece by itself.
    letters: pages.map(({ pieces }) =>
      pieces
        .filter(({ text }) => text.trim() !== "")
        .map(({ text, startX, startY }) => [text.trim(), rounded(startX), rounded(startY)]),
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

/** References show how their chapter is numbered. */
const COUNTED = `nav a::after { content: " §" target-counter(attr(href), chapter) }`;

/** Its entries go over two lines once they have the numbers of pages that come later. */
function listOf(chapters: number, styles: string, everywhere = ""): string {
  const numbers = Array.from({ length: chapters }, (_, index) => index + 1);
  const entries = numbers.map((n) => `<li><a href="#c${n}">Chapter ${n}</a></li>`);
  const bodies = numbers.map((n) => `<h2 id="c${n}">Chapter ${n}</h2>${everywhere}`);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A list</title><style>
    @page { size: A6; margin: 14mm; @bottom-left { content: "[" counter(page) "]" } }
    body { margin: 0; font: 10pt/1.4 monospace } li { width: 12.2ch; list-style: none }
    main, h2 { break-before: page }
    a::after { content: " " target-counter(attr(href), page) } ${styles}</style></head>
    <body><ul>${entries.join("")}</ul><main>${bodies.join("")}</main></body></html>`;
}

async function expectTheSame(html: string, batchPages: number): Promise<void> {
  const [whole, batches] = [await make(html), await make(html, batchPages)];
  expect(await readersView(batches)).toEqual(await readersView(whole));
  // There were batches: each has fonts of its own.
  expect(batches.bytes.length).toBeGreaterThan(whole.bytes.length * 1.1);
}

const MANY = 16;

describe("in batches", () => {
  test("pages are as many as is asked", async () => {
    const source = { html: bookOf(MANY), urlPath: "/print.html", roots: [] };
    const options = { browser: browser(), onRefused: () => undefined, batches: batchesOf(12) };
    const counts = await paginateInBatches(source, options, ({ pages }) =>
      Promise.resolve(pages.length),
    );
    expect(counts.length).toBeGreaterThan(3);
    for (const count of counts) expect(Math.abs(count - 12)).toBeLessThan(6);
  });

  test.for([
    ["of which none left the document before", bookOf(6), 8],
    ["which had left the document", bookOf(MANY), 12],
    ["with references to counters on others", bookOf(MANY, COUNTED), 12],
    ["with what is fixed to each of them", bookOf(6, ".mark { position: fixed; top: 0 }"), 8],
    ["of a document with scripts", bookOf(6).replace("<body>", "<body><script>1</script>"), 8],
    ["that numbers make longer", listOf(60, "main { counter-reset: page 10000 }"), 10],
    ["that all show numbers that come late", listOf(60, "", '<a href="#c60">Last</a>'), 10],
  ] as const)("pages %s are what they are together", async ([, html, batchPages]) => {
    await expectTheSame(html, batchPages);
  });

  test("pages that are chosen by their number stay together", async () => {
    const html = bookOf(3, "@page :nth(3) { margin: 20mm }");
    const [whole, batches] = [await make(html), await make(html, 4)];
    expect(Buffer.compare(batches.bytes, whole.bytes)).toBe(0);
  });

  test("what pages lose is on the page that it is on in the whole", async () => {
    const html = bookOf(6).replace("<h3>Part 5", '<h3 style="margin-left: 9in">Part 5');
    const loss = async (batchPages?: number): Promise<TextLossError["differences"]> => {
      const error: unknown = await make(html, batchPages).catch((reason: unknown) => reason);
      return (error as TextLossError).differences;
    };
    const whole = await loss();
    expect(whole).toMatchObject([{ kind: "clipped", words: "Part 5" }]);
    expect(whole[0]?.pageNumber).toBeGreaterThan(10);
    expect(await loss(4)).toEqual(whole);
  });

  test("the PDF is whole, say qpdf and Poppler", async (context) => {
    const { bytes, pageCount } = await make(bookOf(3), 4);
    const dir = await mkdtemp(path.join(tmpdir(), "imprimatur-test-"));
    try {
      const file = path.join(dir, "batches.pdf");
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
      bookOf(3, "a::after, .box::before { content: none }"),
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
