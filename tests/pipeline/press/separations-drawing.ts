/** Drawings whose inks are known, as PDFs, and what their separations have at a place. */
import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFObject,
  type PDFContext,
  type PDFRef,
} from "@cantoo/pdf-lib";
import {
  SEPARATIONS,
  renderSeparations,
  type PageSeparations,
  type RenderSeparationsOptions,
} from "../../../src/press/separations/render-separations.ts";

/** What an object is written as here: strings are names. */
export type Literal =
  string | number | boolean | PDFObject | readonly Literal[] | { readonly [key: string]: Literal };
export type Entries = Readonly<Record<string, Literal>>;

export function objectOf(context: PDFContext, literal: Literal): PDFObject {
  if (literal instanceof PDFObject) return literal;
  if (typeof literal === "string") return PDFName.of(literal);
  if (typeof literal === "number") return PDFNumber.of(literal);
  if (typeof literal === "boolean") return literal ? PDFBool.True : PDFBool.False;
  if (isList(literal)) {
    const array = PDFArray.withContext(context);
    for (const item of literal) array.push(objectOf(context, item));
    return array;
  }
  return dictOf(context, literal);
}

export function dictOf(context: PDFContext, entries: Entries): PDFDict {
  const dict = PDFDict.withContext(context);
  for (const [key, value] of Object.entries(entries)) {
    dict.set(PDFName.of(key), objectOf(context, value));
  }
  return dict;
}

function isList(literal: readonly Literal[] | Entries): literal is readonly Literal[] {
  return Array.isArray(literal);
}

export interface Drawing {
  readonly content: string;
  /** Categories of resources, made in the document's own context. */
  readonly resources?: (context: PDFContext) => Entries;
  readonly page?: (dict: PDFDict, context: PDFContext) => void;
  readonly mediaBox?: readonly [number, number, number, number];
}

/** One page a drawing, 100 points square where it does not say otherwise. */
export async function drawnPdf(...drawings: readonly Drawing[]): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context } = document;
  for (const { content, resources, page, mediaBox = [0, 0, 100, 100] } of drawings) {
    const { node } = document.addPage();
    node.set(PDFName.of("MediaBox"), context.obj([...mediaBox]));
    node.set(PDFName.of("Resources"), dictOf(context, resources?.(context) ?? {}));
    node.set(PDFName.of("Contents"), context.register(context.flateStream(content)));
    page?.(node, context);
  }
  return document.save();
}

export function stream(
  context: PDFContext,
  entries: Entries,
  contents: string | Uint8Array,
): PDFRef {
  const made = context.stream(contents);
  for (const [key, value] of Object.entries(entries)) {
    made.dict.set(PDFName.of(key), objectOf(context, value));
  }
  return context.register(made);
}

export function picture(
  context: PDFContext,
  entries: Entries,
  samples: readonly number[] | Uint8Array,
): PDFRef {
  const shape = { Type: "XObject", Subtype: "Image", BitsPerComponent: 8 };
  return stream(context, { ...shape, ...entries }, Uint8Array.from(samples));
}

export function form(context: PDFContext, content: string, entries: Entries = {}): PDFRef {
  const shape = { Type: "XObject", Subtype: "Form", BBox: [0, 0, 100, 100] };
  return stream(context, { ...shape, ...entries }, content);
}

/** A tint that goes from paper to the inks. */
export function spot(name: string, inks: readonly number[]): Literal {
  const tint = { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [...inks], N: 1 };
  return ["Separation", name, "DeviceCMYK", tint];
}

export async function separationsOf(
  bytes: Uint8Array,
  options: Partial<RenderSeparationsOptions> = {},
): Promise<readonly PageSeparations[]> {
  const pages: PageSeparations[] = [];
  for await (const page of renderSeparations(bytes, { dpi: 72, ...options })) pages.push(page);
  return pages;
}

/** Cyan, magenta, yellow and black in percent, `x` and `y` points from the left bottom corner. */
export function inksAt(page: PageSeparations | undefined, x: number, y: number): readonly number[] {
  if (page === undefined) return [];
  const pixels = page.dpi / 72;
  const at = Math.floor(page.heightPx - y * pixels) * page.widthPx + Math.floor(x * pixels);
  return SEPARATIONS.map((separation) =>
    Math.round(((page.separations[separation][at] ?? 0) / 255) * 100),
  );
}

/** The inks of drawings of one page at some places. */
export async function inksOf(
  drawing: Drawing,
  places: readonly (readonly [number, number])[] = [[50, 50]],
): Promise<readonly (readonly number[])[]> {
  const [page] = await separationsOf(await drawnPdf(drawing));
  return places.map(([x, y]) => inksAt(page, x, y));
}
