/**
 * What makes a file PDF/X-4 outside its pages: output intent, metadata, identity. Input: the open
 * file, its output profile and what it is called; output: catalog and document information, written
 * anew with nothing else in them: no tags, links, bookmarks, scripts or attached files.
 * ISO 15930-7; see docs/conformance/pdf-x-4.md.
 */
import { directionOf } from "../languages/direction.ts";
import { createHash } from "node:crypto";
import type { PdfObjects } from "../pdf/objects/pdf-objects.ts";
import { pdfLiteral, pdfUnicode } from "../pdf/objects/text-string.ts";
import type { PdfDict, PdfRef } from "../pdf/objects/types.ts";
import type { PdfDocument } from "../pdf/objects/open-pdf.ts";
import { descriptionInfo, type DocumentDescription } from "../pdf/document/description.ts";
import { pdfDate, xmpPacket } from "../pdf/document/xmp.ts";
import { STANDARDS } from "../pdf/standards/standards.ts";
import type { OutputProfile } from "./colour/output-profile.ts";

/** What a file for the press is. */
export const PRESS_STANDARD = STANDARDS["pdf-x-4"];

export interface PressMetadata extends DocumentDescription {
  readonly title: string;
  readonly language: string;
  readonly date: Date;
  /** E.g. `Imprimatur 0.1.0`. */
  readonly producer: string;
}

/** @param contents all that pages say, from which the document's identity is made. */
export function writePressCatalog(
  { objects, catalog }: PdfDocument,
  metadata: PressMetadata,
  profile: OutputProfile,
  contents: readonly string[],
): { readonly catalog: PdfRef; readonly info: PdfRef } {
  const { title, date, producer } = metadata;
  const documentId = uuidOf([title, date.toISOString(), producer, ...contents]);
  const packet = xmpPacket({ ...metadata, documentId }, [PRESS_STANDARD]);
  const intent = {
    Type: "OutputIntent",
    S: PRESS_STANDARD.catalog.outputIntent,
    OutputConditionIdentifier: pdfLiteral(profile.condition),
    OutputCondition: pdfUnicode(profile.description),
    RegistryName: pdfLiteral("http://www.color.org"),
    Info: pdfUnicode(profile.description),
    DestOutputProfile: objects.add(objects.makePackedStream(profile.bytes, { N: 4 })),
  };
  const root = {
    Type: "Catalog",
    Lang: pdfUnicode(metadata.language),
    Metadata: objects.add(
      objects.makeStream(Buffer.from(packet, "utf8"), { Type: "Metadata", Subtype: "XML" }),
    ),
    OutputIntents: [objects.add(intent)],
    ViewerPreferences: {
      DisplayDocTitle: true,
      ...(directionOf(metadata.language) === "rtl" && { Direction: "R2L" }),
    },
    Pages: objects.getRaw(catalog, "Pages"),
  };
  const info = {
    Title: pdfUnicode(title),
    Creator: pdfUnicode(producer),
    Producer: pdfUnicode(producer),
    CreationDate: pdfLiteral(pdfDate(date)),
    ModDate: pdfLiteral(pdfDate(date)),
    Trapped: "False",
    ...Object.fromEntries(
      Object.entries(descriptionInfo(metadata)).map(([key, text]) => [key, pdfUnicode(text)]),
    ),
  };
  return { catalog: objects.add(root), info: objects.add(info) };
}

/** Entries of a page that go to the press; all others are left out. */
const PAGE_ENTRIES: ReadonlySet<string> = new Set(["Type", "Parent", "Resources"]);

export function stripPage(objects: PdfObjects, page: PdfDict): void {
  for (const [key] of objects.entries(page)) {
    if (!PAGE_ENTRIES.has(key)) objects.unset(page, key);
  }
}

/** A name-based UUID (RFC 9562, version 8): the same document has the same. */
function uuidOf(parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}:${part}`);
  const hex = hash.digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
