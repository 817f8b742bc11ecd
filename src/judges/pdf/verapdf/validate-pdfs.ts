/**
 * Validates PDFs with veraPDF: files that claim all standards that are asked for in one Java process,
 * which reads each file once; others in one process for each standard, side by side. Input: PDFs as
 * paths or bytes; output: a result for each PDF and standard. It turns nothing into findings.
 *
 * The files are copied into a folder of the run's own under plain names: veraPDF refuses names
 * without `.pdf`, and both standards judge the same bytes.
 */
import { copyFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openTemporaryFolder } from "../../../files/temporary-folder.ts";
import type { VeraPdf } from "./find-verapdf.ts";
import { readReportOfClaims, readVeraPdfReport, type Outcome } from "./read-report.ts";
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
  try {
    const fileNames = await copyPdfs(pdfs, dir);
    const run: Running = { veraPdf, dir, signal };
    const claiming = await fileNamesThatClaim(fileNames, flavours, dir);
    const others = fileNames.filter((fileName) => !claiming.includes(fileName));
    const found = [
      ...(await validateEach(others, flavours, run)),
      ...(await validateClaims(claiming, flavours, run)),
    ];
    return fileNames.flatMap((fileName, index) =>
      flavours.flatMap((flavour) =>
        found
          .filter((result) => result.fileName === fileName && result.flavour === flavour)
          .map(({ outcome }) => ({ index, flavour, outcome })),
      ),
    );
  } finally {
    await remove();
  }
}

interface Running {
  readonly veraPdf: VeraPdf;
  readonly dir: string;
  readonly signal: AbortSignal;
}

interface FileResult {
  readonly fileName: string;
  readonly flavour: Flavour;
  readonly outcome: Outcome;
}

/**
 * Files that seem to claim every standard that is asked for; one alone needs no claim to be chosen.
 * This saves time and decides nothing: where veraPDF finds no claim, the file is validated once more.
 */
async function fileNamesThatClaim(
  fileNames: readonly string[],
  flavours: readonly Flavour[],
  dir: string,
): Promise<readonly string[]> {
  if (flavours.length < 2) return [];
  const claims = flavours.map((flavour) => validationProfiles[flavour].claim);
  const claiming: string[] = [];
  for (const fileName of fileNames) {
    const bytes = await readFile(join(dir, fileName));
    if (claims.every((claim) => bytes.includes(claim))) claiming.push(fileName);
  }
  return claiming;
}

/**
 * Validates files against what they claim: asked for no standard, veraPDF reads each file once and
 * validates it against all that its metadata names.
 */
async function validateClaims(
  fileNames: readonly string[],
  flavours: readonly Flavour[],
  run: Running,
): Promise<readonly FileResult[]> {
  if (fileNames.length === 0) return [];
  const report = await reportOf(run, ["--flavour", "0"], fileNames);
  const profiles = flavours.map((flavour) => validationProfiles[flavour]);
  const found = readReportOfClaims(report, profiles, fileNames);
  const results: FileResult[] = [];
  for (const [at, flavour] of flavours.entries()) {
    const missing: string[] = [];
    for (const [index, fileName] of fileNames.entries()) {
      const outcome = found[index]?.[at];
      if (outcome === undefined) missing.push(fileName);
      else results.push({ fileName, flavour, outcome });
    }
    results.push(...(await validateEach(missing, [flavour], run)));
  }
  return results;
}

/** Validates files against each of the standards, which run side by side. */
async function validateEach(
  fileNames: readonly string[],
  flavours: readonly Flavour[],
  { signal, ...run }: Running,
): Promise<readonly FileResult[]> {
  if (fileNames.length === 0) return [];
  const stop = new AbortController();
  const running = { ...run, signal: AbortSignal.any([signal, stop.signal]) };
  const runs = flavours.map(async (flavour) => {
    const report = await reportOf(running, ["--flavour", flavour], fileNames);
    const outcomes = readVeraPdfReport(report, validationProfiles[flavour], fileNames);
    return outcomes.flatMap((outcome, index) => {
      const fileName = fileNames[index];
      return fileName === undefined ? [] : [{ fileName, flavour, outcome }];
    });
  });
  try {
    return (await Promise.all(runs)).flat();
  } finally {
    // Where one standard's run has failed, the other's need not go on.
    stop.abort();
    await Promise.allSettled(runs);
  }
}

function reportOf(
  { veraPdf, dir, signal }: Running,
  flavour: readonly string[],
  fileNames: readonly string[],
): Promise<string> {
  const options = [
    ...flavour,
    ...["--format", "json"],
    ...["--maxfailuresdisplayed", String(placesShown)],
    ...fileNames,
  ];
  return runVeraPdf(veraPdf, { options, dir, signal });
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
