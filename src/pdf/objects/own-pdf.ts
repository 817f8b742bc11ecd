/**
 * Opens a PDF that our browser has just printed. Input: its bytes; output: its objects and pages, to be
 * changed in place. The bytes are our own: they are neither checked nor limited, as those of `openPdf`
 * are, which takes time.
 */
import { ParseSpeeds, PDFDocument, PDFRef, type PDFDict, type PDFPageLeaf } from "@cantoo/pdf-lib";
import { PdfObjects } from "./pdf-objects.ts";

export interface OwnPage {
  readonly ref: PDFRef;
  readonly dict: PDFDict;
  /** Its own, with a dictionary each for Font, XObject and ExtGState. */
  readonly resources: PDFDict;
  /** Of its MediaBox as it is now. */
  readonly sizePt: () => { readonly widthPt: number; readonly heightPt: number };
}

export interface OwnPdf {
  readonly objects: PdfObjects;
  readonly catalog: PDFDict;
  readonly catalogRef: PDFRef;
  /** The document information dictionary. */
  readonly infoRef: PDFRef | undefined;
  readonly pages: readonly OwnPage[];
}

export async function openOwnPdf(bytes: Uint8Array): Promise<OwnPdf> {
  const document = await PDFDocument.load(bytes, {
    updateMetadata: false,
    // All at once: between batches of objects it would wait for a timer.
    parseSpeed: ParseSpeeds.Fastest,
  });
  const { context, catalog } = document;
  const { Root: root, Info: info } = context.trailerInfo;
  if (!(root instanceof PDFRef)) throw new Error("the browser's PDF has no catalog");
  return {
    objects: new PdfObjects(context),
    catalog,
    catalogRef: root,
    infoRef: info instanceof PDFRef ? info : undefined,
    pages: document.getPages().map(({ ref, node }) => ownPage(ref, node)),
  };
}

export function ownPage(ref: PDFRef, dict: PDFPageLeaf): OwnPage {
  return {
    ref,
    dict,
    resources: dict.normalizedEntries().Resources,
    sizePt: () => {
      const { width, height } = dict.MediaBox().asRectangle();
      return { widthPt: width, heightPt: height };
    },
  };
}
