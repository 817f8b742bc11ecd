/** The path of a file of the program from `src/`, with slashes. */
import path from "node:path";
import { fileURLToPath } from "node:url";

const SOURCE_DIR = fileURLToPath(new URL("..", import.meta.url));

export function fromSource(file: URL | string): string {
  const absolute = typeof file === "string" ? file : fileURLToPath(file);
  return path.relative(SOURCE_DIR, absolute).replaceAll(path.sep, "/");
}
