/** The text of a content file. Input: its fields and its text; output: Markdown with fields in YAML at its head. */
import { stringify } from "yaml";
import { schemaComment } from "../publication/schemas/schema-files.ts";

export interface ContentFile {
  /** The schema of its fields, e.g. `front-matter/chapter`; none is named where it is undefined. */
  readonly schema: string | undefined;
  /** The folder it stands in, from the project, e.g. `content/first-years`. */
  readonly folder: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** What a field is for, by its name, for those that the author has to fill in. */
  readonly comments?: Readonly<Record<string, string>>;
  readonly body: string;
}

export function contentFile({ schema, folder, fields, comments = {}, body }: ContentFile): string {
  const lines = Object.entries(fields).flatMap(([name, value]) => {
    const comment = comments[name];
    return [
      ...(comment === undefined ? [] : [`# ${name}: ${comment}`]),
      stringify({ [name]: value }, { lineWidth: 0 }).trimEnd(),
    ];
  });
  const head = schema === undefined ? [] : [schemaComment(schema, folder)];
  return ["---", ...head, ...lines, "---", "", body, ""].join("\n");
}
