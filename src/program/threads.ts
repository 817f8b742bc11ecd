/** Modules that run on threads of their own, and what each is called when it is compiled. */
import { readdir } from "node:fs/promises";
import path from "node:path";

/** From `src/`: all that lies in a folder for them, with a name that says so. */
const THREAD = /(?:^|\/)threads\/[^/]+-thread\.ts$/;

/** From `src/`, in the order of the alphabet. */
export async function threadsIn(sourceDir: string): Promise<readonly string[]> {
  const files = await readdir(sourceDir, { recursive: true });
  return files
    .map((file) => file.replaceAll(path.sep, "/"))
    .filter((file) => THREAD.test(file))
    .sort();
}

/** From the folder of the compiled program, without its ending. @param entry from `src/` */
export function threadFile(entry: string): string {
  return `thread--${entry.replaceAll("/", "--").replace(/\.ts$/, "")}`;
}
