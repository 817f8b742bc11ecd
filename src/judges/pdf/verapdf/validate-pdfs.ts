/**
 * Validates PDFs with veraPDF: all files of one standard in one Java process, the standards side by
 * side. Input: PDFs as paths or bytes; output: a result for each PDF and standard. It turns nothing
 * into findings.
 *
 * The files are copied into a folder of the run's own under plain names: veraPDF refuses names
 * without `.pdf`, and both standards judge the same bytes.
 */
import { copyFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openTemporaryFolder } from "../../../files/temporary-folder.ts";
import type { VeraPdf } from "./find-verapdf.ts";
import { readVeraPdfReport, type Outcome } from "./read-report.ts";
import { runVeraPdf } from "./run-verapdf.ts";
import { validationProfiles, type Flavour } from "./validation-profiles.ts";

/** Path of a PDF, or its bytes. */
export type PdfSource = string | Uint8Array;

/** How many places veraPDF shows for a broken rule; it counts them all. */
export const placesShown = 3;

export interface VeraPdfResult {
  /** Index into the PDFs that were handed in. */
  readonly index: number;
  readonly flavour: Flavour;
  readonly outcome: Outcome;
}

/**
 * Results in the order of the PDFs and, for each, of the flavours; as many as PDFs times flavours.
 *
 * @throws JudgeUnavailable where any of the PDFs was not validated against any of the standards.
 */
export async function validatePdfs(
  veraPdf: VeraPdf,
  pdfs: readonly PdfSource[],
  flavours: readonly Flavour[],
  signal: AbortSignal = new AbortController().signal,
): Promise<readonly VeraPdfResult[]> {
  if (pdfs.length === 0) return [];
  const { dir, remove } = await openTemporaryFolder("verapdf");
  const stop = new AbortController();
  try {
    const fileNames = await copyPdfs(pdfs, dir);
    const runs = flavours.map(async (flavour) => {
      const report = await runVeraPdf(veraPdf, {
        options: [
          ...["--flavour", flavour],
          ...["--format", "json"],
          ...["--maxfailuresdisplayed", String(placesShown)],
          ...fileNames,
        ],
        dir,
        signal: AbortSignal.any([signal, stop.signal]),
      });
      return {
        flavour,
        outcomes: readVeraPdfReport(report, validationProfiles[flavour], fileNames),
      };
    });
    try {
      const validated = await Promise.all(runs);
      return fileNames.flatMap((_, index) =>
        validated.flatMap(({ flavour, outcomes }) => {
          const outcome = outcomes[index];
          return outcome === undefined ? [] : [{ index, flavour, outcome }];
        }),
      );
    } finally {
      // Where one standard's run has failed, the other's need not go on.
      stop.abort();
      await Promise.allSettled(runs);
    }
  } finally {
    await remove();
  }
}

async function copyPdfs(pdfs: readonly PdfSource[], dir: string): Promise<readonly string[]> {
  return Promise.all(
    pdfs.map(async (pdf, index) => {
      const fileName = `${index}.pdf`;
      const copy = join(dir, fileName);
      await (typeof pdf === "string" ? copyFile(pdf, copy) : writeFile(copy, pdf));
      return fileName;
    }),
  );
}
