/**
 * Fields of Markdown and pictures, found by what their schema says. Input: a schema, and data that may
 * be right or wrong; output: where in the data such a field stands, and what it is.
 */
import { z } from "zod";
import type { Markup } from "./fields.ts";

export interface MarkedField {
  readonly path: readonly (string | number)[];
  readonly mark: Markup | "picture";
  readonly value: unknown;
}

/** Marked fields that the data have, in the order of the schema. */
export function markedFields(schema: z.core.$ZodType, data: unknown): readonly MarkedField[] {
  return fieldsBelow(schema, data, []);
}

function fieldsBelow(
  schema: z.core.$ZodType,
  value: unknown,
  path: MarkedField["path"],
): readonly MarkedField[] {
  if (value === undefined) return [];
  const layers = layersOf(schema);
  const mark = layers.map(markOf).find((found) => found !== undefined);
  if (mark !== undefined) return [{ path, mark, value }];
  const inner = layers.at(-1);
  if (inner instanceof z.ZodObject) {
    const shape: Readonly<Record<string, z.core.$ZodType>> = inner.shape;
    return Object.entries(shape).flatMap(([name, below]) =>
      fieldsBelow(below, ownValue(value, name), [...path, name]),
    );
  }
  if (inner instanceof z.ZodArray && Array.isArray(value)) {
    return value.flatMap((item: unknown, index) =>
      fieldsBelow(inner.element, item, [...path, index]),
    );
  }
  return [];
}

/** The schema and all that it wraps, from the outside in; of one that rewrites, what comes of it. */
export function layersOf(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodPipe) return [schema, ...layersOf(schema.out)];
  return isWrapper(schema) ? [schema, ...layersOf(schema.unwrap())] : [schema];
}

const WRAPPERS = [z.ZodOptional, z.ZodNonOptional, z.ZodReadonly, z.ZodDefault] as const;

function isWrapper(schema: unknown): schema is InstanceType<(typeof WRAPPERS)[number]> {
  return WRAPPERS.some((wrapper) => schema instanceof wrapper);
}

function markOf(schema: z.core.$ZodType): MarkedField["mark"] | undefined {
  const mark = z.globalRegistry.get(schema)?.markup;
  return mark === "inline" || mark === "blocks" || mark === "picture" ? mark : undefined;
}

/** The value of a name in data that may be anything. */
export function ownValue(data: unknown, name: string): unknown {
  return typeof data === "object" && data !== null && Object.hasOwn(data, name)
    ? (Reflect.get(data, name) as unknown)
    : undefined;
}
