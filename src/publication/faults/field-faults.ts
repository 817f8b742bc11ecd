/**
 * What finders of faults between fields and files share: a field as it was written, items with the
 * same key, and a fault at a field. Pure.
 */
import type { Fault } from "./fault.ts";
import type { FieldPath, YamlFields } from "../files/front-matter.ts";
import { ownValue } from "../fields/marked-fields.ts";

export type Wording = Pick<Fault, "message" | "expected" | "hint">;

/** Pairs each item with the first that has the same key, where that is another. */
export function repetitions<T>(
  items: readonly T[],
  keyOf: (item: T) => string | number | undefined,
): readonly { readonly item: T; readonly first: T; readonly key: string | number }[] {
  const firsts = new Map<string | number, T>();
  return items.flatMap((item) => {
    const key = keyOf(item);
    if (key === undefined) return [];
    const first = firsts.get(key);
    if (first !== undefined) return [{ item, first, key }];
    firsts.set(key, item);
    return [];
  });
}

export function fieldFault(
  file: string,
  raw: YamlFields,
  path: FieldPath,
  wording: Wording,
): Fault {
  return { file, line: raw.lineOf(path), field: path.map(String).join("."), ...wording };
}

/** The value of a field in data that may be anything. */
export function rawValue(raw: YamlFields | undefined, ...steps: readonly string[]): unknown {
  return steps.reduce<unknown>(ownValue, raw?.data);
}
