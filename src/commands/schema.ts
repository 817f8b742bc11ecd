/**
 * The command `schema`: JSON Schemas of what the authors of a project write, for their editors. Input:
 * the project's folder, whose content may have faults or not be there yet; output: a folder of schemas, or
 * the text of one. It judges no content.
 */
import { stat } from "node:fs/promises";
import path from "node:path";
import { PublicationError } from "../errors.ts";
import { explainSystemError, systemErrorIn } from "../files/system-error.ts";
import { writeAside } from "../files/write-aside.ts";
import { projectFolders, type ProjectFolders } from "../project/folders.ts";
import { nameInProject, readContentText } from "../publication/files/content-folder.ts";
import { ContentError, quoteValue } from "../publication/faults/fault.ts";
import { PUBLICATION_FILE } from "../publication/files/file-names.ts";
import { parseYaml } from "../publication/files/front-matter.ts";
import { nearestName } from "../publication/faults/nearest-name.ts";
import { readThemeChoice } from "../publication/files/theme-choice.ts";
import { commentOf, SCHEMAS_DIR, schemaTextsOf } from "../publication/schemas/schema-files.ts";
import { themeNames } from "../theme/load-theme.ts";

export interface WrittenSchemas {
  /** Absolute. */
  readonly folder: string;
  /** Paths in the folder, with `/`. */
  readonly files: readonly string[];
  /** The comment by which publication.yaml names its schema. */
  readonly comment: string;
}

/**
 * @param output the folder to write; `schemas` in the project where it is undefined.
 * @throws PublicationError `no-project`, `theme-unknown`, and what the system says of the folder;
 * ContentError where publication.yaml is no YAML.
 */
export async function writeSchemas(
  projectDir: string,
  { output, signal }: { readonly output: string | undefined; readonly signal: AbortSignal },
): Promise<WrittenSchemas> {
  const folders = projectFolders(projectDir);
  const folder = path.resolve(output ?? path.join(folders.dir, SCHEMAS_DIR));
  const texts = await schemaTexts(folders);
  const files = [...texts.keys()].map((name) => `${name}.json`);
  try {
    for (const [name, text] of texts) {
      await writeAside(path.join(folder, `${name}.json`), Buffer.from(text), signal);
    }
  } catch (error) {
    throw explained(folder, error);
  }
  const schema = path.relative(folders.contentDir, path.join(folder, "publication.json"));
  return { folder, files, comment: commentOf(schema) };
}

/**
 * One schema, e.g. `publication` or `blocks/box`.
 * @throws PublicationError `schema-unknown`, and those of `writeSchemas`.
 */
export async function schemaText(projectDir: string, name: string): Promise<string> {
  const texts = await schemaTexts(projectFolders(projectDir));
  const text = texts.get(name);
  if (text !== undefined) return text;
  const names = [...texts.keys()];
  const nearest = nearestName(name, names);
  throw new PublicationError("schema-unknown", `there is no schema ${quoteValue(name)}`, {
    hint: nearest === undefined ? `take one of ${names.join(", ")}` : `did you mean ${nearest}?`,
  });
}

async function schemaTexts(folders: ProjectFolders): Promise<ReadonlyMap<string, string>> {
  const isFolder = await stat(folders.dir).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) {
    throw new PublicationError("no-project", "there is no such folder", {
      place: { file: folders.dir },
      hint: "name the folder that holds content/",
    });
  }
  await requireYaml(folders);
  const names = await themeNames();
  const choice = await readThemeChoice(folders);
  if (!names.includes(choice.theme)) {
    throw new PublicationError("theme-unknown", `there is no theme ${quoteValue(choice.theme)}`, {
      place: { file: path.join(folders.contentDir, PUBLICATION_FILE) },
      hint: `take one of ${names.join(", ")}`,
    });
  }
  return schemaTextsOf(choice);
}

/** Of a file that is no YAML nobody knows which theme it has; one that is not there yet has the default. */
async function requireYaml(folders: ProjectFolders): Promise<void> {
  const { text } = await readContentText(folders, PUBLICATION_FILE);
  if (text === undefined) return;
  const parsed = parseYaml(text, nameInProject(folders, PUBLICATION_FILE), 1);
  if (parsed.fields === undefined) throw new ContentError(parsed.faults);
}

function explained(folder: string, error: unknown): unknown {
  const systemError = error instanceof PublicationError ? undefined : systemErrorIn(error);
  if (systemError === undefined) return error;
  return explainSystemError(systemError, { what: `${folder} cannot be written`, file: folder });
}
