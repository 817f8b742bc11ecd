/** Folders that a print source may read from, by the paths that it names them with. */
import path from "node:path";
import type { ServedRoot } from "../browser/served-files.ts";

/** `images/a.jpg` is a file of content/, `/styles/report.css` one of styles/. */
export function printRoots(projectDir: string): readonly ServedRoot[] {
  return [
    { urlPath: "/", dir: path.join(projectDir, "content") },
    { urlPath: "/styles", dir: path.join(projectDir, "styles") },
  ];
}
