import { PDFDocument, PDFName, PDFStream, type PDFContext, type PDFRef } from "@cantoo/pdf-lib";
import { beforeEach, expect, test } from "vitest";
import { stripForms } from "../../../src/accessible/write/strip-forms.ts";
import { PdfObjects } from "../../../src/pdf/objects/pdf-objects.ts";
import { streamText } from "../../support/stream-text.ts";

const marked = "q\n/P <</MCID 0>> BDC\nBT /F1 9 Tf (a) Tj ET\nEMC\n0 0 5 5 re f\nQ";

let context: PDFContext;

beforeEach(async () => {
  ({ context } = await PDFDocument.create());
});

function form(content: string): PDFRef {
  return context.register(
    context.stream(content, { Type: "XObject", Subtype: "Form", StructParents: 3 }),
  );
}

function contentOf(ref: PDFRef): string {
  return streamText(context.lookup(ref)).replace(/\s+/g, " ");
}

function hasParents(ref: PDFRef): boolean {
  return context.lookup(ref, PDFStream).dict.has(PDFName.of("StructParents"));
}

test("a form in which nothing is tagged loses the browser's marks and nothing that it paints", () => {
  const ref = form(marked);
  stripForms(new PdfObjects(context), new Set());
  expect(contentOf(ref)).toBe("q BT /F1 9 Tf (a) Tj ET 0 0 5 5 re f Q");
  expect(hasParents(ref)).toBe(false);
});

test("a form whose marks are ours is left alone", () => {
  const ref = form(marked);
  stripForms(new PdfObjects(context), new Set([ref]));
  expect(contentOf(ref)).toContain("/MCID 0");
  expect(hasParents(ref)).toBe(true);
});
