/**
 * What the editions of a publication say of each other, and of its chapters. Input: publication.yaml
 * as it was read, right or wrong, and the slugs of chapters and parts; output: faults of ids used twice,
 * of a kind that may be there once, of files that would have the same name, and of chapters and parts
 * that do not exist. It reads no file.
 */
import { quoteValue, type Fault } from "../publication/faults/fault.ts";
import { fieldFault, rawValue, repetitions } from "../publication/faults/field-faults.ts";
import type { YamlFields } from "../publication/files/front-matter.ts";
import { nearestName } from "../publication/faults/nearest-name.ts";
import { isKind, KINDS, type EditionKind } from "./kinds.ts";
import type { ReadOption } from "./kind.ts";

/** An entry of `editions`. */
interface Entry {
  readonly index: number;
  /** Undefined where the entry names no kind that there is. */
  readonly kind: EditionKind | undefined;
  readonly option: ReadOption;
}

export interface ReadPublication {
  readonly file: string;
  /** Undefined where it is no YAML. */
  readonly raw?: YamlFields;
}

export function editionFaults(
  { file, raw }: ReadPublication,
  partSlugs: readonly string[],
): readonly Fault[] {
  if (raw === undefined) return [];
  const entries = entriesOf(raw);
  return [
    ...repeatedIds(entries, file, raw),
    ...repeatedKinds(entries, file, raw),
    ...repeatedFiles(entries, file, raw),
    ...entries.flatMap((entry) => unknownParts(entry, partSlugs, file, raw)),
  ];
}

function entriesOf(raw: YamlFields): readonly Entry[] {
  const editions = rawValue(raw, "editions");
  if (!Array.isArray(editions)) return [];
  return editions.map((_, index) => {
    const option: ReadOption = (...path) => rawValue(raw, "editions", String(index), ...path);
    const kind = option("kind");
    return { index, option, kind: isKind(kind) ? kind : undefined };
  });
}

function repeatedIds(entries: readonly Entry[], file: string, raw: YamlFields): readonly Fault[] {
  const idOf = ({ option }: Entry): string | undefined => {
    const id = option("id");
    return typeof id === "string" ? id.trim() : undefined;
  };
  return repetitions(entries, idOf).map(({ item, key }) =>
    fieldFault(file, raw, ["editions", item.index, "id"], {
      message: `there is another edition ${quoteValue(String(key))}`,
      expected: "an id that no other edition has",
      hint: "give one of the two another id",
    }),
  );
}

function repeatedKinds(entries: readonly Entry[], file: string, raw: YamlFields): readonly Fault[] {
  const single = ({ kind }: Entry): string | undefined =>
    kind !== undefined && KINDS[kind].isSingle ? kind : undefined;
  return repetitions(entries, single).map(({ item, key }) =>
    fieldFault(file, raw, ["editions", item.index, "kind"], {
      message: `there is another ${key} edition`,
      expected: "one edition of this kind at most",
      hint: "remove one of the two",
    }),
  );
}

function repeatedFiles(entries: readonly Entry[], file: string, raw: YamlFields): readonly Fault[] {
  const named = entries.flatMap(({ index, kind, option }) =>
    kind === undefined
      ? []
      : KINDS[kind].namedFiles(option).map(({ place, expected, option: path }) => ({
          place,
          expected,
          path: ["editions", index, ...path],
        })),
  );
  return repetitions(named, ({ place }) => place).map(({ item, first }) =>
    fieldFault(file, raw, item.path, {
      message: `this PDF would have the file name of ${first.path.slice(0, -1).join(".")}`,
      expected: item.expected,
      hint: "add a `suffix`, which is put after the slug in the file's name",
    }),
  );
}

function unknownParts(
  { index, option }: Entry,
  slugs: readonly string[],
  file: string,
  raw: YamlFields,
): readonly Fault[] {
  const parts = option("parts");
  if (!Array.isArray(parts)) return [];
  return parts.flatMap((part: unknown, at) => {
    const slug = typeof part === "string" ? part.trim() : "";
    // What is no text, or empty, is a fault of the field already.
    if (slug === "" || slugs.includes(slug)) return [];
    const nearest = nearestName(slug, slugs);
    return [
      fieldFault(file, raw, ["editions", index, "parts", at], {
        message: `there is no chapter or part ${quoteValue(slug)}`,
        expected: `the slug of a chapter or a part: ${slugs.join(", ") || "there is none yet"}`,
        hint:
          nearest === undefined
            ? "name one of these, or take the entry out of the list"
            : `did you mean \`${nearest}\`?`,
      }),
    ];
  });
}
