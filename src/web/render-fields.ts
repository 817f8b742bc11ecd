/**
 * The fields of a file as components take them. Input: a schema, fields that it has passed, and how the
 * edition shows Markdown and pictures; output: the same fields, with elements where the schema says
 * that there is Markdown or a picture (the type `Rendered` of `src/theme/rendered.ts`).
 */
import type { ComponentChildren } from "preact";
import type { z } from "zod";
import { markedFields, ownValue, type MarkedField } from "../publication/fields/marked-fields.ts";
import type { PictureElement } from "./text/text-elements.ts";

export interface FieldRendering {
  /** @param path of the field. */
  readonly inline: (markdown: string, path: MarkedField["path"]) => ComponentChildren;
  readonly picture: (path: MarkedField["path"]) => PictureElement;
}

export function renderFields(
  schema: z.core.$ZodType,
  fields: unknown,
  rendering: FieldRendering,
): unknown {
  const marked = markedFields(schema, fields);
  return marked.reduce<unknown>(
    (all, field) => withValue(all, field.path, renderField(field, rendering)),
    fields,
  );
}

function renderField(
  { mark, value, path }: MarkedField,
  { inline, picture }: FieldRendering,
): unknown {
  if (mark === "picture") {
    const text = (name: string): string => {
      const own = ownValue(value, name);
      return typeof own === "string" ? own : "";
    };
    return { image: picture(path)(text("file"), text("alt")), credit: text("credit") };
  }
  return typeof value === "string" ? inline(value, path) : value;
}

/** The data with another value at a place; the rest is what it was. */
function withValue(data: unknown, [step, ...rest]: MarkedField["path"], value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(data)) {
    return data.map((item: unknown, index) =>
      index === step ? withValue(item, rest, value) : item,
    );
  }
  if (typeof data !== "object" || data === null) return data;
  const name = String(step);
  return { ...data, [name]: withValue(ownValue(data, name), rest, value) };
}
