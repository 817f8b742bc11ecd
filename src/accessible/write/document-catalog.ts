/**
 * What hangs on the catalog of an accessible PDF: metadata, output intent, page labels, bookmarks,
 * language, and the structure tree that was made before; as the standards ask for that the file is to
 * keep. ISO 32000-1 §7.7.2.
 */
import {
  PDFName,
  type PDFContext,
  type PDFDict,
  type PDFObject,
  type PDFRef,
} from "@cantoo/pdf-lib";
import { srgbOutputIntent } from "../../pdf/document/srgb-output-intent.ts";
import { pdfDate, xmpPacket, type DocumentMetadata } from "../../pdf/document/xmp.ts";
import type { Demands } from "../../pdf/standards/demands.ts";
import type { Standard } from "../../pdf/standards/standard.ts";
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
  /** The standards that the file keeps, and claims once it is asked to. */
  readonly standards: readonly Standard[];
  /** What they ask for. */
  readonly demands: Demands;
  readonly destinationOf: (key: string) => Destination | undefined;
  readonly producedBy: { readonly date: Date; readonly producer: string };
}

export interface WrittenCatalog {
  /** The document information dictionary, which agrees with the XMP. */
  readonly info: PDFRef;
  /** Has the XMP claim the standards, in what is saved from then on. */
  readonly claimStandards: () => void;
}

/** Fills the catalog. Its metadata claims no standard until it is asked to. */
export function writeCatalog(parts: CatalogParts): WrittenCatalog {
  const { context, catalog, tree, pages, structure, standards, demands } = parts;
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
  const writeMetadata = (claimed: readonly Standard[]): void => {
    const packet = xmpPacket(metadata, claimed);
    const stream = context.stream(Buffer.from(packet, "utf8"), {
      Type: "Metadata",
      Subtype: "XML",
    });
    context.assign(metadataRef, stream);
  };
  writeMetadata([]);
  const entries: Record<string, PDFObject> = {
    Metadata: metadataRef,
    StructTreeRoot: structure,
    ...(demands.marked && { MarkInfo: context.obj({ Marked: true }) }),
    ...(demands.displaysTitle && { ViewerPreferences: context.obj({ DisplayDocTitle: true }) }),
    ...(demands.outputIntents.length > 0 && {
      OutputIntents: context.obj(
        demands.outputIntents.map((kind) => srgbOutputIntent(context, kind)),
      ),
    }),
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
  if (demands.language && language !== "") entries.Lang = textString(language);
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
      writeMetadata(standards);
    },
  };
}
