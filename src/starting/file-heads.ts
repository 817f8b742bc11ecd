/**
 * What the files of a publication are, as far as a new one has to know: by their names and the fields at
 * their heads. Input: the project's folders and the kinds of files; output: a value for each file. Files
 * with faults are read as far as that goes.
 */
import type { ProjectFolders } from "../project/folders.ts";
import { listContent, readContentText } from "../publication/files/content-folder.ts";
import type { ContentEntry } from "../publication/files/content-folder.ts";
import type { FileKinds } from "../publication/files/file-kinds.ts";
import { parseYaml, splitFrontMatter } from "../publication/files/front-matter.ts";
import { ownValue } from "../publication/fields/marked-fields.ts";
import { CHAPTER_KIND, PART_KIND } from "../publication/schemas/chapter-schema.ts";

export interface FileHead extends ContentEntry {
  /** What it is, e.g. `chapter`; also a name that there is not. */
  readonly kind: string;
  /** Its field `order`. */
  readonly order: number | undefined;
}

export async function readHeads(
  folders: ProjectFolders,
  { byFolder }: FileKinds,
): Promise<readonly FileHead[]> {
  const { entries } = await listContent(folders, [...byFolder.keys()]);
  return Promise.all(
    entries.map(async (entry) => {
      const { text = "" } = await readContentText(folders, entry.path);
      const { fields } = parseYaml(splitFrontMatter(text)?.yaml ?? "", entry.path, 1);
      const named = fieldOf(fields?.data, "kind");
      const order = fieldOf(fields?.data, "order");
      const ofFolder = entry.folder === undefined ? undefined : byFolder.get(entry.folder);
      const said = typeof named === "string" ? named.trim() : (ofFolder ?? CHAPTER_KIND);
      return {
        ...entry,
        kind: entry.isPart ? PART_KIND : said,
        order: typeof order === "number" ? order : undefined,
      };
    }),
  );
}

/** A field of what YAML has read, which may be no fields at all. */
export function fieldOf(data: unknown, name: string): unknown {
  return typeof data === "object" && data !== null ? ownValue(data, name) : undefined;
}
