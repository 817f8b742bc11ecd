/**
 * content/publication.yaml, read and judged by itself. Input: the project's folders, its styles, its
 * theme and all others. Output: its fields, typed where they are right and raw where they are not, and
 * its faults.
 */
import type { StyleFolder } from "../../design/styles/style-folder.ts";
import { styleFaults } from "../../editions/style-faults.ts";
import type { ProjectFolders } from "../../project/folders.ts";
import type { ThemeCatalogue } from "../../theme/load-theme.ts";
import type { Theme } from "../../theme/theme.ts";
import { conflictFault } from "../faults/conflict-markers.ts";
import { nameInProject, readContentText } from "./content-folder.ts";
import { PUBLICATION_FILE } from "./file-names.ts";
import { withThemesNamed } from "../faults/foreign-fields.ts";
import { parseYaml } from "./front-matter.ts";
import { markedFaults, markedLinks } from "../faults/marked-faults.ts";
import { editionsOffered, withIdsNamed, withOfferedEditions } from "./offered-editions.ts";
import type { ReadFile } from "./read-content.ts";
import { checkFields } from "../faults/schema-faults.ts";
import {
  publicationSchema,
  publicationSchemaWith,
  type PublicationFields,
} from "../schemas/publication-schema.ts";
import { themeFaults } from "../faults/theme-faults.ts";

/** What the file is read with. */
export interface PublicationSettings {
  readonly styles: StyleFolder;
  readonly theme: Pick<Theme, "name" | "fields" | "editions">;
  readonly themes: ThemeCatalogue;
}

/** What a right file says, with the editions that its theme offers. */
export interface PublicationFile {
  readonly publication: PublicationFields;
  /** What it says for its theme alone. */
  readonly themeFields: unknown;
}

/** Reads content/publication.yaml. */
export async function readPublicationFile(
  folder: ProjectFolders,
  { styles, theme, themes }: PublicationSettings,
): Promise<ReadFile<PublicationFile>> {
  const file = nameInProject(folder, PUBLICATION_FILE);
  const read = await readContentText(folder, PUBLICATION_FILE);
  if (read.fault !== undefined) return { file, faults: [read.fault], links: [] };
  const conflict = conflictFault(read.text, file);
  if (conflict !== undefined) return { file, faults: [conflict], links: [] };
  const parsed = parseYaml(read.text, file, 1);
  if (parsed.fields === undefined) return { file, faults: parsed.faults, links: [] };
  const offered = editionsOffered(parsed.fields, theme);
  const raw = withOfferedEditions(parsed.fields, offered);
  const schema = publicationSchemaWith(theme.fields);
  const { value, faults } = checkFields(schema, raw, file);
  return {
    file,
    raw,
    ...(value === undefined ? {} : { fields: asRead(raw.data, theme) }),
    links: markedLinks(schema, raw, file),
    faults: [
      ...parsed.faults,
      ...withIdsNamed(
        await withThemesNamed(faults, raw, theme, themes),
        { raw, file, theme: theme.name },
        offered,
      ),
      ...(await markedFaults(schema, raw, file, folder.contentDir)),
      ...(await styleFaults(raw, file, { folder, styles })),
      ...themeFaults(raw, file, themes),
    ],
  };
}

/** Each schema takes its own fields out of data that the schema of both has passed. */
function asRead(data: unknown, theme: Pick<Theme, "fields">): PublicationFile {
  return {
    publication: publicationSchema.strip().parse(data),
    themeFields: theme.fields.strip().parse(data),
  };
}
