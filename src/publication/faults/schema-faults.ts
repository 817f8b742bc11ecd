/**
 * Fields against their schema. Input: a schema and the fields of one file. Output: the typed value,
 * or a fault for each thing that is wrong, worded from the schema's own documentation. It looks at
 * one file: what files say of each other is for `cross-faults.ts`.
 */
import { z } from "zod";
import { quoteValue, type Fault } from "./fault.ts";
import type { FieldPath, YamlFields } from "../files/front-matter.ts";
import { layersOf } from "../fields/marked-fields.ts";
import { nearestName } from "./nearest-name.ts";

type Issue = z.core.$ZodIssue;
type Wording = Pick<Fault, "message" | "expected" | "hint">;

interface Documentation {
  readonly description: string;
  readonly example: string;
  /** Names of the fields below, where the field is a group. */
  readonly names: readonly string[];
  /** The field is a number without decimals. */
  readonly isWhole: boolean;
}

function valueAt(data: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === "object" && value !== null
        ? (Reflect.get(value, step) as unknown)
        : undefined,
    data,
  );
}

/** The alternative that the data chose: by its discriminator, or by being a group of fields. */
function chosenOption(union: z.ZodUnion, data: unknown): z.core.$ZodType | undefined {
  if (!(union instanceof z.ZodDiscriminatedUnion)) {
    const inner = union.options.map((option) => layersOf(option).at(-1));
    return typeOf(data) === "object" && data !== null
      ? inner.find((option) => option instanceof z.ZodObject)
      : undefined;
  }
  const name = union.def.discriminator;
  const value = valueAt(data, [name]);
  return union.options.find(
    (option) => option instanceof z.ZodObject && z.safeParse(option.shape[name], value).success,
  );
}

function schemaBelow(
  schema: z.core.$ZodType | undefined,
  step: PropertyKey,
): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodObject) {
    const shape: Readonly<Record<string, z.core.$ZodType>> = schema.shape;
    return shape[String(step)];
  }
  if (schema instanceof z.ZodArray) return schema.element;
  return undefined;
}

function documentationAt(schema: z.core.$ZodType, data: unknown, path: FieldPath): Documentation {
  const layers = layersOf(schema);
  const innermost = layers.at(-1);
  const inner =
    innermost instanceof z.ZodUnion ? (chosenOption(innermost, data) ?? innermost) : innermost;
  const [step, ...rest] = path;
  if (step !== undefined) {
    const below = schemaBelow(inner, step);
    if (below !== undefined) return documentationAt(below, valueAt(data, [step]), rest);
  }
  const meta = layers
    .map((layer) => z.globalRegistry.get(layer))
    .find((found) => found !== undefined);
  const examples: unknown = meta?.examples;
  const example: unknown = Array.isArray(examples) ? examples[0] : undefined;
  return {
    description: meta?.description ?? "a set of fields",
    example: typeof example === "string" ? example : "…",
    names: inner instanceof z.ZodObject ? Object.keys(inner.shape) : [],
    isWhole: inner instanceof z.ZodNumberFormat,
  };
}

function expectedWords({ description, example }: Documentation): string {
  const [firstSentence = description] = description.split(". ");
  return `${firstSentence.replace(/\.$/u, "")}, such as ${example}`;
}

const typeWords: Readonly<Partial<Record<string, string>>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  object: "a group of fields",
  array: "a list",
};

/** A value as an author would recognise it. */
function plainWords(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function typeOf(value: unknown): string {
  return Array.isArray(value) ? "array" : typeof value;
}

function wrongType(
  value: unknown,
  wanted: string,
  example: string,
): Pick<Wording, "message" | "hint"> {
  const given = typeOf(value);
  if (given === "number" && (wanted === "number" || wanted === "int")) {
    const message = wanted === "int" ? "is not a whole number from 0 up" : "is not a finite number";
    return { message, hint: `write it like ${example}` };
  }
  const message = `is ${given === "number" ? "a number" : (typeWords[given] ?? given)}, not ${typeWords[wanted] ?? wanted}`;
  if (wanted === "string" && (given === "number" || given === "boolean")) {
    return { message, hint: `put it between quotes: "${plainWords(value)}"` };
  }
  if (wanted === "string") {
    return {
      message,
      hint: "put the text between quotes, and indent nothing below it, if it is one text",
    };
  }
  if (given === "string" && wanted !== "array" && wanted !== "object") {
    return { message, hint: `write it without quotes: ${example}` };
  }
  return { message, hint: `write it like ${example}` };
}

function didYouMean(typed: string, names: readonly string[]): string | undefined {
  const nearest = nearestName(typed, names);
  return nearest === undefined ? undefined : `did you mean \`${nearest}\`?`;
}

function choiceWording(value: unknown, choices: readonly string[]): Wording {
  const expected = `one of ${choices.join(", ")}`;
  const message = `${quoteValue(plainWords(value))} is not one of the choices`;
  return { message, expected, hint: didYouMean(plainWords(value), choices) ?? `take ${expected}` };
}

function missingWording(path: FieldPath, documentation: Documentation, expected: string): Wording {
  const name = String(path.at(-1) ?? "");
  const group = path.length > 1 ? `, among the fields of ${path.slice(0, -1).join(".")}` : "";
  const hint = `add a line \`${name}: ${documentation.example}\`, with what is true here${group}`;
  return { message: "is missing", expected, hint };
}

function wordingOf(issue: Issue, schema: z.core.$ZodType, data: unknown): Wording {
  const value = valueAt(data, issue.path);
  const documentation = documentationAt(schema, data, issue.path);
  const expected = expectedWords(documentation);
  const { example } = documentation;
  const choices =
    issue.code === "invalid_value"
      ? issue.values.map(String)
      : issue.code === "invalid_union" && "options" in issue && Array.isArray(issue.options)
        ? issue.options.map(String)
        : undefined;
  if (value === undefined) {
    if (choices === undefined) return missingWording(issue.path, documentation, expected);
    const [firstChoice = "…"] = choices;
    const choice = { ...documentation, example: firstChoice };
    return missingWording(issue.path, choice, `one of ${choices.join(", ")}`);
  }
  const isEmptyText = typeof value === "string" && value.trim() === "";
  if (value === null || isEmptyText || (Array.isArray(value) && value.length === 0)) {
    const hint = `fill it in, or remove the line if the field may be left out`;
    return { message: "is empty", expected, hint };
  }
  if (choices !== undefined) return choiceWording(value, choices);
  if (issue.code === "invalid_union") return { ...noneOfThem(value, issue, example), expected };
  switch (issue.code) {
    case "invalid_type":
      return { ...wrongType(value, wantedType(issue.expected, documentation), example), expected };
    case "too_small":
      return documentation.isWhole
        ? { ...wrongType(value, "int", example), expected }
        : { message: `is less than ${issue.minimum}`, expected, hint: `write it like ${example}` };
    case "too_big":
      return { ...tooBig(issue), expected };
    default: {
      const hint: unknown = issue.code === "custom" ? issue.params?.hint : undefined;
      return {
        message: `${quoteValue(plainWords(value))} ${issue.message}`,
        expected,
        hint: typeof hint === "string" ? hint : `write it like ${documentation.example}`,
      };
    }
  }
}

/** The value is of none of the kinds that the field may be, as where it is a text or false. */
function noneOfThem(
  value: unknown,
  issue: z.core.$ZodIssueInvalidUnion,
  example: string,
): Pick<Wording, "message" | "hint"> {
  const kinds = issue.errors.flatMap(([first]) => {
    if (first?.code === "invalid_type") return [typeWords[first.expected] ?? first.expected];
    return first?.code === "invalid_value" ? first.values.map(String) : [];
  });
  const isPlain = ["number", "boolean"].includes(typeOf(value));
  const given = isPlain ? plainWords(value) : (typeWords[typeOf(value)] ?? typeOf(value));
  const message = `is ${given}, which is ${kinds.length === 2 ? "neither" : "none of"} ${kinds.join(" nor ")}`;
  return {
    message,
    hint:
      typeof value === "number"
        ? `put it between quotes: "${plainWords(value)}"`
        : `write it like ${example}`,
  };
}

/** Zod asks for a number first, and only then for a whole one. */
function wantedType(expected: string, { isWhole }: Documentation): string {
  return expected === "number" && isWhole ? "int" : expected;
}

function tooBig({ origin, maximum }: z.core.$ZodIssueTooBig): Pick<Wording, "message" | "hint"> {
  switch (origin) {
    case "array":
      return { message: `has more than ${maximum} entries`, hint: "leave some out" };
    case "string":
      return { message: `is longer than ${maximum} characters`, hint: "shorten it" };
    default:
      return { message: `is more than ${maximum}`, hint: "make it smaller" };
  }
}

function unknownNameWording(name: string, { names }: Documentation): Wording {
  return {
    message: `there is no field of this name`,
    expected: `one of ${names.join(", ")}`,
    hint: didYouMean(name, names) ?? "remove the line",
  };
}

/** Where the value is of one of the kinds that the field may be: what is wrong inside of it. */
function issuesInside(issue: Issue): readonly Issue[] {
  if (issue.code !== "invalid_union") return [];
  const isInside = ({ code, path }: Issue): boolean =>
    path.length > 0 || code === "unrecognized_keys";
  const meant = issue.errors.find((issues) => issues.every(isInside)) ?? [];
  return meant.map((each) => ({ ...each, path: [...issue.path, ...each.path] }));
}

function faultsOfIssue(
  issue: Issue,
  schema: z.core.$ZodType,
  fields: YamlFields,
  file: string,
): readonly Fault[] {
  const at = (path: FieldPath, wording: Wording): Fault => ({
    file,
    line: fields.lineOf(path),
    field: path.map(String).join("."),
    ...wording,
  });
  const inside = issuesInside(issue);
  if (inside.length > 0) return inside.flatMap((each) => faultsOfIssue(each, schema, fields, file));
  if (issue.code !== "unrecognized_keys") {
    return [at(issue.path, wordingOf(issue, schema, fields.data))];
  }
  const documentation = documentationAt(schema, fields.data, issue.path);
  return issue.keys.map((key) => at([...issue.path, key], unknownNameWording(key, documentation)));
}

export interface CheckedFields<T> {
  /** Absent where there are faults. */
  readonly value?: T;
  readonly faults: readonly Fault[];
}

/** Parses the fields of `file`, and gathers all that is wrong with them. */
export function checkFields<T>(
  schema: z.ZodType<T>,
  fields: YamlFields,
  file: string,
): CheckedFields<T> {
  const result = schema.safeParse(fields.data);
  if (result.success) return { value: result.data, faults: [] };
  const faults = result.error.issues.flatMap((issue) => faultsOfIssue(issue, schema, fields, file));
  return { faults };
}
