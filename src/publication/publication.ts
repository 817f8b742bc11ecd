/**
 * The value that the `publication` stage returns and every other stage starts from: a publication
 * that is known to be whole. Types only.
 */
import type { PublicationCitations } from "../citations/publication-citations.ts";
import type { Edition } from "../editions/kinds.ts";
import type { TableFiles } from "../markdown/tables/table-files.ts";
import type { ChapterFields, PartFields } from "./schemas/chapter-schema.ts";
import type { PublicationFields } from "./schemas/publication-schema.ts";

export type { Edition, PagedEdition } from "../editions/kinds.ts";
export type { EditionJudging } from "../editions/paged/options.ts";
export type { PdfEdition } from "../editions/pdf/options.ts";
export type { PressEdition } from "../editions/press/options.ts";
export type { WebEdition } from "../editions/web/options.ts";
export type { Author, Contributor, Cover, Identifiers, Logo } from "./schemas/metadata-schema.ts";
export type { Translation } from "./schemas/translations-schema.ts";

/** Lines of a file on which fields stand, counted from 1, by their dotted paths, e.g. `photo.alt`. */
export type FieldLines = Readonly<Record<string, number>>;

/** Where links of a file lead, and what of it links lead to. */
export interface FileLinks {
  /** Addresses on pages, by those that are written otherwise: `accounts.md#notes` → `#accounts--notes`. */
  readonly addresses: ReadonlyMap<string, string>;
  /** Ids of headings that have none of their own, by their place among the headings of the text. */
  readonly headings: ReadonlyMap<number, string>;
}

/** A Markdown file: where it is, and its text. */
export interface ContentFile {
  /**
   * File name without the number before it and `.md`; of a part the name of its folder, without the
   * number. Unique in the publication.
   */
  readonly slug: string;
  /** Path relative to the project, with `/` between folders. */
  readonly file: string;
  /** Markdown below the fields, lines ended by `\n`, without blank lines at either end. */
  readonly body: string;
  /** Line of the file on which `body` begins, counted from 1. */
  readonly bodyLine: number;
  /** BCP 47 tag where the language is not the publication's. */
  readonly lang?: string | undefined;
  /** Of what was read from a file. */
  readonly fieldLines?: FieldLines;
  readonly links?: FileLinks | undefined;
}

/** A file that is one block of the theme: its fields are as the block's schema has them. */
export interface BlockContent extends ContentFile {
  /** Name of the block. */
  readonly kind: string;
  readonly fields: unknown;
}

/** A title above the chapters of a folder, with an opening text, which may be empty. */
export interface Part extends ContentFile {
  readonly fields: PartFields;
  /** From 1, in the order of the publication: an edition that leaves some out changes no number. */
  readonly number: number;
}

/** What stands in the publication's sequence, with what belongs at its end. */
export type Chapter = (
  (ContentFile & { readonly kind: "chapter"; readonly fields: ChapterFields }) | BlockContent
) & {
  /** Blocks in files of their own, in the order they are to be read. */
  readonly after: readonly BlockContent[];
  /** The part that it is in: the same value in all its chapters, which follow each other. */
  readonly part?: Part;
};

export type Publication = Omit<PublicationFields, "language" | "editions" | "chapters"> & {
  /** BCP 47 tag of the publication's language. */
  readonly lang: string;
  /** What publication.yaml says for its theme alone, as the theme's schema has it. */
  readonly themeFields: unknown;
  /** In the order of publication.yaml. */
  readonly editions: readonly Edition[];
  /** In the order they are to be read; `chaptersByPart` has them part by part. */
  readonly chapters: readonly Chapter[];
  /** Rows of the files that texts show as tables; none where no text does. */
  readonly tableFiles?: TableFiles | undefined;
  /** Where sources are cited or listed. */
  readonly citations?: PublicationCitations;
  /** The file that its own fields are in, and their lines; of what was read from a file. */
  readonly source?: {
    readonly file: string;
    readonly fieldLines: FieldLines;
    readonly links: FileLinks | undefined;
  };
};
