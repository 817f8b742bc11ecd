/** Folders that a print source may read from, by the paths that it names them with. */
import type { ServedRoot } from "../browser/served-files.ts";
import type { ProjectFolders } from "../project/folders.ts";

/** `images/a.jpg` is a file of content/, `/styles/report.css` one of styles/. */
export function printRoots({ contentDir, stylesDir }: ProjectFolders): readonly ServedRoot[] {
  return [
    { urlPath: "/", dir: contentDir },
    { urlPath: "/styles", dir: stylesDir },
  ];
}
