/**
 * The fields of a new file. Input: what it is, its title, and what its author says; output: fields that
 * its schema takes, with three dots for the words that only the author knows.
 */
import { parse } from "yaml";
import { z } from "zod";
import { PublicationError } from "../errors.ts";
import { quoteValue } from "../publication/faults/fault.ts";
import { nearestName } from "../publication/faults/nearest-name.ts";
import type { FileKind } from "../publication/files/file-kinds.ts";
import type { FileHead } from "./file-heads.ts";

export interface NewFields {
  readonly fields: Readonly<Record<string, unknown>>;
  /** Those that have three dots for a value, and what each is for. */
  readonly toFillIn: Readonly<Record<string, string>>;
}

const TO_FILL_IN = "…";

/**
 * @param given other fields than the title, as YAML has their values.
 * @throws PublicationError `title-empty`, `field-unknown`, `field-wrong`, `owner-unknown`.
 */
export function newFields(
  kind: FileKind,
  title: string,
  given: ReadonlyMap<string, string>,
  heads: readonly FileHead[],
): NewFields {
  if (title.trim() === "") {
    throw new PublicationError("title-empty", "the title has no text", { hint: "give it some" });
  }
  const titleField = titleOf(kind);
  const fields: Record<string, unknown> = { [titleField]: checked(kind, titleField, title.trim()) };
  const toFillIn: Record<string, string> = {};
  for (const [name, text] of given) fields[name] = valueOf(kind, name, text);
  for (const [name, schema] of Object.entries(shapeOf(kind))) {
    if (Object.hasOwn(fields, name) || !isRequired(schema)) continue;
    const { place } = kind;
    if (place.kind === "end-of-chapter" && name === place.owner) {
      fields[name] = onlyOwner(place.ownerKind, name, heads);
      continue;
    }
    fields[name] = checked(kind, name, TO_FILL_IN);
    toFillIn[name] = descriptionOf(kind, name);
  }
  return { fields, toFillIn };
}

/** The field that a file is called by: its title, or the first that has to be there. */
function titleOf(kind: FileKind): string {
  const { place } = kind;
  if (place.kind === "chapter") return place.title;
  if (place.kind === "part") return "title";
  const first = Object.entries(shapeOf(kind)).find(
    ([name, schema]) => name !== place.owner && isRequired(schema),
  );
  return first?.[0] ?? place.owner;
}

function shapeOf({ schema }: FileKind): Readonly<Record<string, z.core.$ZodType>> {
  return schema.shape;
}

function isRequired(schema: z.core.$ZodType): boolean {
  return !z.safeParse(schema, undefined).success;
}

/** As YAML reads it where that is right, and as the text that it is otherwise. */
function valueOf(kind: FileKind, name: string, text: string): unknown {
  const shape = shapeOf(kind);
  const names = Object.keys(shape);
  const schema = shape[name];
  if (schema === undefined) {
    const nearest = nearestName(name, names);
    const hint =
      nearest === undefined ? `take one of ${names.join(", ")}` : `did you mean ${nearest}?`;
    const message = `a ${kind.name} has no field ${quoteValue(name)}`;
    throw new PublicationError("field-unknown", message, { hint });
  }
  const read = yamlValue(text);
  return z.safeParse(schema, read).success ? read : checked(kind, name, text);
}

function yamlValue(text: string): unknown {
  try {
    return parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function checked(kind: FileKind, name: string, value: string): string {
  const schema = shapeOf(kind)[name];
  if (schema !== undefined && z.safeParse(schema, value).success) return value;
  const message = `the field \`${name}\` of a ${kind.name} cannot be ${quoteValue(value)}`;
  throw new PublicationError("field-wrong", message, {
    hint: `give it with --set ${name}=VALUE: ${descriptionOf(kind, name)}`,
  });
}

function descriptionOf(kind: FileKind, name: string): string {
  const field = shapeOf(kind)[name];
  return (field && z.globalRegistry.get(field)?.description) ?? "";
}

/** The chapter that a file belongs to, where there is but one that it can. */
function onlyOwner(ownerKind: string, field: string, heads: readonly FileHead[]): string {
  const owners = heads.filter(({ kind }) => kind === ownerKind).map(({ slug }) => slug);
  const [only, another] = owners;
  if (only !== undefined && another === undefined) return only;
  throw new PublicationError("owner-unknown", `which ${ownerKind} it belongs to is not said`, {
    hint:
      only === undefined
        ? `there is none yet: make one with \`imprimatur new ${ownerKind} "NAME"\``
        : `add --set ${field}=SLUG with one of ${owners.join(", ")}`,
  });
}
