/**
 * Tells a PDF's readers what it is: title, author, language, page labels, and dates that do not
 * depend on when it was made. Input: the bytes that the browser printed. Output: the bytes with the
 * descriptions; pages, tags and bookmarks are left as they are.
 */
import { PDFDocument, PDFName, PDFString } from "@cantoo/pdf-lib";

export interface PdfDescription {
  readonly title: string;
  readonly author: string;
  /** BCP 47 tag. */
  readonly lang: string;
  /** Seconds since 1970; dates in the file are fixed to it. */
  readonly epochSeconds: number;
}

const PRODUCER = "Imprimatur";

/** Sets the descriptions (PDF 32000-1, 14.3.3, 12.4.2, 14.9.2.1, 12.2). */
export async function describePdf(
  bytes: Uint8Array,
  { title, author, lang, epochSeconds }: PdfDescription,
): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const date = new Date(epochSeconds * 1000);
  pdf.setTitle(title, { showInWindowTitleBar: true });
  pdf.setAuthor(author);
  pdf.setCreator(PRODUCER);
  pdf.setCreationDate(date);
  pdf.setModificationDate(date);
  pdf.catalog.set(PDFName.of("Lang"), PDFString.of(lang));
  pdf.catalog.set(
    PDFName.of("PageLabels"),
    // One range from the first page on: decimal numbers from 1.
    pdf.context.obj({ Nums: [0, { S: "D" }] }),
  );
  return pdf.save({ useObjectStreams: true, updateFieldAppearances: false });
}
