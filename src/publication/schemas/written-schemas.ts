/**
 * What the authors of a project write, as JSON Schemas: publication.yaml with the fields and editions of
 * its theme, the fields at the head of each kind of file, and the fields of each block in a text. Input:
 * the theme, and the names of all; output: schemas by their names, which are paths. It writes no file.
 */
import { z } from "zod";
import { editionSchema, KINDS } from "../../editions/kinds.ts";
import type { OfferedEdition, Theme } from "../../theme/theme.ts";
import { blockSchema } from "../files/block-content.ts";
import { partSchema } from "./chapter-schema.ts";
import { fileKinds } from "../files/file-kinds.ts";
import { toJsonSchema, type JsonSchema } from "./json-schema.ts";
import { publicationSchema, publicationSchemaWith } from "./publication-schema.ts";

type WrittenTheme = Pick<Theme, "name" | "fields" | "editions" | "blocks">;

/** `publication`, `front-matter/<kind>`, `front-matter/part` and `blocks/<name>`. */
export function writtenSchemas(
  theme: WrittenTheme,
  themeNames: readonly string[],
): ReadonlyMap<string, JsonSchema> {
  const of = `with the theme ${theme.name}`;
  return new Map([
    ["publication", toJsonSchema(writtenPublication(theme, themeNames), `publication.yaml ${of}`)],
    ...[...fileKinds(theme).byName].map(
      ([kind, { schema }]) =>
        [`front-matter/${kind}`, toJsonSchema(schema, `fields of a ${kind} ${of}`)] as const,
    ),
    ["front-matter/part", toJsonSchema(partSchema, `fields of a part ${of}`)],
    ...[...theme.blocks].map(
      ([name, block]) =>
        [
          `blocks/${name}`,
          toJsonSchema(blockSchema(block), `fields of a ${name} in a text ${of}`),
        ] as const,
    ),
  ]);
}

/** As authors write it, before the editions of the theme are put in their places. */
function writtenPublication(theme: WrittenTheme, themeNames: readonly string[]): z.ZodObject {
  // Which editions there are is the same in all languages.
  const offered = theme.editions("en");
  const { theme: named, editions } = publicationSchema.shape;
  const entries = z.array(z.union([editionSchema, ...offered.map(entryOf)])).min(1);
  const written = entries.meta(z.globalRegistry.get(editions) ?? {});
  return publicationSchemaWith(theme.fields).extend({
    theme: z
      .enum(themeNames)
      .meta(z.globalRegistry.get(named.unwrap()) ?? {})
      .optional(),
    editions: offered.length === 0 ? written : written.optional(),
  });
}

/** An entry that takes an edition of the theme by its id, and may change the rest of it. */
function entryOf({ id, kind }: OfferedEdition): z.ZodObject {
  const options: z.ZodObject = KINDS[kind].options;
  const { description } = z.globalRegistry.get(KINDS[kind].options.shape.id) ?? {};
  const literal = z.literal(id);
  return z.strictObject({
    ...options.partial().omit({ kind: true }).shape,
    id: description === undefined ? literal : literal.meta({ description }),
  });
}
