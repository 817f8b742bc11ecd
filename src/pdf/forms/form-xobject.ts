/**
 * A page as a form XObject, to be painted on another (ISO 32000-1 §8.10). Input: an open PDF and a
 * page; output: an upright form with its origin at the left bottom corner of the finished page, in
 * points. Text stays text, and fonts and pictures are the page's own objects, shared. What is
 * outside the trim box is cut off. Links, tags and notes without appearance stay behind.
 */
import { deflateSync } from "node:zlib";
import { PDFName, PDFRawStream, type PDFDict, type PDFRef } from "@cantoo/pdf-lib";
import { PublicationError } from "../../errors.ts";
import type { Matrix } from "../geometry/matrix.ts";
import { readDocumentFacts, type PageFacts } from "../document/document-facts.ts";
import type { BoxPt } from "../geometry/box.ts";
import type { PdfDocument } from "../objects/open-pdf.ts";
import { requireAllPages } from "../objects/whole-file.ts";
import { printedAppearances } from "./annotation-appearances.ts";
import { pdfNumbers } from "../objects/pdf-number.ts";
import { selfContainedContent } from "./self-contained-content.ts";

/** A finished page as a person holds it: cut to its trim box, turned and in its own unit. */
export interface FinishedPage {
  readonly widthPt: number;
  readonly heightPt: number;
  /** The trim box, in the page's user space. */
  readonly trim: BoxPt;
  /** From the page's user space to points from the left bottom corner of the finished page. */
  readonly matrix: Matrix;
}

/**
 * The trim box, or where it is missing or empty the crop box, or the media box.
 * @throws PublicationError `page-without-size`; `pdf-damaged` where pages are missing, as in a file
 * that was cut in transfer.
 */
export function readFinishedPages(pdf: PdfDocument): readonly FinishedPage[] {
  requireAllPages(pdf);
  return readDocumentFacts(pdf).pages.map((facts, index) => {
    const unit = pdf.objects.number(pdf.objects.get(pdf.pages[index]?.dict, "UserUnit")) ?? 1;
    return finishedPage(facts, unit > 0 ? unit : 1);
  });
}

function finishedPage({ page, boxes, rotate }: PageFacts, unit: number): FinishedPage {
  const trim = [boxes.trim, boxes.crop, boxes.media]
    .flatMap((box) => (box === undefined ? [] : [intersection(box, boxes.media)]))
    .find(([left, bottom, right, top]) => right > left && top > bottom);
  if (trim === undefined) {
    throw new PublicationError(
      "page-without-size",
      `Page ${page} has no size: its boxes are empty.`,
      {
        hint: "make the file again with the program that it comes from",
      },
    );
  }
  const [left, bottom, right, top] = trim;
  const [width, height] = [(right - left) * unit, (top - bottom) * unit];
  const sideways = rotate % 180 === 90;
  return {
    widthPt: sideways ? height : width,
    heightPt: sideways ? width : height,
    trim,
    matrix: uprightMatrix(trim, rotate, unit),
  };
}

/** Turns clockwise, as Rotate says, about the box and moves its corner to the origin. */
function uprightMatrix([l, b, r, t]: BoxPt, rotate: number, u: number): Matrix {
  switch (rotate) {
    case 90:
      return [0, -u, u, 0, -b * u, r * u];
    case 180:
      return [-u, 0, 0, -u, r * u, t * u];
    case 270:
      return [0, u, -u, 0, t * u, -l * u];
    default:
      return [u, 0, 0, u, -l * u, -b * u];
  }
}

function intersection(a: BoxPt, b: BoxPt): BoxPt {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}

/**
 * @param index the page, counted from 0.
 * @throws PublicationError `pdf-damaged` where its content cannot be read.
 */
export function pageToForm(pdf: PdfDocument, index: number, finished: FinishedPage): PDFRef {
  const { context } = pdf.objects;
  const page = pdf.pages[index];
  const upright = { BBox: finished.trim, Matrix: pdfNumbers(finished.matrix) };
  const content = selfContainedContent(pdf, index);
  const resources = pdf.objects.dict(page?.inherited("Resources")) ?? context.obj({});
  const group = isolatedGroup(pdf, page?.dict);
  const appearances = printedAppearances(pdf, index);
  if (appearances.length === 0) return form(pdf, upright, content, resources, group);

  // Annotations are painted over the page, in its user space.
  const xObjects = context.obj({
    Page: form(pdf, { BBox: finished.trim }, content, resources, group),
  });
  const painting = ["/Page Do"];
  for (const [at, { stream, matrix }] of appearances.entries()) {
    xObjects.set(PDFName.of(`Note${at}`), context.getObjectRef(stream) ?? context.register(stream));
    painting.push(`q ${pdfNumbers(matrix).join(" ")} cm /Note${at} Do Q`);
  }
  return form(pdf, upright, Buffer.from(painting.join("\n")), context.obj({ XObject: xObjects }));
}

function form(
  { objects: { context } }: PdfDocument,
  boxes: { readonly BBox: BoxPt; readonly Matrix?: readonly number[] },
  content: Uint8Array,
  resources: PDFDict,
  group?: PDFDict,
): PDFRef {
  const dict = context.obj({ Type: "XObject", Subtype: "Form" });
  dict.set(PDFName.of("BBox"), context.obj([...boxes.BBox]));
  if (boxes.Matrix !== undefined) dict.set(PDFName.of("Matrix"), context.obj([...boxes.Matrix]));
  if (group !== undefined) dict.set(PDFName.of("Group"), group);
  dict.set(PDFName.of("Resources"), resources);
  dict.set(PDFName.of("Filter"), PDFName.of("FlateDecode"));
  return context.register(PDFRawStream.of(dict, deflateSync(content, { level: 9 })));
}

/** A page's group is isolated whatever it says (§11.4.7); a form's group only where it says so. */
function isolatedGroup({ objects }: PdfDocument, page: PDFDict | undefined): PDFDict | undefined {
  const group = objects.dict(objects.get(page, "Group"))?.clone();
  group?.set(PDFName.of("I"), objects.context.obj(true));
  return group;
}
