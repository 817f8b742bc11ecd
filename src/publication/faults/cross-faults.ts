/**
 * What the files of a publication say of each other. Input: all files as read, right or wrong by
 * themselves. Output: faults of names used twice, places taken twice, parts without chapters, and owners
 * that do not exist. It reads no file.
 */
import { editionFaults } from "../../editions/edition-faults.ts";
import { readChapterList } from "./chapter-list-faults.ts";
import { PUBLICATION_FILE } from "../files/file-names.ts";
import { quoteValue, type Fault } from "./fault.ts";
import { fieldFault, rawValue, repetitions } from "./field-faults.ts";
import { allIds, blockIdFaults, type PageIds } from "./id-faults.ts";
import { deadLinkFaults } from "./link-faults.ts";
import { deadReferenceFaults } from "./reference-faults.ts";
import { indexFaults } from "./index-faults.ts";
import { numberedListFaults } from "./numbered-list-faults.ts";
import { nearestName } from "./nearest-name.ts";
import { translationFaults } from "./translation-faults.ts";
import type { ReadContent, ReadFile } from "../files/read-content.ts";
import { isChapter, placeOf } from "../sequence.ts";

function slugFaults(contents: readonly ReadContent[]): readonly Fault[] {
  return repetitions(contents, ({ entry }) => entry.slug).map(({ item, first, key }) => ({
    file: item.file,
    message: `the slug ${quoteValue(String(key))} is also that of ${first.file}`,
    expected: "a file name used once in the publication: links lead to it",
    hint:
      item.entry.isPart || first.entry.isPart
        ? "rename one of the two: a part has the name of its folder"
        : "rename one of the two files",
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
  return contents.flatMap(({ entry: { slug, isPart }, file }) => {
    const owner = owners.get(slug);
    if (!pageIds.has(slug) && owner === undefined) return [];
    const of = owner === undefined ? "" : ` for ${owner}`;
    return [
      {
        file,
        message: `the page itself has a place of this name${of}: ${quoteValue(slug)}`,
        expected: `a ${isPart ? "folder" : "file"} name that is no id of the page: links lead to it`,
        hint: `rename the ${isPart ? "folder" : "file"}`,
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
    const named = content.entry.isPart ? "folder" : "file";
    return [
      fieldFault(file, raw, ["order"], {
        message: "is missing",
        expected: `a whole number, which places the ${named} among its neighbours, such as 10`,
        hint: `add a line \`order: 10\`, or begin the ${named}'s name with a number, such as 010-`,
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
  if (kind?.place.kind !== "end-of-chapter") return undefined;
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

function partFaults(contents: readonly ReadContent[]): readonly Fault[] {
  const withChapters = new Set(contents.filter(isChapter).map(({ entry }) => entry.part));
  return contents
    .filter(({ entry }) => entry.isPart && !withChapters.has(entry.folder))
    .map(({ file, entry }) => ({
      file,
      message: "this part has no chapters",
      expected: "at least one chapter in the folder of the part",
      hint: `write one beside it, such as ${entry.folder ?? ""}/010-the-boat.md, or remove the file`,
    }));
}

/** Those that are placed among each other by a number. */
function neighbourhoods(contents: readonly ReadContent[]): readonly (readonly ReadContent[])[] {
  const sequences = Map.groupBy(
    contents.filter((content) => ownershipOf(content) === undefined),
    ({ entry }) => entry.part,
  );
  const ends = Map.groupBy(
    contents.filter((content) => ownershipOf(content) !== undefined),
    (content) => ownershipOf(content)?.owner,
  );
  return [...sequences.values(), ...ends.values()];
}

/**
 * Gathers the faults between files. `contents` are in the order of their paths.
 */
export function crossFaults(
  publication: ReadFile<unknown>,
  contents: readonly ReadContent[],
  pageIds: PageIds,
): readonly Fault[] {
  const chapters = contents.filter(isChapter);
  const list = readChapterList(publication, contents);
  const byNumber = contents.filter(
    (content) => ownershipOf(content) !== undefined || !list.places(content),
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
    ...pageIdFaults(contents, pageIds.ofPages),
    ...blockIdFaults(contents, pageIds),
    ...deadLinkFaults(
      [publication, ...contents].flatMap(({ links }) => links),
      contents,
      allIds(contents, pageIds),
    ),
    ...deadReferenceFaults(contents),
    ...indexFaults(contents),
    ...numberedListFaults(contents),
    ...partFaults(contents),
    ...list.faults,
    ...placeFaults(byNumber),
    ...neighbourhoods(byNumber).flatMap(orderFaults),
    ...ownerFaults(contents),
    ...translationFaults(publication),
    ...editionFaults(
      publication,
      contents
        .filter((content) => content.entry.isPart || isChapter(content))
        .map(({ entry }) => entry.slug),
    ),
  ];
}
