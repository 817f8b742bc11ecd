/**
 * What makes a file PDF/X-4 outside its pages: output intent, metadata, identity. Input: the open
 * file, its output profile and what it is called; output: catalog and document information, written
 * anew with nothing else in them: no tags, links, bookmarks, scripts or attached files.
 * ISO 15930-7; see docs/conformance/pdf-x-4.md.
 */
import { createHash } from "node:crypto";
import { PDFName, PDFString, PDFHexString, type PDFDict, type PDFRef } from "@cantoo/pdf-lib";
import type { PdfDocument } from "../pdf/objects/open-pdf.ts";
import { pdfDate, xmpPacket } from "../pdf/document/xmp.ts";
import { STANDARDS } from "../pdf/standards/standards.ts";
import type { OutputProfile } from "./colour/output-profile.ts";

/** What a file for the press is. */
export const PRESS_STANDARD = STANDARDS["pdf-x-4"];

export interface PressMetadata {
  readonly title: string;
  readonly language: string;
  readonly author?: string | undefined;
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
): { readonly catalog: PDFRef; readonly info: PDFRef } {
  const { context } = objects;
  const { title, author, date, producer } = metadata;
  const documentId = uuidOf([title, date.toISOString(), producer, ...contents]);
  const packet = xmpPacket({ ...metadata, documentId }, [PRESS_STANDARD]);
  const intent = context.obj({
    Type: "OutputIntent",
    S: PRESS_STANDARD.catalog.outputIntent,
    OutputConditionIdentifier: PDFString.of(profile.condition),
    OutputCondition: PDFHexString.fromText(profile.description),
    RegistryName: PDFString.of("http://www.color.org"),
    Info: PDFHexString.fromText(profile.description),
    DestOutputProfile: context.register(context.flateStream(profile.bytes, { N: 4 })),
  });
  const root = context.obj({
    Type: "Catalog",
    Lang: PDFHexString.fromText(metadata.language),
    Metadata: context.register(
      context.stream(Buffer.from(packet, "utf8"), { Type: "Metadata", Subtype: "XML" }),
    ),
    OutputIntents: [context.register(intent)],
    ViewerPreferences: { DisplayDocTitle: true },
  });
  const pages = objects.getRaw(catalog, "Pages");
  if (pages !== undefined) root.set(PDFName.of("Pages"), pages);
  const info = context.obj({
    Title: PDFHexString.fromText(title),
    Creator: PDFHexString.fromText(producer),
    Producer: PDFHexString.fromText(producer),
    CreationDate: PDFString.of(pdfDate(date)),
    ModDate: PDFString.of(pdfDate(date)),
    Trapped: "False",
  });
  if (author !== undefined) info.set(PDFName.of("Author"), PDFHexString.fromText(author));
  return { catalog: context.register(root), info: context.register(info) };
}

/** Entries of a page that go to the press; all others are left out. */
const PAGE_ENTRIES: ReadonlySet<string> = new Set(["Type", "Parent", "Resources"]);

export function stripPage(page: PDFDict): void {
  for (const [key] of page.entries()) {
    if (!PAGE_ENTRIES.has(key.decodeText())) page.delete(key);
  }
}

/** A name-based UUID (RFC 9562, version 8): the same document has the same. */
function uuidOf(parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}:${part}`);
  const hex = hash.digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
