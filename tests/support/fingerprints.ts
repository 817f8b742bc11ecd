/** What a build has made, to compare it with what another one makes. */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/** A fingerprint of each file in a project's output, by its path there. */
export async function fingerprints(projectDir: string): Promise<ReadonlyMap<string, string>> {
  const output = path.join(projectDir, "output");
  const entries = await readdir(output, { recursive: true, withFileTypes: true });
  // The report says when it was written, and how long the run took.
  const files = entries.filter((entry) => entry.isFile() && entry.name !== "report.json");
  const pairs = files.map(async ({ parentPath, name }) => {
    const file = path.join(parentPath, name);
    const hash = createHash("sha256").update(await readFile(file));
    return [path.relative(output, file), hash.digest("hex")] as const;
  });
  return new Map((await Promise.all(pairs)).sort(([one], [other]) => (one < other ? -1 : 1)));
}
