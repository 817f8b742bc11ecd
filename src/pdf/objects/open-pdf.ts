/**
 * Opens a PDF for reading. Input: the bytes of the file, untrusted; output: a `PdfDocument`, which
 * the other modules of this folder read from. It changes nothing and does not render.
 */
import {
  EncryptedPDFError,
  ParseSpeeds,
  PDFDocument,
  type PDFDict,
  type PDFRef,
} from "@cantoo/pdf-lib";
import { PublicationError } from "../../errors.ts";
import { readPages, type PageObject } from "./page-tree.ts";
import { PdfObjects } from "./pdf-objects.ts";
import { requireBoundedClaims } from "../admit/declared-limits.ts";
import { countOperators } from "../admit/page-operators.ts";
import { requireBoundedStructure } from "../admit/structure-limits.ts";
import { StreamLimits } from "../admit/stream-limits.ts";
import { streamsOf } from "../admit/streams-of.ts";

/** An open file. Its members are for src/pdf; others hand it to the functions of this folder. */
export interface PdfDocument {
  /** The file as it was opened. */
  readonly bytes: Uint8Array;
  /** The version it claims, e.g. `1.7`: the header's, or the catalog's where that is later. */
  readonly version: string;
  readonly objects: PdfObjects;
  readonly catalog: PDFDict;
  readonly info: PDFDict | undefined;
  /** The pages in order, at least one. */
  readonly pages: readonly PageObject[];
  /** Page numbers, counted from 1, by the reference of the page object. */
  readonly pageNumbers: ReadonlyMap<PDFRef, number>;
  /** Operators of each page, with those of all that it paints, each as often as it is painted. */
  readonly operatorCounts: readonly number[];
}

/**
 * Opens a file. Throws `PublicationError` with code `pdf-encrypted`, `pdf-damaged`, `pdf-no-pages`
 * or `pdf-too-large`, the last before anything is unpacked that is too large, and painted that is too much.
 */
export async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  const header = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  const version = /%PDF-(\d\.\d)/.exec(header)?.[1];
  if (version === undefined) {
    throw damaged("The file is not a PDF: it does not start with “%PDF-”.");
  }
  const streams = new StreamLimits(bytes.length);
  await streams.requireFile(bytes);
  requireBoundedStructure(bytes);
  const library = await load(bytes);
  const objects = new PdfObjects(library.context);
  // Again, as the library understands them.
  await streams.require(streamsOf(objects));
  const catalog = objects.dict(library.context.trailerInfo.Root);
  if (catalog === undefined) throw damaged("The PDF is damaged: it has no catalog.");
  const pages = readPages(objects, catalog);
  if (pages.length === 0) {
    throw new PublicationError("pdf-no-pages", "The PDF has no pages.", {
      hint: "check the program that made the file; an empty document is not a publication.",
    });
  }
  requireBoundedClaims(objects);
  const operatorCounts = countOperators(objects, pages);
  const pageNumbers = new Map<PDFRef, number>();
  pages.forEach((page, index) => {
    if (page.reference !== undefined) pageNumbers.set(page.reference, index + 1);
  });
  const catalogVersion = objects.name(objects.get(catalog, "Version"));
  return {
    bytes,
    version: catalogVersion !== undefined && catalogVersion > version ? catalogVersion : version,
    objects,
    catalog,
    info: objects.dict(library.context.trailerInfo.Info),
    pages,
    pageNumbers,
    operatorCounts,
  };
}

async function load(bytes: Uint8Array): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(bytes, {
      updateMetadata: false,
      parseSpeed: ParseSpeeds.Fastest,
      throwOnInvalidObject: false,
    });
  } catch (cause) {
    if (cause instanceof EncryptedPDFError) {
      throw new PublicationError("pdf-encrypted", "The PDF is encrypted.", {
        hint: "save it without a password or restrictions; assistive technology may be locked out too.",
        cause,
      });
    }
    throw damaged("The PDF is damaged: its objects cannot be read.", cause);
  }
}

function damaged(message: string, cause?: unknown): PublicationError {
  return new PublicationError("pdf-damaged", message, {
    hint: "make the file again, or copy it again if it was cut in transfer.",
    cause,
  });
}
