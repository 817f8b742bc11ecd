/**
 * What hangs on the catalog of an accessible PDF: metadata, output intent, page labels, bookmarks,
 * language, and the structure tree that was made before. ISO 32000-1 §7.7.2, ISO 14289-1 §7.1.
 */
import {
  PDFName,
  type PDFContext,
  type PDFDict,
  type PDFObject,
  type PDFRef,
} from "@cantoo/pdf-lib";
import { PdfObjects } from "../../pdf/objects/pdf-objects.ts";
import { srgbOutputIntent } from "../../pdf/document/srgb-output-intent.ts";
import { pdfDate, xmpPacket, type DocumentMetadata } from "../../pdf/document/xmp.ts";
import { writeBookmarks, type Destination } from "./bookmarks.ts";
import type { LogicalTree } from "../tree/logical-tree.ts";
import { pageLabelRanges } from "./page-labels.ts";
import type { PrintedPage } from "../printed/printed-pages.ts";
import { textString } from "./structure-tree.ts";

export interface CatalogParts {
  readonly context: PDFContext;
  readonly catalog: PDFDict;
  readonly tree: LogicalTree;
  readonly pages: readonly PrintedPage[];
  readonly structure: PDFRef;
  readonly destinationOf: (key: string) => Destination | undefined;
  readonly producedBy: { readonly date: Date; readonly producer: string };
}

export interface WrittenCatalog {
  /** The document information dictionary, which agrees with the XMP. */
  readonly info: PDFRef;
  /** Has the XMP claim PDF/UA-1 and PDF/A-2a, in what is saved from then on. */
  readonly claimStandards: () => void;
}

/** Fills the catalog. Its metadata claims no standard until it is asked to. */
export function writeCatalog(parts: CatalogParts): WrittenCatalog {
  const { context, catalog, tree, pages, structure } = parts;
  const { title, language, author, description, keywords } = tree;
  const { date, producer } = parts.producedBy;
  const metadata: DocumentMetadata = {
    title,
    language,
    author,
    description,
    keywords,
    date,
    producer,
  };
  const metadataRef = context.nextRef();
  const writeMetadata = (claims: boolean): void => {
    const packet = xmpPacket(metadata, { pdfUa1: claims, pdfA2a: claims });
    const stream = context.stream(Buffer.from(packet, "utf8"), {
      Type: "Metadata",
      Subtype: "XML",
    });
    context.assign(metadataRef, stream);
  };
  writeMetadata(false);
  const entries: Record<string, PDFObject> = {
    Metadata: metadataRef,
    StructTreeRoot: structure,
    MarkInfo: context.obj({ Marked: true }),
    ViewerPreferences: context.obj({ DisplayDocTitle: true }),
    OutputIntents: context.obj([srgbOutputIntent(new PdfObjects(context))]),
    PageLabels: context.obj({
      Nums: pageLabelRanges(pages).flatMap(({ start, style, first }) => [
        context.obj(start),
        context.obj({ S: style, ...(first !== 1 && { St: first }) }),
      ]),
    }),
  };
  const bookmarks = writeBookmarks(context, tree.root, parts.destinationOf);
  if (bookmarks) {
    entries.Outlines = bookmarks;
    entries.PageMode = PDFName.of("UseOutlines");
  }
  if (language !== "") entries.Lang = textString(language);
  for (const name of ["Dests", "Lang", "Names", "OpenAction", "AA"])
    catalog.delete(PDFName.of(name));
  for (const [name, value] of Object.entries(entries)) catalog.set(PDFName.of(name), value);
  const info = context.obj({
    Title: textString(title),
    Creator: textString(producer),
    Producer: textString(producer),
    CreationDate: textString(pdfDate(date)),
    ModDate: textString(pdfDate(date)),
  });
  if (author) info.set(PDFName.of("Author"), textString(author));
  if (description) info.set(PDFName.of("Subject"), textString(description));
  if (keywords) info.set(PDFName.of("Keywords"), textString(keywords));
  return {
    info: context.register(info),
    claimStandards: () => {
      writeMetadata(true);
    },
  };
}
