/**
 * How many rules of PDF/UA-1 each file breaks, and of PDF/A-2a where it claims that, by veraPDF.
 * Input: files and their claims; output: the broken rules of each.
 */
import { findVeraPdf } from "../../../src/check/verapdf/find-verapdf.ts";
import { validatePdfs } from "../../../src/check/verapdf/validate-pdfs.ts";
import type { Flavour } from "../../../src/check/verapdf/standards.ts";

export interface ClaimedFile {
  readonly file: string;
  readonly claims: readonly string[];
}

export interface BrokenRules {
  /** Clause and test number of each rule of PDF/UA-1 that is broken, e.g. `7.1-3`. */
  readonly ua1: readonly string[];
  /** Of PDF/A-2a; undefined where it is not claimed. */
  readonly a2a?: readonly string[];
}

/** In the order of the files; undefined for one that veraPDF cannot read. @throws JudgeUnavailable */
export async function validate(
  projectDir: string,
  files: readonly ClaimedFile[],
  signal: AbortSignal,
): Promise<readonly (BrokenRules | undefined)[]> {
  const archives = files.filter(({ claims }) => claims.includes("PDF/A-2a"));
  const byFile = await rulesOf(projectDir, files, "ua1", signal);
  const archiveRules = await rulesOf(projectDir, archives, "2a", signal);
  return files.map(({ file }) => {
    const ua1 = byFile.get(file);
    const a2a = archiveRules.get(file);
    return ua1 && { ua1, ...(a2a && { a2a }) };
  });
}

async function rulesOf(
  projectDir: string,
  files: readonly ClaimedFile[],
  flavour: Flavour,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const paths = files.map(({ file }) => file);
  const results = await validatePdfs(findVeraPdf(projectDir), paths, [flavour], signal);
  const rules = new Map<string, readonly string[]>();
  for (const { index, outcome } of results) {
    const file = paths[index];
    if (file === undefined || outcome.kind !== "validated") continue;
    rules.set(
      file,
      outcome.failedRules.map(({ clause, testNumber }) => `${clause}-${testNumber}`),
    );
  }
  return rules;
}
