/** A folder of a test's own, which goes with it. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

export interface TestFolder extends AsyncDisposable {
  readonly dir: string;
}

export async function openTestFolder(): Promise<TestFolder> {
  const dir = await mkdtemp(path.join(tmpdir(), "imprimatur-test-"));
  return {
    dir,
    [Symbol.asyncDispose]: () => rm(dir, { recursive: true, force: true, maxRetries: 3 }),
  };
}
