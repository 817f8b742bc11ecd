/**
 * What the files of a publication say of each other. Input: all files as read, right or wrong by
 * themselves. Output: faults of names used twice, places taken twice and owners that do not exist.
 * It reads no file.
 */
import { PUBLICATION_FILE } from "./content-folder.ts";
import { quoteValue, type Fault } from "./fault.ts";
import type { FieldPath, YamlFields } from "./front-matter.ts";
import { nearestName } from "./nearest-name.ts";
import { rawValue, type ReadContent, type ReadFile } from "./read-content.ts";
import { DEFAULT_SUFFIXES } from "./schema.ts";
import { placeOf } from "./sequence.ts";

type Wording = Pick<Fault, "message" | "expected" | "hint">;

/** Pairs each item with the first that has the same key, where that is another. */
function repetitions<T>(
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

function fieldFault(file: string, raw: YamlFields, path: FieldPath, wording: Wording): Fault {
  return { file, line: raw.lineOf(path), field: path.map(String).join("."), ...wording };
}

function slugFaults(contents: readonly ReadContent[]): readonly Fault[] {
  return repetitions(contents, ({ entry }) => entry.slug).map(({ item, first, key }) => ({
    file: item.file,
    message: `the slug ${quoteValue(String(key))} is also that of ${first.file}`,
    expected: "a file name used once in the publication: links lead to it",
    hint: "rename one of the two files",
  }));
}

/** Links to a file lead to its id, so that no two things of a page may have the same. */
function pageIdFaults(
  contents: readonly ReadContent[],
  pageIds: ReadonlySet<string>,
): readonly Fault[] {
  const owners = new Map<string, string>(
    contents.flatMap(({ kind, entry, file }) =>
      (kind?.idEndings ?? []).map((ending) => [`${entry.slug}-${ending}`, file]),
    ),
  );
  return contents.flatMap(({ entry: { slug }, file }) => {
    const owner = owners.get(slug);
    if (!pageIds.has(slug) && owner === undefined) return [];
    const of = owner === undefined ? "" : ` for ${owner}`;
    return [
      {
        file,
        message: `the page itself has a place of this name${of}: ${quoteValue(slug)}`,
        expected: "a file name that is no id of the page: links lead to it",
        hint: "rename the file",
      },
    ];
  });
}

/** Without a place of its own a file would come by its name, and move when it is renamed. */
function placeFaults(contents: readonly ReadContent[]): readonly Fault[] {
  return contents.flatMap((content) => {
    const { raw, file } = content;
    if (raw === undefined || placeOf(content) !== undefined) return [];
    // An order that is no number is a fault of the field already.
    if (rawValue(raw, "order") !== undefined) return [];
    return [
      fieldFault(file, raw, ["order"], {
        message: "is missing",
        expected: "a whole number, which places the file among its neighbours, such as 10",
        hint: "add a line `order: 10`, or begin the file's name with a number, such as 010-",
      }),
    ];
  });
}

function orderFaults(neighbours: readonly ReadContent[]): readonly Fault[] {
  return repetitions(neighbours, placeOf).flatMap(({ item, first, key }) =>
    item.raw === undefined
      ? []
      : [
          fieldFault(item.file, item.raw, ["order"], {
            message: `${key} is also the order of ${first.file}`,
            expected: "a whole number that none of its neighbours has",
            hint: "give one of the two another number",
          }),
        ],
  );
}

/** What a file belongs at the end of: the field that says so, and the kind that it must be. */
function ownershipOf({
  kind,
  raw,
}: ReadContent):
  | { readonly field: string; readonly owner: string | undefined; readonly ownerKind: string }
  | undefined {
  if (kind === undefined || kind.place.kind === "chapter") return undefined;
  const { owner: field, ownerKind } = kind.place;
  const owner = rawValue(raw, field);
  return { field, ownerKind, owner: typeof owner === "string" ? owner.trim() : undefined };
}

function ownerFaults(contents: readonly ReadContent[]): readonly Fault[] {
  return contents.flatMap((content) => {
    const ownership = ownershipOf(content);
    // An empty owner is a fault of the field already.
    if (!ownership?.owner || content.raw === undefined) return [];
    const { field, owner, ownerKind } = ownership;
    const slugs = contents
      .filter(({ kind }) => kind?.name === ownerKind)
      .map(({ entry }) => entry.slug);
    if (slugs.includes(owner)) return [];
    const nearest = nearestName(owner, slugs);
    return [
      fieldFault(content.file, content.raw, [field], {
        message: `there is no ${ownerKind} ${quoteValue(owner)}`,
        expected: `the slug of a ${ownerKind}: ${slugs.join(", ") || "there is none yet"}`,
        hint:
          nearest === undefined
            ? `name one of these, or write the ${ownerKind}`
            : `did you mean \`${nearest}\`?`,
      }),
    ];
  });
}

function editionFaults({ file, raw }: ReadFile<unknown>): readonly Fault[] {
  const editions = rawValue(raw, "editions");
  if (raw === undefined || !Array.isArray(editions)) return [];
  const indexed = editions.map((_, index) => ({
    index,
    kind: rawValue(raw, "editions", String(index), "kind"),
    id: rawValue(raw, "editions", String(index), "id"),
    suffix: rawValue(raw, "editions", String(index), "suffix") ?? "",
  }));
  const asKey = (value: unknown): string | undefined =>
    typeof value === "string" ? value.trim() : undefined;
  const ofIds = repetitions(indexed, ({ id }) => asKey(id)).map(({ item, key }) =>
    fieldFault(file, raw, ["editions", item.index, "id"], {
      message: `there is another edition ${quoteValue(String(key))}`,
      expected: "an id that no other edition has",
      hint: "give one of the two another id",
    }),
  );
  const ofWeb = repetitions(indexed, ({ kind }) => (kind === "web" ? "web" : undefined)).map(
    ({ item }) =>
      fieldFault(file, raw, ["editions", item.index, "kind"], {
        message: "there is another web edition",
        expected: "one edition of this kind at most",
        hint: "remove one of the two",
      }),
  );
  const pdfs = indexed.filter(({ kind }) => kind === "pdf");
  const ofSuffixes = repetitions(pdfs, ({ suffix }) => asKey(suffix)).map(({ item, first }) =>
    fieldFault(file, raw, ["editions", item.index, "suffix"], {
      message: `this PDF would have the file name of editions.${first.index}`,
      expected: "a suffix that no other PDF has, such as large-print",
      hint: "add a `suffix`, which is put after the slug in the file's name",
    }),
  );
  return [...ofIds, ...ofWeb, ...ofSuffixes, ...pressFileFaults({ file, raw }, editions.length)];
}

/** A brochure and its booklet each have a suffix, given or by default, and lie in one folder. */
function pressFileFaults(
  { file, raw }: { readonly file: string; readonly raw: YamlFields },
  count: number,
): readonly Fault[] {
  const named = Array.from({ length: count }, (_, index) => ["editions", index] as const)
    .filter((path) => rawValue(raw, ...path.map(String), "kind") === "press")
    .flatMap((path) => {
      const at = (...steps: readonly string[]): unknown =>
        rawValue(raw, ...path.map(String), ...steps);
      const booklet = at("booklet");
      return [
        { path: [...path, "suffix"], suffix: at("suffix") ?? DEFAULT_SUFFIXES.press },
        ...(typeof booklet === "object" && booklet !== null
          ? [
              {
                path: [...path, "booklet", "suffix"],
                suffix: at("booklet", "suffix") ?? DEFAULT_SUFFIXES.booklet,
              },
            ]
          : []),
      ];
    });
  return repetitions(named, ({ suffix }) =>
    typeof suffix === "string" ? suffix.trim() : undefined,
  ).map(({ item, first }) =>
    fieldFault(file, raw, item.path, {
      message: `this PDF would have the file name of ${first.path.slice(0, -1).join(".")}`,
      expected: "a suffix that no other file for the press has, such as brochure-large",
      hint: "add a `suffix`, which is put after the slug in the file's name",
    }),
  );
}

/**
 * Gathers the faults between files. `contents` are in the order of their paths.
 * @param pageIds ids that pages have of their own.
 */
export function crossFaults(
  publication: ReadFile<unknown>,
  contents: readonly ReadContent[],
  pageIds: ReadonlySet<string>,
): readonly Fault[] {
  const chapters = contents.filter((content) => ownershipOf(content) === undefined);
  const byOwner = Map.groupBy(
    contents.filter((content) => ownershipOf(content) !== undefined),
    (content) => ownershipOf(content)?.owner,
  );
  const nothing: Fault = {
    file: publication.file,
    message: "the publication has no text",
    expected: "at least one chapter",
    hint: `write one beside ${PUBLICATION_FILE}, such as 010-introduction.md`,
  };
  return [
    ...(chapters.length === 0 ? [nothing] : []),
    ...slugFaults(contents),
    ...pageIdFaults(contents, pageIds),
    ...placeFaults(contents),
    ...orderFaults(chapters),
    ...[...byOwner.values()].flatMap(orderFaults),
    ...ownerFaults(contents),
    ...editionFaults(publication),
  ];
}
