/**
 * A PDF for the press as its printing plates. Input: the bytes of any PDF in CMYK, gray and spot
 * colours, from any program; output: for each page how much cyan, magenta, yellow and black ink lies
 * where. It writes no file and judges nothing.
 *
 * For each plate the page is written anew in DeviceGray, each colour as 1 minus its share of that
 * ink, and drawn by a rasteriser that knows grays alone. So opacity, soft masks and the blend modes
 * that take each ink by itself are exact, and overprint is: what does not touch a plate is not
 * painted on it. The blend modes Hue, Saturation, Color and Luminosity, which mix cyan, magenta and
 * yellow, are exact on the black plate and approximate on the others (ISO 32000-1 §11.3.5.3).
 */
import { deflateSync } from "node:zlib";
import { PDFName, PDFRef, type PDFDict, type PDFObject } from "@cantoo/pdf-lib";
import { PublicationError } from "../../errors.ts";
import { requireReadable } from "../../pdf/admit/page-operators.ts";
import { drawGrays } from "../../pdf/draw/gray-raster.ts";
import { readDocumentFacts, type BoxPt } from "../../pdf/document/document-facts.ts";
import { openPdf, type PdfDocument } from "../../pdf/objects/open-pdf.ts";
import { requireAllPages } from "../../pdf/objects/whole-file.ts";
import { grouped, MOST_DRAWN_PIXELS } from "../../pdf/limits.ts";
import { pdfNumbers } from "../../pdf/objects/pdf-number.ts";
import { savePdf } from "../../pdf/objects/save-pdf.ts";
import { openColourConverter, type ColourConverter } from "../colour/colour-converter.ts";
import { intendedProfile } from "./intended-profile.ts";
import { PLATES, type Plate } from "./plate-channel.ts";
import { PlateMaker, type PlateDrawing } from "./plate-maker.ts";
import { PlatePictures } from "./plate-picture.ts";
import { PlateSpaces } from "./plate-space.ts";

export { PLATES, type Plate };

/**
 * One page as four plates, the whole media box. A page's Rotate is not applied, so that its boxes
 * lie on the plates where they are written; UserUnit is.
 */
export interface PagePlates {
  /** Counted from 1. */
  readonly page: number;
  readonly dpi: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Samples row by row from the top left of the media box: 0 no ink, 255 full ink. */
  readonly plates: Readonly<Record<Plate, Uint8Array>>;
}

export interface RenderPlatesOptions {
  /** Pixels an inch. */
  readonly dpi: number;
  /** Counted from 1, in the order in which they are wanted; all where it is undefined. */
  readonly pages?: readonly number[];
  readonly signal?: AbortSignal;
}

const POINTS_AN_INCH = 72;

/**
 * @throws PublicationError `pdf-encrypted`, `pdf-damaged`, `pdf-no-pages`, `page-missing`,
 * `page-without-size`, `plate-too-large`, and others that begin with `plate-`.
 */
export async function* renderPlates(
  bytes: Uint8Array,
  options: RenderPlatesOptions,
): AsyncGenerator<PagePlates> {
  const { dpi, signal } = options;
  const pdf = await openPdf(bytes);
  requireAllPages(pdf);
  const sizes = readDocumentFacts(pdf).pages.map(({ boxes }, index) =>
    plateSize(pdf, index, boxes.media, dpi),
  );
  const wanted = (options.pages ?? sizes.map((_, index) => index + 1)).map((page) => {
    const size = sizes[page - 1];
    if (size === undefined) throw missing(page, sizes.length);
    checkSize(size, page);
    requireReadable(page, pdf.operatorCounts[page - 1]);
    return { page, size };
  });
  const references = new Map(
    pdf.objects.context.enumerateIndirectObjects().map(([ref, object]) => [object, ref]),
  );
  const converter = await openColourConverter({
    profile: await intendedProfile(pdf),
    tokens: [],
    inkLimit: 4,
  });
  try {
    for (const { page, size } of wanted) {
      signal?.throwIfAborted();
      const drawn = await drawnPlates(pdf, page, size, converter, references);
      const plates: Partial<Record<Plate, Uint8Array>> = {};
      let at = 0;
      for await (const { darkness } of drawGrays(drawn, size.widthPx, size.heightPx)) {
        const plate = PLATES[at++];
        if (plate !== undefined) plates[plate] = darkness;
        // Drawing holds the thread; this is where a person can stop it.
        await new Promise(setImmediate);
        signal?.throwIfAborted();
      }
      const { widthPx, heightPx } = size;
      yield { page, dpi, widthPx, heightPx, plates: plates as Record<Plate, Uint8Array> };
    }
  } finally {
    converter.close();
  }
}

interface PlateSize {
  readonly widthPx: number;
  readonly heightPx: number;
  /** The media box, stretched to whole pixels from its top left corner. */
  readonly box: BoxPt;
}

function plateSize(
  { objects, pages }: PdfDocument,
  index: number,
  [left, bottom, right, top]: BoxPt,
  dpi: number,
): PlateSize {
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

function checkSize({ widthPx, heightPx }: PlateSize, page: number): void {
  if (widthPx * heightPx <= MOST_DRAWN_PIXELS) return;
  throw new PublicationError(
    "plate-too-large",
    `the plates of page ${page} would be ${widthPx} × ${heightPx} pixels; a page may have ${grouped(MOST_DRAWN_PIXELS)}`,
    { hint: "ask for fewer dots an inch" },
  );
}

/** A PDF of four gray pages, in the order of the plates; what it was made of is forgotten. */
async function drawnPlates(
  pdf: PdfDocument,
  page: number,
  size: PlateSize,
  converter: ColourConverter,
  references: ReadonlyMap<PDFObject, PDFRef>,
): Promise<Uint8Array> {
  const { context } = pdf.objects;
  const before = context.largestObjectNumber;
  try {
    const parts = {
      references,
      spaces: new PlateSpaces(pdf.objects, ([r, g, b]) => {
        const [red, green, blue] = [r, g, b].map((share) => Math.round(share * 255));
        return converter.convert([red ?? 0, green ?? 0, blue ?? 0]).ink;
      }),
      pictures: new PlatePictures(pdf.objects, converter.convertSamples),
    };
    const masks = new PlateMaker(pdf, "mask", parts);
    const drawings = PLATES.map((plate) => new PlateMaker(pdf, plate, parts, masks).page(page - 1));
    await parts.pictures.finish();
    const tree = context.nextRef();
    const kids = drawings.map((drawing) => context.register(platePage(pdf, tree, size, drawing)));
    context.assign(tree, context.obj({ Type: "Pages", Kids: kids, Count: kids.length }));
    return savePdf(context, "1.7", {
      catalog: context.register(plateCatalog(pdf, tree)),
      info: context.register(context.obj({})),
    });
  } catch (error) {
    throw error instanceof PublicationError ? onPage(error, page) : error;
  } finally {
    for (let number = before + 1; number <= context.largestObjectNumber; number++) {
      context.delete(PDFRef.of(number));
    }
  }
}

function platePage(
  { objects: { context } }: PdfDocument,
  tree: PDFRef,
  { box }: PlateSize,
  { content, resources, group }: PlateDrawing,
): PDFDict {
  const page = context.obj({ Type: "Page" });
  const stream = context.stream(deflateSync(Buffer.from(content, "latin1"), { level: 1 }), {
    Filter: "FlateDecode",
  });
  page.set(PDFName.of("Parent"), tree);
  page.set(PDFName.of("MediaBox"), context.obj(pdfNumbers(box)));
  page.set(PDFName.of("Resources"), resources);
  page.set(PDFName.of("Contents"), context.register(stream));
  if (group !== undefined) page.set(PDFName.of("Group"), group);
  return page;
}

/** Layers say what is printed. */
function plateCatalog({ objects, catalog }: PdfDocument, tree: PDFRef): PDFDict {
  const made = objects.context.obj({ Type: "Catalog", Pages: tree });
  const layers = objects.getRaw(catalog, "OCProperties");
  if (layers !== undefined) made.set(PDFName.of("OCProperties"), layers);
  return made;
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
