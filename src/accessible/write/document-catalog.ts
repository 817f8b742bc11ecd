/**
 * What hangs on the catalog of an accessible PDF: metadata, output intent, page labels, bookmarks,
 * language, and the structure tree that was made before; as the standards ask for that the file is to
 * keep. ISO 32000-1 §7.7.2.
 */
import { descriptionInfo } from "../../pdf/document/description.ts";
import { srgbOutputIntent } from "../../pdf/document/srgb-output-intent.ts";
import { pdfDate, xmpPacket, type DocumentMetadata } from "../../pdf/document/xmp.ts";
import type { PdfObjects } from "../../pdf/objects/pdf-objects.ts";
import { pdfText } from "../../pdf/objects/text-string.ts";
import type { PdfDict, PdfRef, PdfValue } from "../../pdf/objects/types.ts";
import { demandsOf } from "../../pdf/standards/demands.ts";
import type { Standard } from "../../pdf/standards/standard.ts";
import { writeBookmarks, type Destination } from "./bookmarks.ts";
import type { LogicalTree } from "../tree/logical-tree.ts";
import { pageLabelRanges } from "./page-labels.ts";
import type { PrintedPage } from "../printed/printed-pages.ts";

export interface CatalogParts {
  readonly objects: PdfObjects;
  readonly catalog: PdfDict;
  readonly tree: LogicalTree;
  readonly pages: readonly PrintedPage[];
  readonly structure: PdfRef;
  /** The standards that the file keeps, and claims once it is asked to. */
  readonly standards: readonly Standard[];
  readonly destinationOf: (key: string) => Destination | undefined;
  readonly producedBy: { readonly date: Date; readonly producer: string };
}

export interface WrittenCatalog {
  /** The document information dictionary, which agrees with the XMP. */
  readonly info: PdfRef;
  /** Has the XMP claim the standards, in what is saved from then on. */
  readonly claimStandards: () => void;
}

/** Fills the catalog. Its metadata claims no standard until it is asked to. */
export function writeCatalog(parts: CatalogParts): WrittenCatalog {
  const { objects, catalog, tree, pages, structure, standards } = parts;
  const demands = demandsOf(standards);
  const { title, language, description } = tree;
  const { date, producer } = parts.producedBy;
  const metadata: DocumentMetadata = { ...description, title, language, date, producer };
  const metadataRef = objects.reserve();
  const writeMetadata = (claimed: readonly Standard[]): void => {
    const packet = xmpPacket(metadata, claimed);
    const bytes = Buffer.from(packet, "utf8");
    objects.put(metadataRef, objects.makeStream(bytes, { Type: "Metadata", Subtype: "XML" }));
  };
  writeMetadata([]);
  const entries: Record<string, PdfValue> = {
    Metadata: metadataRef,
    StructTreeRoot: structure,
    ...(demands.marked && { MarkInfo: { Marked: true } }),
    ...(demands.displaysTitle && {
      // No `Direction`, in no language: see docs/decisions/no-direction-of-pages.md.
      ViewerPreferences: { DisplayDocTitle: true },
    }),
    ...(demands.outputIntents.length > 0 && {
      OutputIntents: demands.outputIntents.map((kind) => srgbOutputIntent(objects, kind)),
    }),
    PageLabels: {
      Nums: pageLabelRanges(pages).flatMap(({ start, style, first }): readonly PdfValue[] => [
        start,
        { S: style, ...(first !== 1 && { St: first }) },
      ]),
    },
  };
  const bookmarks = writeBookmarks(objects, tree.root, parts.destinationOf);
  if (bookmarks) {
    entries.Outlines = bookmarks;
    entries.PageMode = "UseOutlines";
  }
  if (demands.language && language !== "") entries.Lang = pdfText(language);
  objects.unset(catalog, "Dests", "Lang", "Names", "OpenAction", "AA");
  for (const [name, value] of Object.entries(entries)) objects.set(catalog, name, value);
  const info = objects.make({
    Title: pdfText(title),
    Creator: pdfText(producer),
    Producer: pdfText(producer),
    CreationDate: pdfText(pdfDate(date)),
    ModDate: pdfText(pdfDate(date)),
  });
  for (const [key, text] of Object.entries(descriptionInfo(description))) {
    objects.set(info, key, pdfText(text));
  }
  return {
    info: objects.add(info),
    claimStandards: () => {
      writeMetadata(standards);
    },
  };
}
