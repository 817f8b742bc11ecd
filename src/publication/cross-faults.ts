/**
 * What the files of a publication say of each other. Input: all files as read, right or wrong by
 * themselves. Output: faults of names used twice, places taken twice and owners that do not exist.
 * It reads no file.
 */
import { PUBLICATION_FILE } from "./content-folder.ts";
import { quoteValue, type Fault } from "./fault.ts";
import type { FieldPath, YamlFields } from "./front-matter.ts";
import { nearestName } from "./nearest-name.ts";
import { innerIds, PAGE_IDS } from "./page-ids.ts";
import { rawValue, type ReadContent, type ReadFile } from "./read-content.ts";
import { DEFAULT_SUFFIXES } from "../editions/press/options.ts";

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
  return repetitions(contents, ({ slug }) => slug).map(({ item, first, key }) => ({
    file: item.file,
    message: `the slug ${quoteValue(String(key))} is also that of ${first.file}`,
    expected: "a file name used once in the publication: links lead to it",
    hint: "rename one of the two files",
  }));
}

/** Links to a part lead to its id, so that no two things of a page may have the same. */
function pageIdFaults(contents: readonly ReadContent[]): readonly Fault[] {
  const owners = new Map<string, string>(
    contents.flatMap(({ kind, slug, file }) => innerIds(kind, slug).map((id) => [id, file])),
  );
  return contents.flatMap(({ slug, file }) => {
    const owner = owners.get(slug);
    if (!PAGE_IDS.has(slug) && owner === undefined) return [];
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

function orderOf({ raw }: ReadContent): number | undefined {
  const order = rawValue(raw, "order");
  return typeof order === "number" ? order : undefined;
}

function orderFaults(neighbours: readonly ReadContent[]): readonly Fault[] {
  return repetitions(neighbours, orderOf).flatMap(({ item, first, key }) =>
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

function ownerOf({ raw }: ReadContent): string | undefined {
  const owner = rawValue(raw, "with");
  return typeof owner === "string" ? owner.trim() : undefined;
}

function ownerFaults(
  figures: readonly ReadContent[],
  testimonialSlugs: readonly string[],
): readonly Fault[] {
  return figures.flatMap((figure) => {
    const owner = ownerOf(figure);
    // An empty owner is a fault of the field already.
    if (!owner || figure.raw === undefined || testimonialSlugs.includes(owner)) return [];
    const nearest = nearestName(owner, testimonialSlugs);
    return [
      fieldFault(figure.file, figure.raw, ["with"], {
        message: `there is no testimonial ${quoteValue(owner)}`,
        expected: `the slug of a testimonial: ${testimonialSlugs.join(", ") || "there is none yet"}`,
        hint:
          nearest === undefined
            ? "name one of these, or write the testimonial"
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

/** Gathers the faults between files. `contents` are in the order of their paths. */
export function crossFaults(
  publication: ReadFile<unknown>,
  contents: readonly ReadContent[],
): readonly Fault[] {
  const figures = contents.filter(({ kind }) => kind === "figure");
  const parts = contents.filter(({ kind }) => kind !== "figure");
  const testimonialSlugs = contents
    .filter(({ kind }) => kind === "testimonial")
    .map(({ slug }) => slug);
  const figuresByOwner = [...Map.groupBy(figures, ownerOf).values()];
  const nothing: Fault = {
    file: publication.file,
    message: "the publication has no text",
    expected: "at least one testimonial, callout or section",
    hint: `write one beside ${PUBLICATION_FILE}, such as sections/introduction.md`,
  };
  return [
    ...(parts.length === 0 ? [nothing] : []),
    ...slugFaults(contents),
    ...pageIdFaults(contents),
    ...orderFaults(parts),
    ...figuresByOwner.flatMap(orderFaults),
    ...ownerFaults(figures, testimonialSlugs),
    ...editionFaults(publication),
  ];
}
