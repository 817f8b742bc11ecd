/**
 * The lines of fields, for what is made of them later: what is shown of a field came from its line.
 * Input: a schema, and fields as they were written; output: lines of all that stand at the top, and of
 * those of Markdown and pictures wherever they are. Pure.
 */
import type { z } from "zod";
import type { YamlFields } from "../files/front-matter.ts";
import { markedFields } from "./marked-fields.ts";
import type { FieldLines } from "../publication.ts";

export function fieldLines(schema: z.core.$ZodType, raw: YamlFields | undefined): FieldLines {
  if (raw === undefined) return {};
  const { data, lineOf } = raw;
  const names = typeof data === "object" && data !== null ? Object.keys(data) : [];
  const paths = [
    ...names.map((name) => [name]),
    ...markedFields(schema, data).map(({ path }) => path),
  ];
  return Object.fromEntries(paths.map((path) => [path.join("."), lineOf(path)]));
}
