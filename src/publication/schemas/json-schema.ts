/**
 * A zod schema as JSON Schema (draft 2020-12), for editors that complete and check YAML. Input: a schema
 * of what authors write; output: JSON Schema. Descriptions and examples are those of the fields. What
 * JSON Schema cannot say is lost, and the build alone knows it: check digits, calendars, whether a
 * language, a licence, a format or a file is one, and spaces round a text, which are taken away.
 */
import { parse } from "yaml";
import { z } from "zod";
import { layersOf } from "../fields/marked-fields.ts";

export type JsonSchema = z.core.JSONSchema.BaseSchema;

const DRAFT = "https://json-schema.org/draft/2020-12/schema";

export function toJsonSchema(schema: z.ZodObject, title: string): JsonSchema {
  const { $schema = DRAFT, ...converted } = z.toJSONSchema(schema, {
    target: "draft-2020-12",
    io: "input",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      const { alsoWritten } = z.globalRegistry.get(zodSchema) ?? {};
      const right = examplesOf(zodSchema);
      // Of no meaning to others: `readOnly` would say that authors may not change the value.
      for (const name of ["markup", "alsoWritten", "readOnly", "examples"]) {
        Reflect.deleteProperty(jsonSchema, name);
      }
      if (right.length > 0) jsonSchema.examples = [...right];
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (isJsonSchema(alsoWritten)) allowAsWell(jsonSchema, alsoWritten);
    },
  });
  return { $schema, title, ...converted };
}

/** Examples as values, where authors' documentation has them as YAML; those in part are left out. */
function examplesOf(schema: z.core.$ZodType): readonly unknown[] {
  const examples = layersOf(schema)
    .map((layer) => z.globalRegistry.get(layer)?.examples)
    .find((found) => found !== undefined);
  if (!Array.isArray(examples)) return [];
  return examples.flatMap((example: unknown) => {
    if (typeof example !== "string" || example.includes("…")) return [];
    const readings: readonly unknown[] = [example, valueOf(example)];
    const right = readings.find((reading) => z.safeParse(schema, reading).success);
    return right === undefined ? [] : [right];
  });
}

function valueOf(yaml: string): unknown {
  try {
    return parse(yaml) as unknown;
  } catch {
    return undefined;
  }
}

function isJsonSchema(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null;
}

const DESCRIBING: readonly string[] = ["description", "examples"];

/** Moves what the schema demands beside another form of the value; what describes it stays. */
function allowAsWell(jsonSchema: JsonSchema, other: JsonSchema): void {
  const demands = Object.fromEntries(
    Object.entries(jsonSchema).filter(([name]) => !DESCRIBING.includes(name)),
  );
  for (const name of Object.keys(demands)) Reflect.deleteProperty(jsonSchema, name);
  Object.assign(jsonSchema, { anyOf: [demands, other] });
}
