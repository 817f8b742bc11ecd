/** Writes a file of an edition below the folder that is being made, and tells what it was refused. */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { formatRefusal, type Refusal } from "../../browser/refusal.ts";
import { makeFolderBelow } from "../../files/make-folder.ts";
import type { Log } from "../../log.ts";

export async function writeOutput(
  dir: string,
  name: string,
  content: string | Uint8Array,
): Promise<void> {
  await makeFolderBelow(dir, path.dirname(name));
  await writeFile(path.join(dir, name), content);
}

/** Each once. */
export function tellRefused(refusals: readonly Refusal[], log: Log): void {
  for (const refused of new Set(refusals.map(formatRefusal))) log.notice(refused);
}
