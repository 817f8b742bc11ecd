/**
 * A PDF for the press as its separations. Input: the bytes of any PDF in CMYK, gray and spot
 * colours, from any program; output: for each page how much cyan, magenta, yellow and black ink lies
 * where. It writes no file and judges nothing.
 *
 * For each separation the page is written anew in DeviceGray, each colour as 1 minus its share of that
 * ink, and drawn by a rasteriser that knows grays alone. So opacity, soft masks and the blend modes
 * that take each ink by itself are exact, and overprint is: what does not touch a separation is not
 * painted on it. The blend modes Hue, Saturation, Color and Luminosity, which mix cyan, magenta and
 * yellow, are exact on the black separation and approximate on the others (ISO 32000-1 §11.3.5.3).
 */
import type { PdfDict, PdfObject, PdfRef } from "../../pdf/objects/types.ts";
import { PublicationError } from "../../errors.ts";
import { requireReadable } from "../../pdf/admit/page-operators.ts";
import { grouped, MOST_DRAWN_PIXELS } from "../../pdf/limits.ts";
import { drawGrays } from "../../pdf/draw/gray-raster.ts";
import { readDocumentFacts } from "../../pdf/document/document-facts.ts";
import type { BoxPt } from "../../pdf/geometry/box.ts";
import { openPdf, type PdfDocument } from "../../pdf/objects/open-pdf.ts";
import { requireAllPages } from "../../pdf/objects/whole-file.ts";
import { pdfNumbers } from "../../pdf/objects/pdf-number.ts";
import { savePdf } from "../../pdf/objects/save-pdf.ts";
import { openColourConverter, type ColourConverter } from "../colour/colour-converter.ts";
import { intendedProfile } from "./intended-profile.ts";
import { SEPARATIONS, type Separation } from "./channel.ts";
import { SeparationMaker, type SeparationDrawing } from "./separation-maker.ts";
import { PictureReducer } from "./reduce-picture.ts";
import { InkSpaces } from "./ink-space.ts";

export { SEPARATIONS, type Separation };

/**
 * One page as four separations, the whole media box. A page's Rotate is not applied, so that its boxes
 * lie on the separations where they are written; UserUnit is.
 */
export interface PageSeparations {
  /** Counted from 1. */
  readonly page: number;
  readonly dpi: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Samples row by row from the top left of the media box: 0 no ink, 255 full ink. */
  readonly separations: Readonly<Record<Separation, Uint8Array>>;
}

export interface RenderSeparationsOptions {
  /** Pixels an inch. */
  readonly dpi: number;
  /** Counted from 1, in the order in which they are wanted; all where it is undefined. */
  readonly pages?: readonly number[];
  readonly signal?: AbortSignal;
}

const POINTS_AN_INCH = 72;

/**
 * @throws PublicationError `pdf-encrypted`, `pdf-damaged`, `pdf-no-pages`, `page-missing`,
 * `page-without-size`, `separation-too-large`, and others that begin with `separation-`.
 */
export async function* renderSeparations(
  bytes: Uint8Array,
  options: RenderSeparationsOptions,
): AsyncGenerator<PageSeparations> {
  const { dpi, signal } = options;
  const pdf = await openPdf(bytes);
  requireAllPages(pdf);
  const sizes = readDocumentFacts(pdf).pages.map(({ boxes }, index) =>
    separationSize(pdf, index, boxes.media, dpi),
  );
  const wanted = (options.pages ?? sizes.map((_, index) => index + 1)).map((page) => {
    const size = sizes[page - 1];
    if (size === undefined) throw missing(page, sizes.length);
    checkSize(size, page);
    requireReadable(page, pdf.operatorCounts[page - 1]);
    return { page, size };
  });
  const references = new Map(pdf.objects.all().map(([ref, object]) => [object, ref]));
  const converter = await openColourConverter({
    profile: await intendedProfile(pdf),
    tokens: [],
    inkLimit: 4,
  });
  try {
    for (const { page, size } of wanted) {
      signal?.throwIfAborted();
      const drawn = await drawnSeparations(pdf, page, size, converter, references);
      const separations: Partial<Record<Separation, Uint8Array>> = {};
      let at = 0;
      for await (const { darkness } of drawGrays(drawn, size.widthPx, size.heightPx)) {
        const separation = SEPARATIONS[at++];
        if (separation !== undefined) separations[separation] = darkness;
        // Drawing holds the thread; this is where a person can stop it.
        await new Promise(setImmediate);
        signal?.throwIfAborted();
      }
      const { widthPx, heightPx } = size;
      yield {
        page,
        dpi,
        widthPx,
        heightPx,
        separations: separations as Record<Separation, Uint8Array>,
      };
    }
  } finally {
    converter.close();
  }
}

interface SeparationSize {
  readonly widthPx: number;
  readonly heightPx: number;
  /** The media box, stretched to whole pixels from its top left corner. */
  readonly box: BoxPt;
}

function separationSize(
  { objects, pages }: PdfDocument,
  index: number,
  [left, bottom, right, top]: BoxPt,
  dpi: number,
): SeparationSize {
  const given = objects.number(objects.get(pages[index]?.dict, "UserUnit")) ?? 1;
  const pixels = ((given > 0 ? given : 1) * dpi) / POINTS_AN_INCH;
  const [width, height] = [(right - left) * pixels, (top - bottom) * pixels];
  if (!(width > 0) || !(height > 0)) {
    throw new PublicationError("page-without-size", `Page ${index + 1} has no size.`, {
      hint: "make the file again with the program that it comes from",
    });
  }
  const [widthPx, heightPx] = [Math.max(1, Math.round(width)), Math.max(1, Math.round(height))];
  return {
    widthPx,
    heightPx,
    box: [left, top - heightPx / pixels, left + widthPx / pixels, top],
  };
}

function checkSize({ widthPx, heightPx }: SeparationSize, page: number): void {
  if (widthPx * heightPx <= MOST_DRAWN_PIXELS) return;
  throw new PublicationError(
    "separation-too-large",
    `the separations of page ${page} would be ${widthPx} × ${heightPx} pixels; a page may have ${grouped(MOST_DRAWN_PIXELS)}`,
    { hint: "ask for fewer dots an inch" },
  );
}

/** A PDF of four gray pages, in the order of the separations; what it was made of is forgotten. */
async function drawnSeparations(
  pdf: PdfDocument,
  page: number,
  size: SeparationSize,
  converter: ColourConverter,
  references: ReadonlyMap<PdfObject, PdfRef>,
): Promise<Uint8Array> {
  const { objects } = pdf;
  const forget = objects.remember();
  try {
    const parts = {
      references,
      spaces: new InkSpaces(pdf.objects, ([r, g, b]) => {
        const [red, green, blue] = [r, g, b].map((share) => Math.round(share * 255));
        return converter.convert([red ?? 0, green ?? 0, blue ?? 0]).ink;
      }),
      pictures: new PictureReducer(pdf.objects, converter.convertSamples),
    };
    const masks = new SeparationMaker(pdf, "mask", parts);
    const drawings = SEPARATIONS.map((separation) =>
      new SeparationMaker(pdf, separation, parts, masks).page(page - 1),
    );
    await parts.pictures.finish();
    const tree = objects.reserve();
    const kids = drawings.map((drawing) => objects.add(separationPage(pdf, tree, size, drawing)));
    objects.put(tree, { Type: "Pages", Kids: kids, Count: kids.length });
    return savePdf(objects, "1.7", {
      catalog: objects.add(separationCatalog(pdf, tree)),
      info: objects.add({}),
    });
  } catch (error) {
    throw error instanceof PublicationError ? onPage(error, page) : error;
  } finally {
    forget();
  }
}

function separationPage(
  { objects }: PdfDocument,
  tree: PdfRef,
  { box }: SeparationSize,
  { content, resources, group }: SeparationDrawing,
): PdfDict {
  const stream = objects.makePackedStream(Buffer.from(content, "latin1"), {}, 1);
  return objects.make({
    Type: "Page",
    Parent: tree,
    MediaBox: pdfNumbers(box),
    Resources: resources,
    Contents: objects.add(stream),
    Group: group,
  });
}

/** Layers say what is printed. */
function separationCatalog({ objects, catalog }: PdfDocument, tree: PdfRef): PdfDict {
  const layers = objects.getRaw(catalog, "OCProperties");
  return objects.make({ Type: "Catalog", Pages: tree, OCProperties: layers });
}

function onPage(error: PublicationError, page: number): PublicationError {
  if (error.message.includes(`page ${page}`)) return error;
  return new PublicationError(error.code, `page ${page}: ${error.message}`, {
    ...(error.hint !== undefined && { hint: error.hint }),
    cause: error,
  });
}

function missing(page: number, count: number): PublicationError {
  return new PublicationError("page-missing", `there is no page ${page}: the PDF has ${count}`, {
    hint: `name pages from 1 to ${count}`,
  });
}
