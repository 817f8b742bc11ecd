/**
 * Sheets with pages of a PDF on them, as a PDF. Input: an open PDF, and for each side of a sheet
 * which pages lie where; output: the bytes of a file with one page a side. The document's title,
 * author, language, colour profile and layers are kept; its tags, links and bookmarks are not, for
 * a sheet is not in reading order. The same input gives the same bytes.
 */
import { deflateSync } from "node:zlib";
import {
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
  type PDFDict,
  type PDFRef,
} from "@cantoo/pdf-lib";
import type { Matrix } from "../geometry/matrix.ts";
import { readDocumentFacts } from "../document/document-facts.ts";
import type { BoxPt } from "../geometry/box.ts";
import type { PdfDocument } from "../objects/open-pdf.ts";
import { pageToForm, type FinishedPage } from "./form-xobject.ts";
import { pdfNumbers } from "../objects/pdf-number.ts";
import { savePdf } from "../objects/save-pdf.ts";

/** A hairline of black, in the space of the sheet. */
export interface MarkLine {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly dashed: boolean;
}

export interface PlacedPage {
  /** Counted from 0. */
  readonly index: number;
  /** From points of the finished page to the sheet. */
  readonly matrix: Matrix;
  /** Nothing of the page is seen outside. */
  readonly cell: BoxPt;
}

/** One side of a sheet, and so one page of the file. */
export interface ImposedSide {
  readonly pages: readonly PlacedPage[];
  readonly marks: readonly MarkLine[];
  /** Head down, for printers that turn the sheet over its other edge. */
  readonly upsideDown: boolean;
}

export interface ImposedDocument {
  readonly widthPt: number;
  readonly heightPt: number;
  readonly sides: readonly ImposedSide[];
  /** How the print dialog is to be set; undefined leaves it to the person. */
  readonly duplex: "DuplexFlipShortEdge" | "DuplexFlipLongEdge" | undefined;
  readonly date: Date;
  readonly producer: string;
}

const MARK_WIDTH_PT = 0.35;

/** What the catalog keeps: the meaning of colours, and which layers are seen. */
const KEPT_IN_CATALOG = ["Lang", "OutputIntents", "OCProperties"];

/** @throws PublicationError `pdf-damaged` where a page cannot be read. */
export function writeImposedPdf(
  pdf: PdfDocument,
  finishedPages: readonly FinishedPage[],
  document: ImposedDocument,
): Uint8Array {
  const { context } = pdf.objects;
  const forms = new Map<number, PDFRef>();
  const formOf = (index: number): PDFRef | undefined => {
    const finished = finishedPages[index];
    const known = forms.get(index);
    if (known !== undefined || finished === undefined) return known;
    const made = pageToForm(pdf, index, finished);
    forms.set(index, made);
    return made;
  };
  const tree = context.nextRef();
  const kids = document.sides.map((side) => {
    const xObjects = context.obj({});
    for (const { index } of side.pages) {
      const form = formOf(index);
      if (form !== undefined) xObjects.set(PDFName.of(formName(index)), form);
    }
    return context.register(
      context.obj({
        Type: "Page",
        Parent: tree,
        MediaBox: pdfNumbers([0, 0, document.widthPt, document.heightPt]),
        Resources: { XObject: xObjects },
        Contents: context.register(
          PDFRawStream.of(
            context.obj({ Filter: "FlateDecode" }),
            deflateSync(Buffer.from(sideContent(side, document)), { level: 9 }),
          ),
        ),
      }),
    );
  });
  context.assign(tree, context.obj({ Type: "Pages", Kids: kids, Count: kids.length }));
  const catalog = context.register(imposedCatalog(pdf, tree, document));
  const info = context.register(imposedInfo(pdf, document));
  return savePdf(pdf.objects, pdf.version > "1.7" ? pdf.version : "1.7", { catalog, info });
}

function formName(index: number): string {
  return `Page${index + 1}`;
}

function sideContent(side: ImposedSide, { widthPt, heightPt }: ImposedDocument): string {
  const lines = side.pages.map(({ index, matrix, cell: [left, bottom, right, top] }) => {
    const clip = pdfNumbers([left, bottom, right - left, top - bottom]).join(" ");
    return `q ${clip} re W n ${pdfNumbers(matrix).join(" ")} cm /${formName(index)} Do Q`;
  });
  if (side.marks.length > 0) lines.push(`q ${MARK_WIDTH_PT} w 0 G`, ...side.marks.map(mark), "Q");
  if (side.upsideDown) {
    lines.unshift(`q ${pdfNumbers([-1, 0, 0, -1, widthPt, heightPt]).join(" ")} cm`);
    lines.push("Q");
  }
  return `${lines.join("\n")}\n`;
}

function mark({ from, to, dashed }: MarkLine): string {
  return `[${dashed ? "2 1.5" : ""}] 0 d ${pdfNumbers(from).join(" ")} m ${pdfNumbers(to).join(" ")} l S`;
}

function imposedCatalog(pdf: PdfDocument, tree: PDFRef, { duplex }: ImposedDocument): PDFDict {
  const { objects, catalog } = pdf;
  const imposed = objects.context.obj({
    Type: "Catalog",
    Pages: tree,
    ViewerPreferences: {
      // What is scaled to the printable area does not fold in the middle.
      PrintScaling: "None",
      PickTrayByPDFSize: true,
      DisplayDocTitle: readDocumentFacts(pdf).title !== undefined,
      ...(duplex === undefined ? {} : { Duplex: duplex }),
    },
  });
  for (const key of KEPT_IN_CATALOG) {
    const value = objects.getRaw(catalog, key);
    if (value !== undefined) imposed.set(PDFName.of(key), value);
  }
  return imposed;
}

function imposedInfo(pdf: PdfDocument, { date, producer }: ImposedDocument): PDFDict {
  const { title, author } = readDocumentFacts(pdf);
  const texts = { Title: title, Author: author, Producer: producer };
  const info = pdf.objects.context.obj({});
  for (const [key, text] of Object.entries(texts)) {
    if (text !== undefined) info.set(PDFName.of(key), PDFHexString.fromText(text));
  }
  for (const key of ["CreationDate", "ModDate"]) {
    info.set(PDFName.of(key), PDFString.fromDate(date));
  }
  return info;
}
