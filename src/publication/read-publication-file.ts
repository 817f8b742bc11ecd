/**
 * content/publication.yaml, read and judged by itself. Input: the project's folders, its styles and
 * the themes that there are. Output: its fields, typed where they are right and raw where they are not, and
 * its faults.
 */
import type { StyleFolder } from "../design/styles/style-folder.ts";
import { styleFaults } from "../editions/style-faults.ts";
import type { ProjectFolders } from "../project/folders.ts";
import type { ThemeCatalogue } from "../theme/load-theme.ts";
import { conflictFault } from "./conflict-markers.ts";
import { nameInProject, PUBLICATION_FILE, readContentText } from "./content-folder.ts";
import { parseYaml } from "./front-matter.ts";
import { markedFaults } from "./marked-faults.ts";
import type { ReadFile } from "./read-content.ts";
import { checkFields } from "./schema-faults.ts";
import { publicationSchema, type PublicationFields } from "./schema.ts";
import { themeFaults } from "./theme-faults.ts";

/** What the file is read with. */
export interface PublicationSettings {
  readonly styles: StyleFolder;
  readonly themes: ThemeCatalogue;
}

/** Reads content/publication.yaml. */
export async function readPublicationFile(
  folder: ProjectFolders,
  { styles, themes }: PublicationSettings,
): Promise<ReadFile<PublicationFields>> {
  const file = nameInProject(folder, PUBLICATION_FILE);
  const read = await readContentText(folder, PUBLICATION_FILE);
  if (read.fault !== undefined) return { file, faults: [read.fault] };
  const conflict = conflictFault(read.text, file);
  if (conflict !== undefined) return { file, faults: [conflict] };
  const parsed = parseYaml(read.text, file, 1);
  if (parsed.fields === undefined) return { file, faults: parsed.faults };
  const { value, faults } = checkFields(publicationSchema, parsed.fields, file);
  return {
    file,
    raw: parsed.fields,
    ...(value === undefined ? {} : { fields: value }),
    faults: [
      ...parsed.faults,
      ...faults,
      ...(await markedFaults(publicationSchema, parsed.fields, file, folder.contentDir)),
      ...(await styleFaults(parsed.fields, file, { folder, styles })),
      ...themeFaults(parsed.fields, file, themes),
    ],
  };
}
