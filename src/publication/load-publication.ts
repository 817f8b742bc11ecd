/**
 * The `publication` stage. Input: a project's folders and its theme. Output: a `Publication` that is
 * known to be whole, or a `ContentError` with all that is wrong, at once. It renders nothing.
 */
import type { StyleFolder } from "../design/styles/style-folder.ts";
import { ReadTableFiles } from "../markdown/tables/table-files.ts";
import type { ProjectFolders } from "../project/folders.ts";
import type { ThemeCatalogue } from "../theme/load-theme.ts";
import type { Theme } from "../theme/theme.ts";
import { assembleChapters } from "./assemble-chapters.ts";
import { citationFaults } from "./citations/citation-faults.ts";
import { citePublication } from "./citations/cite-publication.ts";
import { readCiting } from "./citations/read-citing.ts";
import { listContent } from "./files/content-folder.ts";
import { rawValue } from "./faults/field-faults.ts";
import { crossFaults } from "./faults/cross-faults.ts";
import { ContentError } from "./faults/fault.ts";
import { allIds } from "./faults/id-faults.ts";
import { fileLinks } from "./links/file-links.ts";
import { fieldLines } from "./fields/field-lines.ts";
import { fileKinds } from "./files/file-kinds.ts";
import { PAGE_IDS } from "./page-ids.ts";
import type { Publication } from "./publication.ts";
import { readContent } from "./files/read-content.ts";
import { readPublicationFile } from "./files/read-publication-file.ts";
import { publicationSchemaWith } from "./schemas/publication-schema.ts";

export interface LoadSettings {
  readonly theme: Theme;
  /** In which the style sheets of editions are looked for. */
  readonly styles: StyleFolder;
  /** All themes that a publication may name. */
  readonly themes: ThemeCatalogue;
}

/**
 * Reads and validates the content, files side by side. Only readable text in UTF-8 inside the
 * content folder is read; links that leave it are faults.
 * @throws ContentError with every fault, in the order of files and lines.
 */
export async function loadPublication(
  folder: ProjectFolders,
  { theme, styles, themes }: LoadSettings,
): Promise<Publication> {
  const kinds = fileKinds(theme);
  const listing = await listContent(folder, [...kinds.byFolder.keys()]);
  const publication = await readPublicationFile(folder, { styles, theme, themes });
  // Where other fields are wrong, texts are read all the same.
  const allowsHtml = rawValue(publication.raw, "html") === "allowed";
  const contents = await Promise.all(
    listing.entries.map((entry) =>
      readContent(folder, entry, { kinds, theme, themes, allowsHtml }),
    ),
  );
  const pageIds = {
    ofPages: new Set([...PAGE_IDS, ...theme.pageIds]),
    blocks: theme.blocks,
  };
  const citing = await readCiting(folder, publication);
  const faults = [
    ...listing.faults.filter(({ file }) => !citing.files.has(file)),
    ...publication.faults,
    ...contents.flatMap((content) => content.faults),
    ...crossFaults(publication, contents, pageIds),
    ...citing.faults,
    ...citationFaults(contents, citing),
  ];
  if (faults.length > 0 || publication.fields === undefined) throw new ContentError(faults);

  const { publication: said, themeFields } = publication.fields;
  const { language: lang, chapters: list, ...metadata } = said;
  const links = fileLinks(
    [publication, ...contents].flatMap((read) => read.links),
    { contents, ids: allIds(contents, pageIds).all },
  );
  const source = {
    links: links.get(publication.file),
    file: publication.file,
    fieldLines: fieldLines(publicationSchemaWith(theme.fields), publication.raw),
  };
  const chapters = assembleChapters(contents, list, { lang, links });
  const tableFiles = new ReadTableFiles(contents.flatMap(({ tables }) => tables));
  const citations = await citePublication(chapters, contents, citing, lang);
  return {
    ...metadata,
    lang,
    themeFields,
    chapters,
    tableFiles,
    source,
    ...(citations && { citations }),
  };
}
