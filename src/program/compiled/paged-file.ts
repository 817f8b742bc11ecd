/**
 * The file with Paged.js in the compiled program: it stands in the place of `paginate/paged-file.ts`. This
 * module's place is that of the output.
 */
import { fileURLToPath } from "node:url";
import { PAGED_FILE } from "../paged-output.ts";

export function pagedFile(): string {
  return fileURLToPath(new URL(PAGED_FILE, import.meta.url));
}
