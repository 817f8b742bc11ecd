/**
 * JSON Schemas as the files that editors read. Input: what a publication says of its theme; output: texts
 * by their names, and the comment by which a file names its schema. It writes nothing.
 */
import path from "node:path";
import { listThemes, loadChosenTheme, type ThemeChoice } from "../../theme/load-theme.ts";
import { writtenSchemas } from "./written-schemas.ts";

/** In the project's folder, beside its content. */
export const SCHEMAS_DIR = "schemas";

/**
 * The schemas of a theme that there is.
 * @returns texts by names without `.json`, e.g. `publication` and `blocks/box`.
 */
export async function schemaTextsOf(choice: ThemeChoice): Promise<ReadonlyMap<string, string>> {
  const themes = await listThemes();
  const theme = await loadChosenTheme(choice, themes);
  const schemas = writtenSchemas(theme, [...themes.blocks.keys()]);
  return new Map(
    [...schemas].map(([each, schema]) => [each, `${JSON.stringify(schema, null, 2)}\n`]),
  );
}

/**
 * The comment that names a schema of `SCHEMAS_DIR`.
 * @param folder that of the file which names it, from the project, with `/`, e.g. `content/images`.
 */
export function schemaComment(name: string, folder: string): string {
  return commentOf(path.posix.relative(folder, `${SCHEMAS_DIR}/${name}.json`));
}

/** @param schema the path of a schema, from the folder of the file that names it. */
export function commentOf(schema: string): string {
  return `# yaml-language-server: $schema=${schema.split(path.sep).join("/")}`;
}
