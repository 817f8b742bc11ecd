/**
 * The `publication` stage. Input: a project's folder. Output: a `Publication` that is known to be
 * whole, or a `ContentError` with all that is wrong, at once. It renders nothing.
 */
import type { ProjectFolders } from "../project/folders.ts";
import type { StyleFolder } from "../design/styles/style-folder.ts";
import { listContent } from "./content-folder.ts";
import { crossFaults } from "./cross-faults.ts";
import { ContentError } from "./fault.ts";
import type { KeyFigure, Part, Publication } from "./publication.ts";
import { readContentOf, readPublicationFile, type ReadContent } from "./read-content.ts";
import type { ContentKind, FieldsByKind } from "./schema.ts";

export interface LoadSettings {
  /** In which the style sheets of editions are looked for. */
  readonly styles: StyleFolder;
  /** Names of all themes. */
  readonly themeNames: readonly string[];
}

type InOrder<T> = T & { readonly order: number };

function byOrder<T>(items: readonly InOrder<T>[]): readonly InOrder<T>[] {
  return [...items].sort((a, b) => a.order - b.order);
}

/** Puts a file's fields beside its text; a file with faults, which has no fields, is left out. */
function assemble<K extends ContentKind>(
  contents: readonly ReadContent<K>[],
  publicationLang: string,
): readonly (Omit<FieldsByKind[K], "lang"> &
  Pick<ReadContent, "slug" | "file" | "body" | "bodyLine"> & {
    readonly kind: K;
    readonly lang: string | undefined;
  })[] {
  return contents.flatMap(({ kind, slug, file, body, bodyLine, fields }) => {
    if (fields === undefined) return [];
    const lang = fields.lang === publicationLang ? undefined : fields.lang;
    return [{ ...fields, kind, slug, file, body, bodyLine, lang }];
  });
}

/**
 * Reads and validates the content, files side by side. Only readable text in UTF-8 inside the
 * content folder is read; links that leave it are faults.
 * @throws ContentError with every fault, in the order of files and lines.
 */
export async function loadPublication(
  folder: ProjectFolders,
  { styles, themeNames }: LoadSettings,
): Promise<Publication> {
  const listing = await listContent(folder);
  const [publication, testimonials, callouts, sections, figures] = await Promise.all([
    readPublicationFile(folder, { styles, themeNames }),
    readContentOf(folder, "testimonial", listing.entries),
    readContentOf(folder, "callout", listing.entries),
    readContentOf(folder, "section", listing.entries),
    readContentOf(folder, "figure", listing.entries),
  ]);
  const contents = [...testimonials, ...callouts, ...sections, ...figures].sort((a, b) =>
    a.file < b.file ? -1 : 1,
  );
  const faults = [
    ...listing.faults,
    ...publication.faults,
    ...contents.flatMap((content) => content.faults),
    ...crossFaults(publication, contents),
  ];
  if (faults.length > 0 || publication.fields === undefined) throw new ContentError(faults);

  const { language: lang, ...metadata } = publication.fields;
  const keyFigures: readonly KeyFigure[] = byOrder(assemble(figures, lang));
  const parts: readonly Part[] = byOrder([
    ...assemble(testimonials, lang).map((testimonial) => ({
      ...testimonial,
      figures: keyFigures.filter((figure) => figure.with === testimonial.slug),
    })),
    ...assemble(callouts, lang),
    ...assemble(sections, lang),
  ]);
  return { ...metadata, lang, parts };
}
