/** A PDF as the browser prints it, small and made by hand, as the PDF that goes on paper. */
import { PDFDict, PDFDocument, PDFName, type PDFRef } from "@cantoo/pdf-lib";
import { expect, test } from "vitest";
import { makePaper } from "../../../src/accessible/make-paper.ts";
import { pageContent } from "../../../src/pdf/content/page-content.ts";
import { PdfObjects } from "../../../src/pdf/objects/pdf-objects.ts";
import type { SettledDocument } from "../../../src/accessible/prepare.ts";
import type { SourceElement } from "../../../src/accessible/source/source-tree.ts";
import { openPdf } from "../../../src/pdf/objects/open-pdf.ts";
import { readPdfjsText } from "../../../src/pdf/text/pdfjs-text.ts";
import { hexText } from "../../../src/pdf/content/hex-text.ts";
import { compositeFont, textsOfFont } from "../../support/small-fonts.ts";

const glyphs = { 1: "a", 2: "\u02BC", 3: "b", 4: " ", 5: "\uE001" };
const [widthPt, heightPt] = [300, 150];
/** CSS pixels of a line whose text stands on the baseline `y`. */
const lineAt = (y: number): [number, number, number, number] => [
  10 / 0.75,
  (heightPt - y - 12) / 0.75,
  200 / 0.75,
  16 / 0.75,
];

/** Two paragraphs, the second painted first; the marks, tags and outlines are the browser's. */
async function printed(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const { context } = document;
  const page = document.addPage([widthPt, heightPt]);
  const widths = [0, 500, 250, 500, 250, 500];
  const font = compositeFont(context, { texts: glyphs, widths });
  // As the browser says what its maps do not: in marks around the glyphs.
  const says = (text: string, codes: string): string =>
    `/Span<</ActualText ${hexText(text)}>> BDC <${codes}> Tj EMC`;
  const first = `<0001> Tj ${says("’", "0002")} <00010004> Tj ${says("ffl", "00050005")}`;
  const second = `<0003> Tj ${says("'", "0002")} <0003> Tj`;
  const content = [
    `/P <</MCID 1>> BDC BT /F1 10 Tf 1 0 0 1 10 60 Tm ${second} ET EMC`,
    "0 0 300 2 re f",
    `/P <</MCID 0>> BDC BT /F1 10 Tf 1 0 0 1 10 100 Tm ${first} ET EMC`,
  ].join("\n");
  page.node.set(PDFName.of("Resources"), context.obj({ Font: { F1: font } }));
  page.node.set(PDFName.of("Contents"), context.register(context.stream(content)));
  page.node.set(PDFName.of("StructParents"), context.obj(0));
  const leaves = [0, 1].map((id) =>
    context.register(context.obj({ Type: "StructElem", S: "P", Pg: page.ref, K: id })),
  );
  const { catalog } = document;
  const set = (key: string, value: PDFRef | PDFDict): void => {
    catalog.set(PDFName.of(key), value);
  };
  set("StructTreeRoot", context.register(context.obj({ Type: "StructTreeRoot", K: leaves })));
  set("MarkInfo", context.obj({ Marked: true }));
  set("Outlines", context.register(context.obj({ Type: "Outlines", Count: 0 })));
  return document.save();
}

function contentOf(document: PDFDocument): string {
  const objects = new PdfObjects(document.context);
  return pageContent(objects, document.getPage(0).node).bytes.toString("latin1");
}

const lines = [
  { ref: "2", text: "a’a ffl", y: 100 },
  { ref: "3", text: "b'b", y: 60 },
];

const settled: SettledDocument = {
  address: "http://127.0.0.1/",
  sheets: [{ widthPt, heightPt }],
  source: {
    title: "Paper",
    language: "en",
    metadata: {},
    body: element(
      "1",
      "body",
      lines.map(({ ref, text }) => element(ref, "p", [{ kind: "text", text }])),
    ),
  },
  printed: {
    pages: [
      {
        widthPx: widthPt / 0.75,
        heightPx: heightPt / 0.75,
        graphics: [],
        formulas: [],
        texts: lines.map(({ ref, text, y }) => ({
          key: `${ref}:t0`,
          isReal: true,
          boxes: [{ text, bounds: lineAt(y), spaceAfter: false }],
          linkRef: undefined,
          margin: undefined,
        })),
      },
    ],
    notes: new Set(),
    running: new Set(),
    inFlow: new Set(["1", "2", "3"]),
  },
};

function element(ref: string, name: string, children: SourceElement["children"]): SourceElement {
  return {
    kind: "element",
    ref,
    name,
    attributes: {},
    display: "block",
    invisible: false,
    children,
  };
}

async function paper(): Promise<{ document: PDFDocument; content: string }> {
  const document = await PDFDocument.load(await makePaper(await printed(), settled), {
    updateMetadata: false,
  });
  return { document, content: contentOf(document) };
}

test("has no tags, no outlines and no marks of either", async () => {
  const { document, content } = await paper();
  for (const key of ["StructTreeRoot", "MarkInfo", "Outlines"]) {
    expect(document.catalog.has(PDFName.of(key)), key).toBe(false);
  }
  expect(document.getPage(0).node.has(PDFName.of("StructParents"))).toBe(false);
  expect(content).not.toMatch(/MCID|\/P\b|Artifact/);
});

test("says what glyphs read as together, and one glyph's readings by codes", async () => {
  const { document, content } = await paper();
  expect(content.split("\n").filter((line) => /B[DM]C|EMC/.test(line))).toEqual([
    `/Span<</ActualText ${hexText("ffl")}>>BDC`,
    "EMC",
  ]);
  const [text = ""] = await readPdfjsText(await openPdf(await document.save()));
  expect(text.replaceAll("\u200B", "").trim().split(/\s+/)).toEqual(["a’a", "ffl", "b'b"]);
});

test("is painted in the order of reading, with all that is painted besides", async () => {
  const { content } = await paper();
  const first = content.indexOf("1 0 0 1 10 100 Tm");
  const second = content.indexOf("1 0 0 1 10 60 Tm");
  expect(first).toBeGreaterThanOrEqual(0);
  expect(second).toBeGreaterThan(first);
  expect(content).toContain("0 0 300 2 re");
});

test("has fonts in which no code reads as private use", async () => {
  const { document } = await paper();
  const fonts = document
    .getPage(0)
    .node.Resources()
    ?.lookup(PDFName.of("Font"), PDFDict)
    .lookup(PDFName.of("F1"), PDFDict);
  const texts = [...textsOfFont(fonts ?? document.context.obj({})).values()];
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.join("")).not.toMatch(/\p{Co}/u);
});

test("is the same bytes each time", async () => {
  const raw = await printed();
  const [one, other] = [await makePaper(raw, settled), await makePaper(raw, settled)];
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
});
