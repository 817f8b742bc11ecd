import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { KINDS } from "../../../src/editions/kinds.ts";
import { isKnownCountry, isKnownLanguage } from "../../../src/publication/fields/language-tag.ts";
import { nearestName } from "../../../src/publication/faults/nearest-name.ts";
import { partSchema } from "../../../src/publication/schemas/chapter-schema.ts";
import { fileKinds } from "../../../src/publication/files/file-kinds.ts";
import { layersOf } from "../../../src/publication/fields/marked-fields.ts";
import { loadTheme, themeNames } from "../../../src/theme/load-theme.ts";
import { publicationSchema } from "../../../src/publication/schemas/publication-schema.ts";

/** The documentation of a schema, which may be that of the schema it wraps. */
function metaOf(schema: z.core.$ZodType): z.core.GlobalMeta | undefined {
  return layersOf(schema)
    .map((layer) => z.globalRegistry.get(layer))
    .find((meta) => meta !== undefined);
}

const themes = await Promise.all((await themeNames()).map(loadTheme));
const schemas: readonly (readonly [string, z.ZodObject])[] = [
  ["publication", publicationSchema],
  ...themes.map(({ name, fields }) => [`the theme ${name}`, fields] as const),
  ["part", partSchema],
  ...themes.flatMap((theme) =>
    [...fileKinds(theme).byName].map(
      ([kind, { schema }]) => [`${theme.name} ${kind}`, schema] as const,
    ),
  ),
  ["web edition", KINDS.web.options.omit({ kind: true })],
  ["PDF edition", KINDS.pdf.options.omit({ kind: true })],
  ["press edition", KINDS.press.options.omit({ kind: true })],
];

describe("authors' documentation", () => {
  test.each(schemas)(
    "every field of %s is described, with an example that is right",
    (_, schema) => {
      const shape: Readonly<Record<string, z.core.$ZodType>> = schema.shape;
      for (const [name, field] of Object.entries(shape)) {
        const meta = metaOf(field);
        expect(meta?.description, name).toMatch(/\S/u);
        const examples: unknown = meta?.examples;
        const example: unknown = Array.isArray(examples) ? examples[0] : undefined;
        expect(example, name).toEqual(expect.any(String));
        // Examples are written as in YAML; groups are shown in part.
        if (typeof example !== "string" || example.startsWith("{")) continue;
        const readings: readonly unknown[] = [example, parse(example)];
        expect(
          readings.some((reading) => z.safeParse(field, reading).success),
          name,
        ).toBe(true);
      }
    },
  );
});

test.each(["fr", "en-GB", "zh-Hant", "br", "es-MX"])("%s is a known language", (tag) => {
  expect(isKnownLanguage(tag)).toBe(true);
});

test.each(["french", "fr_FR", "xx", "x-private", "", "fr-"])("%j is no known language", (tag) => {
  expect(isKnownLanguage(tag)).toBe(false);
});

test.each([
  ["FR", true],
  ["fr", false],
  ["QQ", false],
  ["ZZ", false],
  ["001", false],
])("%s as a country: %s", (code, known) => {
  expect(isKnownCountry(code)).toBe(known);
});

test.each([
  ["tittle", "title"],
  ["Title", "title"],
  ["rôle", "role"],
  ["with", undefined],
  ["x".repeat(10_000), undefined],
])("the name nearest to %.20s", (typed, nearest) => {
  expect(nearestName(typed, ["title", "role", "order"])).toBe(nearest);
});
