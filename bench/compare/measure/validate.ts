/**
 * Which rules of PDF/UA-1 each file breaks, and of PDF/A-2a where it claims that, by veraPDF. Input:
 * files and their claims; output: the broken rules of each. What was validated is kept by the bytes of
 * the file.
 */
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { findVeraPdf } from "../../../src/judges/pdf/verapdf/find-verapdf.ts";
import { veraPdfRelease } from "../../../src/judges/pdf/verapdf/release.ts";
import { validatePdfs } from "../../../src/judges/pdf/verapdf/validate-pdfs.ts";
import type { Flavour } from "../../../src/judges/pdf/verapdf/validation-profiles.ts";
import type { Place } from "../../programs/program.ts";

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

const rulesSchema = z.array(z.string());
type Rules = z.infer<typeof rulesSchema>;

/** Files that one run of veraPDF reads: what a run that is broken off has done so far is kept. */
const BATCH = 20;

/** In the order of the files; undefined for one that veraPDF cannot read. @throws JudgeUnavailable */
export async function validate(
  place: Place,
  files: readonly ClaimedFile[],
): Promise<readonly (BrokenRules | undefined)[]> {
  const archives = files.filter(({ claims }) => claims.includes("PDF/A-2a"));
  const byFile = await rulesOf(place, files, "ua1");
  const archiveRules = await rulesOf(place, archives, "2a");
  return files.map(({ file }) => {
    const ua1 = byFile.get(file);
    const a2a = archiveRules.get(file);
    return ua1 && { ua1, ...(a2a && { a2a }) };
  });
}

async function rulesOf(
  { projectDir, cacheDir, signal }: Place,
  files: readonly ClaimedFile[],
  flavour: Flavour,
): Promise<ReadonlyMap<string, Rules>> {
  const veraPdf = findVeraPdf(projectDir);
  const dir = path.join(cacheDir, `validated/${veraPdfRelease.version}-${flavour}`);
  await mkdir(dir, { recursive: true });
  const rules = new Map<string, Rules>();
  const open: { readonly file: string; readonly kept: string }[] = [];
  for (const { file } of files) {
    const hash = createHash("sha256").update(await readFile(file));
    const kept = path.join(dir, `${hash.digest("hex")}.json`);
    const known = await readFile(kept, "utf8").catch(() => undefined);
    if (known === undefined) open.push({ file, kept });
    else rules.set(file, rulesSchema.parse(JSON.parse(known)));
  }
  for (let from = 0; from < open.length; from += BATCH) {
    const batch = open.slice(from, from + BATCH);
    const paths = batch.map(({ file }) => file);
    for (const { index, outcome } of await validatePdfs(veraPdf, paths, [flavour], signal)) {
      const place = batch[index];
      if (place === undefined || outcome.kind !== "validated") continue;
      const found = outcome.failedRules.map(({ clause, testNumber }) => `${clause}-${testNumber}`);
      rules.set(place.file, found);
      await writeFile(place.kept, JSON.stringify(found));
    }
  }
  return rules;
}
