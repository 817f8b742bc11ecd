/** What a print source may read, by the paths that it names it with. */
import type { ServedDocument, ServedRoot } from "../browser/served-files.ts";
import type { Project } from "../project/project.ts";

const STYLES = "/styles";

/** `images/a.jpg` is a file of content/, `/styles/report.css` one of the styles. */
export function printRoots({ folders, design }: Project): readonly ServedRoot[] {
  return [
    { urlPath: "/", dir: folders.contentDir },
    ...design.styles.layers.map(({ dir, at }) => ({
      urlPath: at === "" ? STYLES : `${STYLES}/${at}`,
      dir,
    })),
  ];
}

/** The sheets that are made in memory. */
export function printDocuments({ design }: Project): ReadonlyMap<string, ServedDocument> {
  return new Map(
    [...design.styles.sheets].map(([name, body]) => [
      `${STYLES}/${name}`,
      { body, contentType: "text/css; charset=utf-8" },
    ]),
  );
}
