/**
 * Reads annotations: links, form fields, notes (ISO 32000-1 §12.5, §12.7). Input: an open PDF;
 * output: readonly values without their appearance.
 */
import type { PDFDict, PDFObject } from "@cantoo/pdf-lib";
import { linkTarget } from "./destinations.ts";
import type { PdfDocument } from "../objects/open-pdf.ts";
import { MOST_FIELD_DEPTH } from "../limits.ts";

export interface FormField {
  /** Fully qualified, e.g. `address.city`. */
  readonly name?: string;
  /** `Tx`, `Btn`, `Ch` or `Sig`. */
  readonly type?: string;
  /** The name for people (`TU`), which assistive technology reads. */
  readonly label?: string;
  readonly value?: string;
  /** Field flags (`Ff`), ISO 32000-1 §12.7.4. */
  readonly flags: number;
}

export interface PdfAnnotation {
  readonly subtype: string;
  /** Page counted from 1. */
  readonly page: number;
  readonly uri?: string;
  readonly destinationPage?: number;
  readonly destinationName?: string;
  readonly contents?: string;
  /** Left, bottom, right, top in points. */
  readonly rectPt?: readonly number[];
  /** Neither hidden nor kept from view. */
  readonly visible: boolean;
  /** The key under which the ParentTree leads to its structure element. */
  readonly structParent?: number;
  readonly field?: FormField;
}

const HIDDEN_OR_NO_VIEW = 0b100010;

/** The annotations of all pages, in the order of the file. */
export function readAnnotations(pdf: PdfDocument): readonly PdfAnnotation[] {
  const { objects } = pdf;
  return pdf.pages.flatMap((page, index) =>
    objects.items(objects.get(page.dict, "Annots")).flatMap((item) => {
      const dict = objects.dict(item);
      return dict === undefined ? [] : [readAnnotation(pdf, dict, index + 1)];
    }),
  );
}

export function readAnnotation(pdf: PdfDocument, dict: PDFDict, page: number): PdfAnnotation {
  const { objects } = pdf;
  const target = linkTarget(pdf, dict);
  const contents = objects.text(objects.get(dict, "Contents"));
  const structParent = objects.number(objects.get(dict, "StructParent"));
  const rectPt = objects.numbers(objects.get(dict, "Rect"));
  const subtype = objects.name(objects.get(dict, "Subtype")) ?? "";
  const flags = objects.number(objects.get(dict, "F")) ?? 0;
  return {
    subtype,
    page,
    ...(target.uri === undefined ? {} : { uri: target.uri }),
    ...(target.page === undefined ? {} : { destinationPage: target.page }),
    ...(target.name === undefined ? {} : { destinationName: target.name }),
    ...(contents === undefined ? {} : { contents }),
    ...(rectPt.length === 4 ? { rectPt } : {}),
    visible: (flags & HIDDEN_OR_NO_VIEW) === 0,
    ...(structParent === undefined ? {} : { structParent }),
    ...(subtype === "Widget" ? { field: readField(pdf, dict) } : {}),
  };
}

function readField(pdf: PdfDocument, widget: PDFDict): FormField {
  const { objects } = pdf;
  const line: PDFDict[] = [];
  for (
    let dict: PDFDict | undefined = widget;
    dict !== undefined && line.length < MOST_FIELD_DEPTH;
    dict = objects.dict(objects.get(dict, "Parent"))
  ) {
    line.push(dict);
  }
  const inherited = (key: string): PDFObject | undefined =>
    line.map((dict) => objects.get(dict, key)).find((value) => value !== undefined);
  const names = line.flatMap((dict) => objects.text(objects.get(dict, "T")) ?? []).reverse();
  const type = objects.name(inherited("FT"));
  const label = objects.text(inherited("TU"));
  const value = objects.text(inherited("V")) ?? objects.name(inherited("V"));
  return {
    ...(names.length === 0 ? {} : { name: names.join(".") }),
    ...(type === undefined ? {} : { type }),
    ...(label === undefined ? {} : { label }),
    ...(value === undefined ? {} : { value }),
    flags: objects.number(inherited("Ff")) ?? 0,
  };
}
