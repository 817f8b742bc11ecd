/**
 * Validates PDFs together that will be asked about one by one: starting Java takes longer than a file.
 * Input: their paths; output: a way to ask for one of them, by what is in it.
 */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { untilAborted } from "../../../async/until-aborted.ts";
import type { VeraPdf } from "./find-verapdf.ts";
import { validatePdfs, type PdfSource, type VeraPdfResult } from "./validate-pdfs.ts";
import type { Flavour } from "./validation-profiles.ts";

/**
 * The results of a PDF; undefined where it is none of those that are validated together, or where that
 * did not come to an end: then it can be validated by itself, which may say why.
 */
export type AskTogether = (
  pdf: PdfSource,
  signal: AbortSignal,
) => Promise<readonly VeraPdfResult[] | undefined>;

/** It begins at once, and nobody has to wait for it. */
export function validateTogether(
  veraPdf: VeraPdf,
  files: readonly string[],
  flavours: readonly Flavour[],
  signal: AbortSignal,
): AskTogether {
  // One alone gains nothing by it.
  if (files.length < 2) return () => Promise.resolve(undefined);
  const results = resultsByContent(veraPdf, files, flavours, signal).catch(() => undefined);
  return async (pdf, judging) => {
    const key = await contentKey(pdf);
    return untilAborted(
      results.then((known) => known?.get(key)),
      judging,
    );
  };
}

async function resultsByContent(
  veraPdf: VeraPdf,
  files: readonly string[],
  flavours: readonly Flavour[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, readonly VeraPdfResult[]>> {
  const contents = await Promise.all(files.map((file) => readFile(file)));
  const results = await validatePdfs(veraPdf, contents, flavours, signal);
  const keys = await Promise.all(contents.map(contentKey));
  return new Map(
    keys.map((key, index) => [key, results.filter((result) => result.index === index)]),
  );
}

async function contentKey(pdf: PdfSource): Promise<string> {
  const bytes = typeof pdf === "string" ? await readFile(pdf) : pdf;
  return createHash("sha256").update(bytes).digest("hex");
}
