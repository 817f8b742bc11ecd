import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFString } from "@cantoo/pdf-lib";
import { describe, expect, test } from "vitest";
import { readDocumentFacts } from "../../../src/pdf/document/document-facts.ts";
import { openPdf } from "../../../src/pdf/objects/open-pdf.ts";
import { decodeTextString } from "../../../src/pdf/objects/text-string.ts";
import { makeTaggedPdf } from "../../fixtures/pdf/tagged-pdf.ts";

describe("faults", () => {
  test("what is no PDF", async () => {
    const bytes = new TextEncoder().encode("<!doctype html>");
    await expect(openPdf(bytes)).rejects.toMatchObject({ code: "pdf-damaged" });
  });

  test("a file that was cut", async () => {
    const whole = await makeTaggedPdf({ tags: [{ role: "P", text: "Text" }] });
    await expect(openPdf(whole.slice(0, 200))).rejects.toMatchObject({
      code: "pdf-damaged",
      hint: expect.stringContaining("again") as string,
    });
  });

  test("an encrypted file", async () => {
    const pdf = await PDFDocument.load(await makeTaggedPdf({ tags: [] }));
    pdf.encrypt({ userPassword: "secret", ownerPassword: "secret" });
    const bytes = await pdf.save({ useObjectStreams: false });
    await expect(openPdf(bytes)).rejects.toMatchObject({ code: "pdf-encrypted" });
  });

  test("a file without pages", async () => {
    const bytes = await makeTaggedPdf({
      tags: [],
      mend: (pdf) => {
        pdf.catalog.Pages().set(PDFName.of("Kids"), pdf.context.obj([]));
      },
    });
    await expect(openPdf(bytes)).rejects.toMatchObject({ code: "pdf-no-pages" });
  });

  test("a page tree that holds itself ends", async () => {
    const bytes = await makeTaggedPdf({
      tags: [],
      mend: (pdf) => {
        const kids = pdf.catalog.Pages().lookup(PDFName.of("Kids"), PDFArray);
        const pages = pdf.catalog.get(PDFName.of("Pages"));
        if (pages !== undefined) kids.push(pages);
      },
    });
    expect((await openPdf(bytes)).pages).toHaveLength(1);
  });
});

describe("facts", () => {
  test("title, language, pages, labels and bookmarks", async () => {
    const bytes = await makeTaggedPdf({
      tags: [{ role: "P", text: "Text" }],
      pageCount: 4,
      title: "Été",
      lang: "fr",
      mend: (pdf) => {
        const { context, catalog } = pdf;
        const labels = [0, { S: "r" }, 2, { S: "D", St: 7, P: PDFString.of("A-") }];
        catalog.set(PDFName.of("PageLabels"), context.obj({ Nums: labels }));
        const second = pdf.getPage(1);
        second.node.set(PDFName.of("Rotate"), PDFNumber.of(90));
        const inner = context.register(
          context.obj({ Title: PDFString.of("Inner"), Dest: [second.ref, "Fit"] }),
        );
        const outer = context.register(context.obj({ Title: PDFString.of("Outer"), First: inner }));
        // The second bookmark is followed by the first: a circle.
        context.lookup(inner, PDFDict).set(PDFName.of("Next"), outer);
        catalog.set(PDFName.of("Outlines"), context.obj({ First: outer }));
      },
    });
    const facts = readDocumentFacts(await openPdf(bytes));
    expect(facts).toMatchObject({
      version: "1.7",
      title: "Été",
      lang: "fr",
      marked: true,
      hasStructure: true,
      displayDocTitle: true,
      pageCount: 4,
      pageLabels: ["i", "ii", "A-7", "A-8"],
      outline: [{ title: "Outer", kids: [{ title: "Inner", page: 2, kids: [] }] }],
    });
    expect(facts.pages[0]).toMatchObject({ widthPt: 300, heightPt: 400, tabs: "S" });
    expect(facts.pages[1]).toMatchObject({ widthPt: 400, heightPt: 300, rotate: 90 });
  });

  test("a title that only the XMP packet has", async () => {
    const bytes = await makeTaggedPdf({
      tags: [],
      title: null,
      mend: (pdf) => {
        const xmp =
          '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Q &amp; A</rdf:li></rdf:Alt></dc:title>';
        const stream = pdf.context.stream(xmp);
        pdf.catalog.set(PDFName.of("Metadata"), pdf.context.register(stream));
      },
    });
    expect(readDocumentFacts(await openPdf(bytes)).title).toBe("Q & A");
  });
});

describe("text strings", () => {
  test.each([
    ["UTF-16", [0xfe, 0xff, 0x00, 0xc9, 0xd8, 0x3d, 0xde, 0x00], "É😀"],
    ["UTF-8", [0xef, 0xbb, 0xbf, 0xc3, 0x89], "É"],
    ["PDFDocEncoding", [0x41, 0x84, 0x92, 0xa0, 0xe9], "A—™€é"],
    ["a language escape", [0xfe, 0xff, 0, 0x1b, 0, 0x66, 0, 0x72, 0, 0x1b, 0, 0x41], "A"],
  ])("%s", (_, bytes, text) => {
    expect(decodeTextString(Uint8Array.from(bytes))).toBe(text);
  });
});
