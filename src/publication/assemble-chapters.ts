/**
 * The chapters of a publication, of files that are all right. Input: the files, the list of chapters if
 * there is one, the publication's language, and where links lead. Output: chapters in the order of reading, each with the
 * part that it is in and with what belongs at its end.
 */
import { CHAPTER_KIND, type ChapterFields, type PartFields } from "./schemas/chapter-schema.ts";
import { listedAs, listedPlaces, type ChapterList } from "./schemas/chapter-list.ts";
import { fieldLines } from "./fields/field-lines.ts";
import type { FileKind } from "./files/file-kinds.ts";
import type { BlockContent, Chapter, ContentFile, FileLinks, Part } from "./publication.ts";
import type { AnyFields, ReadContent } from "./files/read-content.ts";
import { isChapter, placeOf } from "./sequence.ts";

/** A file that is right in itself. */
type RightContent = ReadContent & { readonly fields: AnyFields; readonly kind: FileKind };

function isRight(content: ReadContent): content is RightContent {
  return content.fields !== undefined && content.kind !== undefined;
}

/** What texts are made of beside their own files. */
export interface Around {
  /** The publication's language. */
  readonly lang: string;
  /** By file. */
  readonly links: ReadonlyMap<string, FileLinks>;
}

export function assembleChapters(
  contents: readonly ReadContent[],
  list: ChapterList | undefined,
  around: Around,
): readonly Chapter[] {
  const ordered = inOrder(contents.filter(isRight), list);
  const parts = partsAmong(ordered, around);
  const byPart = Map.groupBy(ordered.filter(isChapter), ({ entry }) => entry.part);
  const outside = new Set(byPart.get(undefined));
  const inSequence = ordered.flatMap((content) => {
    if (isPart(content)) return byPart.get(content.entry.folder) ?? [];
    return outside.has(content) ? [content] : [];
  });
  return inSequence.map((content) =>
    asChapter(content, { ordered, around, part: parts.get(content.entry.part) }),
  );
}

function inOrder(
  contents: readonly RightContent[],
  list: ChapterList | undefined,
): readonly RightContent[] {
  const listed = listedPlaces(list);
  const place = (content: RightContent): number =>
    listed.get(listedAs(content.entry)) ?? placeOf(content) ?? 0;
  return contents.toSorted((a, b) => place(a) - place(b));
}

/** The parts by their folders, numbered as they come. */
function partsAmong(
  ordered: readonly RightContent[],
  around: Around,
): ReadonlyMap<string | undefined, Part> {
  return new Map(
    ordered
      .filter(isPart)
      .map((content, index) => [
        content.entry.folder,
        { ...textOf(content, around), fields: content.fields, number: index + 1 },
      ]),
  );
}

/** The schema of parts has passed the fields. */
function isPart(
  content: RightContent,
): content is RightContent & { readonly fields: PartFields & AnyFields } {
  return content.kind.place.kind === "part";
}

/** The schema of its kind has passed the fields. */
function isPlainChapter(
  content: RightContent,
): content is RightContent & { readonly fields: ChapterFields & AnyFields } {
  return content.kind.name === CHAPTER_KIND;
}

function asChapter(
  content: RightContent,
  {
    ordered,
    around,
    part,
  }: {
    readonly ordered: readonly RightContent[];
    readonly around: Around;
    readonly part: Part | undefined;
  },
): Chapter {
  const text = { ...textOf(content, around), ...(part !== undefined && { part }) };
  const after = ordered
    .filter((other) => ownerOf(other) === content.entry.slug)
    .map((other) => asBlock(other, around));
  return isPlainChapter(content)
    ? { ...text, kind: CHAPTER_KIND, fields: content.fields, after }
    : { ...text, kind: content.kind.name, fields: content.fields, after };
}

/** The chapter that a file belongs at the end of. */
function ownerOf({ kind, fields }: RightContent): unknown {
  return kind.place.kind === "end-of-chapter" ? fields[kind.place.owner] : undefined;
}

function asBlock(content: RightContent, around: Around): BlockContent {
  return { ...textOf(content, around), kind: content.kind.name, fields: content.fields };
}

/** A file beside its fields. */
function textOf(
  { kind, entry, file, body, bodyLine, fields, raw }: RightContent,
  { lang: publicationLang, links }: Around,
): ContentFile {
  const lang = typeof fields.lang === "string" ? fields.lang : undefined;
  return {
    ...{ slug: entry.slug, file, body, bodyLine },
    lang: lang === publicationLang ? undefined : lang,
    fieldLines: fieldLines(kind.schema, raw),
    links: links.get(file),
  };
}
