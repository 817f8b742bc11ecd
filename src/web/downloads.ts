/**
 * What the web edition says of the PDFs beside it. Input: the folder that holds the PDFs.
 * Output: one `Download` for each edition whose file exists; none is invented.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { openPdf } from "../pdf/read/open-pdf.ts";

/** A file to download, as its link describes it. */
export interface Download {
  readonly edition: string;
  /** File name, beside the web page. */
  readonly href: string;
  readonly lang: string;
  readonly sizeBytes: number;
  readonly pageCount: number;
  /** Size of the page, e.g. `A4`. */
  readonly format: string;
  /** What tells the edition from others, e.g. `gros caractères`. */
  readonly title: string | undefined;
}

/** An edition that may have been made: its id, file name and language. */
export interface DownloadCandidate {
  readonly edition: string;
  readonly fileName: string;
  readonly lang: string;
  readonly format: string;
  readonly title: string | undefined;
}

async function describeDownload(
  pdfDir: string,
  candidate: DownloadCandidate,
): Promise<Download | undefined> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path.join(pdfDir, candidate.fileName));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  const pdf = await openPdf(bytes);
  return {
    edition: candidate.edition,
    href: candidate.fileName,
    lang: candidate.lang,
    format: candidate.format,
    title: candidate.title,
    sizeBytes: bytes.byteLength,
    pageCount: pdf.pages.length,
  };
}

/** Describes those of the candidates whose file is in `pdfDir`, in their order. */
export async function describeDownloads(
  pdfDir: string,
  candidates: readonly DownloadCandidate[],
): Promise<readonly Download[]> {
  const found = await Promise.all(
    candidates.map((candidate) => describeDownload(pdfDir, candidate)),
  );
  return found.filter((download) => download !== undefined);
}
