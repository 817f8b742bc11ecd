/**
 * What annotations of a page print: filled form fields, stamps, notes (ISO 32000-1 §12.5.5). Input:
 * a page; output: their appearance streams, each with the matrix that puts it in its place on the
 * page. It leaves out what is hidden or not meant for paper, and draws nothing that has no stream.
 */
import { apply, multiply, readMatrix, type Matrix } from "../geometry/matrix.ts";
import type { PdfDict, PdfStream } from "../objects/types.ts";
import type { PdfDocument } from "../objects/open-pdf.ts";

export interface PrintedAppearance {
  readonly stream: PdfStream;
  readonly matrix: Matrix;
}

const HIDDEN = 0b10;
const PRINT = 0b100;

/** @param index the page, counted from 0. */
export function printedAppearances(pdf: PdfDocument, index: number): readonly PrintedAppearance[] {
  const { objects } = pdf;
  return objects.items(objects.get(pdf.pages[index]?.dict, "Annots")).flatMap((item) => {
    const annotation = objects.dict(item);
    const flags = objects.number(objects.get(annotation, "F")) ?? 0;
    if (annotation === undefined || (flags & PRINT) === 0 || (flags & HIDDEN) !== 0) return [];
    const stream = normalAppearance(pdf, annotation);
    const matrix = stream && placeInRect(pdf, annotation, stream.dict);
    return stream && matrix ? [{ stream, matrix }] : [];
  });
}

function normalAppearance({ objects }: PdfDocument, annotation: PdfDict): PdfStream | undefined {
  const normal = objects.get(objects.dict(objects.get(annotation, "AP")), "N");
  const state = objects.name(objects.get(annotation, "AS"));
  const stream =
    objects.stream(normal) ??
    (state === undefined ? undefined : objects.stream(objects.get(objects.dict(normal), state)));
  // Some writers leave it out, and readers forgive that in an annotation only.
  if (stream !== undefined) objects.set(stream.dict, "Subtype", "Form");
  return stream;
}

/** Algorithm 8.1: the box of the appearance, turned by its own matrix, fills the rectangle. */
function placeInRect(
  { objects }: PdfDocument,
  annotation: PdfDict,
  appearance: PdfDict,
): Matrix | undefined {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = objects.numbers(objects.get(appearance, "BBox"));
  const own = readMatrix(objects.numbers(objects.get(appearance, "Matrix")));
  const corners = [apply(own, x1, y1), apply(own, x2, y1), apply(own, x1, y2), apply(own, x2, y2)];
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [left, bottom] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - bottom];
  const [a = 0, b = 0, c = 0, d = 0] = objects.numbers(objects.get(annotation, "Rect"));
  if (width === 0 || height === 0 || a === c || b === d) return undefined;
  const scale: Matrix = [Math.abs(c - a) / width, 0, 0, Math.abs(d - b) / height, 0, 0];
  const toOrigin: Matrix = [1, 0, 0, 1, -left, -bottom];
  const toRect: Matrix = [1, 0, 0, 1, Math.min(a, c), Math.min(b, d)];
  return multiply(toRect, multiply(scale, toOrigin));
}
