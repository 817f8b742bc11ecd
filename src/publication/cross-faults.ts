/**
 * What the files of a publication say of each other. Input: all files as read, right or wrong by
 * themselves. Output: faults of names used twice, places taken twice and owners that do not exist.
 * It reads no file.
 */
import { editionFaults } from "../editions/edition-faults.ts";
import { PUBLICATION_FILE } from "./content-folder.ts";
import { quoteValue, type Fault } from "./fault.ts";
import { fieldFault, rawValue, repetitions } from "./field-faults.ts";
import { nearestName } from "./nearest-name.ts";
import { innerIds, PAGE_IDS } from "./page-ids.ts";
import type { ReadContent, ReadFile } from "./read-content.ts";

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
    ...editionFaults(
      publication,
      parts.map(({ slug }) => slug),
    ),
  ];
}
