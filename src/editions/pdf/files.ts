/** Where the files of a PDF edition lie in the output folder. */
import type { EditionFiles, NamedFile, NamedPublication, ReadOption } from "../kind.ts";
import { PAGES_FOLDER, pagesFile } from "../paged/files.ts";
import type { PdfEdition } from "./options.ts";

export const PDF_FOLDER = "pdf";

/** The PDF has the publication's slug, and the edition's suffix if it has one. */
export function pdfFiles({ slug }: NamedPublication, edition: PdfEdition): EditionFiles {
  const suffix = edition.suffix === undefined ? "" : `-${edition.suffix}`;
  return [`${PDF_FOLDER}/${slug}${suffix}.pdf`, pagesFile(edition), readingFile(edition)];
}

/** The print source as plain text, which reading fidelity is judged by. */
export function readingFile({ id }: PdfEdition): string {
  return `${PAGES_FOLDER}/${id}.txt`;
}

export function namedPdf(option: ReadOption): readonly NamedFile[] {
  const suffix = option("suffix") ?? "";
  if (typeof suffix !== "string") return [];
  return [
    {
      place: `${PDF_FOLDER}/${suffix.trim()}`,
      option: ["suffix"],
      expected: "a suffix that no other PDF has, such as large-print",
    },
  ];
}
