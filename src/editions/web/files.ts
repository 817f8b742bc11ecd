/** Where a web edition lies in the output folder, and what it has of other editions. */
import path from "node:path";
import type { EditionFiles } from "../kind.ts";

export const WEB_FOLDER = "web";

export function webFiles(): EditionFiles {
  return [WEB_FOLDER];
}

/** Where it has its copy of an edition's file, for its readers to download; there may be none. */
export function copyInWeb(file: string): string {
  return `${WEB_FOLDER}/${path.posix.basename(file)}`;
}
