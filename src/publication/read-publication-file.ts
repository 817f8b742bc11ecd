/**
 * content/publication.yaml, read and judged by itself. Input: the project's folders, its styles and
 * the names of themes. Output: its fields, typed where they are right and raw where they are not, and
 * its faults.
 */
import type { StyleFolder } from "../design/styles/style-folder.ts";
import { styleFaults } from "../editions/style-faults.ts";
import type { ProjectFolders } from "../project/folders.ts";
import { conflictFault } from "./conflict-markers.ts";
import { nameInProject, PUBLICATION_FILE, readContentText } from "./content-folder.ts";
import { quoteValue, type Fault } from "./fault.ts";
import { parseYaml, type YamlFields } from "./front-matter.ts";
import { markedFaults } from "./marked-faults.ts";
import { nearestName } from "./nearest-name.ts";
import { rawValue } from "./field-faults.ts";
import type { ReadFile } from "./read-content.ts";
import { checkFields } from "./schema-faults.ts";
import { publicationSchema, type PublicationFields } from "./schema.ts";

/** What the file is read with. */
export interface PublicationSettings {
  readonly styles: StyleFolder;
  readonly themeNames: readonly string[];
}

/** Whether there is a theme of the name is known to no schema: a theme is a folder. */
function themeFaults(raw: YamlFields, file: string, names: readonly string[]): readonly Fault[] {
  const theme = rawValue(raw, "theme");
  if (typeof theme !== "string" || theme.trim() === "" || names.includes(theme.trim())) return [];
  const nearest = nearestName(theme.trim(), names);
  return [
    {
      file,
      line: raw.lineOf(["theme"]),
      field: "theme",
      message: `there is no theme ${quoteValue(theme.trim())}`,
      expected: `one of ${names.join(", ")}`,
      hint: nearest === undefined ? `take one of these` : `did you mean \`${nearest}\`?`,
    },
  ];
}

/** Reads content/publication.yaml. */
export async function readPublicationFile(
  folder: ProjectFolders,
  { styles, themeNames }: PublicationSettings,
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
      ...themeFaults(parsed.fields, file, themeNames),
    ],
  };
}
