/**
 * The `publication` stage. Input: a project's folders and its theme. Output: a `Publication` that is
 * known to be whole, or a `ContentError` with all that is wrong, at once. It renders nothing.
 */
import type { StyleFolder } from "../design/styles/style-folder.ts";
import type { ProjectFolders } from "../project/folders.ts";
import type { Theme } from "../theme/theme.ts";
import { CHAPTER_KIND, type ChapterFields } from "./chapter-schema.ts";
import { listContent } from "./content-folder.ts";
import { crossFaults } from "./cross-faults.ts";
import { ContentError } from "./fault.ts";
import { fieldLines } from "./field-lines.ts";
import { fileKinds, type FileKind } from "./file-kinds.ts";
import { PAGE_IDS } from "./page-ids.ts";
import type { BlockContent, Chapter, Publication } from "./publication.ts";
import { readContent, type AnyFields, type ReadContent } from "./read-content.ts";
import { readPublicationFile } from "./read-publication-file.ts";
import { publicationSchema } from "./schema.ts";
import { placeOf } from "./sequence.ts";

export interface LoadSettings {
  readonly theme: Theme;
  /** In which the style sheets of editions are looked for. */
  readonly styles: StyleFolder;
  /** Names of all themes. */
  readonly themeNames: readonly string[];
}

/** A file that is right in itself. */
type RightContent = ReadContent & { readonly fields: AnyFields; readonly kind: FileKind };

function isRight(content: ReadContent): content is RightContent {
  return content.fields !== undefined && content.kind !== undefined;
}

function inOrder(contents: readonly RightContent[]): readonly RightContent[] {
  return contents.toSorted((a, b) => (placeOf(a) ?? 0) - (placeOf(b) ?? 0));
}

/** A file's fields beside its text. */
function assemble(
  { kind, entry, file, body, bodyLine, fields, raw }: RightContent,
  publicationLang: string,
): BlockContent {
  const lang = typeof fields.lang === "string" ? fields.lang : undefined;
  return {
    ...{ kind: kind.name, slug: entry.slug, file, body, bodyLine, fields },
    lang: lang === publicationLang ? undefined : lang,
    fieldLines: fieldLines(kind.schema, raw),
  };
}

function isChapter({ kind }: RightContent): boolean {
  return kind.place.kind === "chapter";
}

/** The chapter that a file belongs at the end of. */
function ownerOf({ kind, fields }: RightContent): unknown {
  return kind.place.kind === "chapter" ? undefined : fields[kind.place.owner];
}

function asChapter(content: RightContent, all: readonly RightContent[], lang: string): Chapter {
  const { fields, ...text } = assemble(content, lang);
  const after = all
    .filter((other) => ownerOf(other) === content.entry.slug)
    .map((other) => assemble(other, lang));
  return isPlainChapter(content)
    ? { ...text, kind: CHAPTER_KIND, fields: content.fields, after }
    : { ...text, fields, after };
}

/** The schema of its kind has passed the fields. */
function isPlainChapter(
  content: RightContent,
): content is RightContent & { readonly fields: ChapterFields & AnyFields } {
  return content.kind.name === CHAPTER_KIND;
}

/**
 * Reads and validates the content, files side by side. Only readable text in UTF-8 inside the
 * content folder is read; links that leave it are faults.
 * @throws ContentError with every fault, in the order of files and lines.
 */
export async function loadPublication(
  folder: ProjectFolders,
  { theme, styles, themeNames }: LoadSettings,
): Promise<Publication> {
  const kinds = fileKinds(theme);
  const listing = await listContent(folder, [...kinds.byFolder.keys()]);
  const [publication, contents] = await Promise.all([
    readPublicationFile(folder, { styles, themeNames }),
    Promise.all(listing.entries.map((entry) => readContent(folder, entry, { kinds, theme }))),
  ]);
  const faults = [
    ...listing.faults,
    ...publication.faults,
    ...contents.flatMap((content) => content.faults),
    ...crossFaults(publication, contents, new Set([...PAGE_IDS, ...theme.pageIds])),
  ];
  if (faults.length > 0 || publication.fields === undefined) throw new ContentError(faults);

  const { language: lang, ...metadata } = publication.fields;
  const ordered = inOrder(contents.filter(isRight));
  const chapters = ordered.filter(isChapter).map((content) => asChapter(content, ordered, lang));
  const source = {
    file: publication.file,
    fieldLines: fieldLines(publicationSchema, publication.raw),
  };
  return { ...metadata, lang, chapters, source };
}
