/**
 * What a target is, by its bytes: a verdict is on these. Input: a target; output: a record of each of its
 * files, or an error where they have changed. It judges nothing.
 */
import { realpath } from "node:fs/promises";
import path from "node:path";
import { PublicationError } from "../../errors.ts";
import { areSameFiles, recordFiles } from "./file-records.ts";
import type { FileRecord } from "../verdict/finding.ts";
import type { Target } from "./targets.ts";

/** What is judged, by its bytes: an address has none of its own. */
export async function recordsOf(target: Target): Promise<readonly FileRecord[] | undefined> {
  if (target.kind === "address") return undefined;
  // A link that a person names is what it leads to.
  const file = await realpath(target.file);
  if (target.kind === "html-folder") return recordFiles(["."], [file], target.file);
  const [record] = await recordFiles([path.basename(file)], [path.dirname(file)], "");
  return record === undefined ? [] : [{ ...record, path: target.file }];
}

/** @throws PublicationError `target-changed`: a verdict on one half of a file, and on another half of the next, would be on neither. */
export async function expectUnchanged(
  target: Target,
  word: string,
  before: readonly FileRecord[] | undefined,
): Promise<void> {
  const after = await recordsOf(target);
  if (before === undefined || after === undefined || areSameFiles(before, after)) return;
  throw new PublicationError("target-changed", `${word} was changed while it was judged`, {
    hint: "judge it again when nothing writes to it any more",
  });
}
