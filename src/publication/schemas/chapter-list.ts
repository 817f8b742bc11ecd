/**
 * `chapters` in publication.yaml: the order of chapters and parts as a list. Input: the list, right or
 * wrong; output: its schema, the names in it, and the place that it gives to each. What is wrong with
 * it is for `chapter-list-faults.ts`.
 */
import { z } from "zod";
import type { ContentEntry } from "../files/content-folder.ts";
import { ownValue } from "../fields/marked-fields.ts";
import { documented, plainText } from "../fields/fields.ts";
import type { FieldPath } from "../files/front-matter.ts";

const partInOrder = z
  .strictObject({
    part: documented(plainText, "the folder of the part, in the content folder", "first-years"),
    chapters: documented(
      z
        .array(documented(plainText, "the name of a file in the part's folder", "the-boat.md"))
        .min(1)
        .readonly(),
      "a list of all chapters of the part, each by the name of its file",
      "[the-boat.md, the-second-room.md]",
    ),
  })
  .readonly();

export const chapterList = documented(
  z
    .array(
      documented(
        z.union([plainText, partInOrder]),
        "a chapter by its path in the content folder, or a part by its folder",
        "010-preface.md",
      ),
    )
    .min(1)
    .readonly(),
  "a list of all chapters and parts, in the order in which they are read. Each is a path in the content folder; `{ part: first-years, chapters: [the-boat.md] }` gives an order to the chapters of a part too. Where the list is left out, `order` or a number before the name places each.",
  "[010-preface.md, first-years]",
);

export type ChapterList = z.infer<typeof chapterList>;

/** A name in the list. */
export interface ListedName {
  /** As the author wrote it, without a / at its end. */
  readonly written: string;
  /** What it names, as `listedAs` has it. */
  readonly key: string;
  /** The folder of the part whose chapters are listed here; undefined in the list itself. */
  readonly part: string | undefined;
  /** It is a part, whose chapters are listed below it. */
  readonly hasChapters: boolean;
  readonly field: FieldPath;
}

/** By what a list names a file: a part by its folder, a chapter by its path in the content folder. */
export function listedAs({ isPart, folder, path }: ContentEntry): string {
  return isPart && folder !== undefined ? folder : path;
}

/** The names in a list, in their order. What is no name is passed over: the schema says so. */
export function namesIn(list: unknown): readonly ListedName[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown, index): readonly ListedName[] => {
    const field = ["chapters", index];
    if (typeof item === "string") return nameOf(item, { field });
    const part = ownValue(item, "part");
    const chapters = ownValue(item, "chapters");
    if (typeof part !== "string") return [];
    const hasChapters = Array.isArray(chapters);
    const named = nameOf(part, { field: [...field, "part"], hasChapters });
    if (!hasChapters) return named;
    const below = chapters.flatMap((chapter: unknown, at) =>
      typeof chapter === "string"
        ? nameOf(chapter, { field: [...field, "chapters", at], part: named[0]?.key })
        : [],
    );
    return [...named, ...below];
  });
}

function nameOf(
  text: string,
  { field, part, hasChapters = false }: Pick<ListedName, "field"> & Partial<ListedName>,
): readonly ListedName[] {
  const written = text.trim().replace(/\/$/u, "");
  if (written === "") return [];
  const key = part === undefined ? written : `${part}/${written}`;
  return [{ written, key, part, hasChapters, field }];
}

/** The places of what a list names, by `listedAs`. */
export function listedPlaces(list: ChapterList | undefined): ReadonlyMap<string, number> {
  return new Map(namesIn(list).map(({ key }, index) => [key, index]));
}
