/** The name that an edition's PDF has wherever it lies or is linked to. */
import type { PdfEdition, Publication } from "../publication/publication.ts";

/** The publication's slug, and the edition's suffix if it has one. */
export function pdfFileName(publication: Publication, edition: PdfEdition): string {
  const suffix = edition.suffix === undefined ? "" : `-${edition.suffix}`;
  return `${publication.slug}${suffix}.pdf`;
}
