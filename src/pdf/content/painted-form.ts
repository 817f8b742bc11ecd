/**
 * The form XObject that a name in content leads to (ISO 32000-1 §8.10). Input: resources and a name;
 * output: the form with what is needed to read it in its place, or nothing for a picture.
 */
import { readMatrix, type Matrix } from "../geometry/matrix.ts";
import type { PdfRef, PdfStream } from "../objects/types.ts";
import type { Resources } from "./resources.ts";

export interface PaintedForm {
  readonly stream: PdfStream;
  /** Undefined for a form that stands in place, which no writer makes. */
  readonly ref: PdfRef | undefined;
  /** Its own, or those of what it stands in. */
  readonly resources: Resources;
  /** From its space to that of what it stands in. */
  readonly matrix: Matrix;
}

export function paintedForm(resources: Resources, name: string): PaintedForm | undefined {
  const { objects } = resources;
  const raw = resources.findRaw("XObject", name);
  const stream = objects.stream(raw);
  if (stream === undefined || objects.name(objects.get(stream.dict, "Subtype")) !== "Form") {
    return undefined;
  }
  return {
    stream,
    ref: objects.isRef(raw) ? raw : undefined,
    resources: resources.within(objects.dict(objects.get(stream.dict, "Resources"))),
    matrix: readMatrix([...objects.numbers(objects.get(stream.dict, "Matrix"))]),
  };
}
