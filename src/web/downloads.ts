/**
 * What the web edition says of the PDFs beside it. Input: the folders that hold them.
 * Output: one `Download` for each edition whose file exists; none is invented.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { openPdf } from "../pdf/objects/open-pdf.ts";

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

/** An edition that may have been made: its id, the path of its file in output/ and its language. */
export interface DownloadCandidate {
  readonly edition: string;
  readonly file: string;
  readonly lang: string;
  readonly format: string;
  readonly title: string | undefined;
}

export interface FoundDownload {
  /** Where the PDF lies now. */
  readonly file: string;
  readonly download: Download;
}

/** Those of the candidates whose file is in one of the folders, in their order. */
export async function findDownloads(
  madeDirs: readonly string[],
  candidates: readonly DownloadCandidate[],
): Promise<readonly FoundDownload[]> {
  const found = await Promise.all(candidates.map((candidate) => findDownload(madeDirs, candidate)));
  return found.filter((download) => download !== undefined);
}

async function findDownload(
  madeDirs: readonly string[],
  candidate: DownloadCandidate,
): Promise<FoundDownload | undefined> {
  for (const dir of madeDirs) {
    const file = path.join(dir, candidate.file);
    const bytes = await readIfPresent(file);
    if (bytes !== undefined) return { file, download: await describe(bytes, candidate) };
  }
  return undefined;
}

async function readIfPresent(file: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

async function describe(bytes: Uint8Array, candidate: DownloadCandidate): Promise<Download> {
  const pdf = await openPdf(bytes);
  return {
    edition: candidate.edition,
    href: path.posix.basename(candidate.file),
    lang: candidate.lang,
    format: candidate.format,
    title: candidate.title,
    sizeBytes: bytes.byteLength,
    pageCount: pdf.pages.length,
  };
}
