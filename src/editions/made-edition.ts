/**
 * Where an edition lies in the output folder, for the pipeline that makes it and for the judges that
 * read it later. Input: a publication and one of its editions. Touches no file.
 */
import path from "node:path";
import type { Refusal } from "../browser/refusal.ts";
import type {
  Edition,
  EditionJudging,
  PdfEdition,
  PressEdition,
  Publication,
  WebEdition,
} from "../publication/publication.ts";
import type { PageMap } from "../paginate/page-map.ts";
import { PAGE_FORMATS, type PageSizeMm } from "../publication/page-formats.ts";
import type { Layout } from "../press/impose/impose.ts";
import { basePathOf } from "../publication/site-address.ts";
import { pdfFileName } from "../web/pdf-file-name.ts";
import type { JudgeReport } from "../judges/verdict/finding.ts";

export interface MadeWebEdition {
  readonly kind: "web";
  readonly edition: string;
  /** Folder, relative to the output folder, with `/` between folders. */
  readonly file: string;
  /** Path of the folder on the host where it will stand; undefined where nobody named it. */
  readonly basePath: string | undefined;
}

export interface MadePdfEdition {
  readonly kind: "pdf";
  readonly edition: string;
  readonly file: string;
  /** The paginated pages, where contrast is judged. */
  readonly pages: string;
  /** What the edition is held to. */
  readonly judging: EditionJudging;
  /** The print source as plain text, which reading fidelity is judged by. */
  readonly reading: string;
  /** What its pages begin with and are called; unknown of what an earlier run made. */
  readonly pageMap?: PageMap;
  /** What the print source asked for and did not get; unknown of what an earlier run made. */
  readonly refusals?: readonly Refusal[];
  /** Files that its pages have in the place of larger pictures, by URL path; gone when the run ends. */
  readonly standIns?: ReadonlyMap<string, string> | undefined;
  /** The judges that decided on its claim while it was made; unknown of what an earlier run made. */
  readonly claimJudges?: readonly JudgeReport[];
}

export interface MadePressEdition {
  readonly kind: "press";
  readonly edition: string;
  /** What the print shop gets. */
  readonly file: string;
  /** What an office prints; undefined where the edition has none. */
  readonly booklet: MadeBooklet | undefined;
  readonly pages: string;
  readonly judging: EditionJudging;
  readonly demands: PrintShopDemands;
  /** Path of its output profile in the project; FOGRA39 where it is undefined. */
  readonly profile: string | undefined;
  /** What its pages begin with and are called; unknown of what an earlier run made. */
  readonly pageMap?: PageMap;
  readonly refusals?: readonly Refusal[];
  readonly standIns?: ReadonlyMap<string, string> | undefined;
}

export interface MadeBooklet {
  readonly file: string;
  readonly layout: Layout;
}

/** What the file for the print shop is held to. */
export interface PrintShopDemands {
  readonly trim: PageSizeMm;
  readonly bleedMm: number;
  /** The four inks together: 3 is 300 %. */
  readonly inkLimit: number;
}

export type MadeEdition = MadeWebEdition | MadePdfEdition | MadePressEdition;

/** The files and folders that make up an edition, with what `check` needs to judge it. */
export function filesOf(edition: MadeEdition): readonly string[] {
  switch (edition.kind) {
    case "web":
      return [edition.file];
    case "pdf":
      return [edition.file, edition.pages, edition.reading];
    case "press":
      return [
        edition.file,
        ...(edition.booklet === undefined ? [] : [edition.booklet.file]),
        edition.pages,
      ];
  }
}

/** Where the web edition has its copy of a PDF, for its readers to download; there may be none. */
export function copyInWeb({ file }: MadePdfEdition): string {
  return `web/${path.posix.basename(file)}`;
}

export function madeEdition(publication: Publication, edition: WebEdition): MadeWebEdition;
export function madeEdition(publication: Publication, edition: PdfEdition): MadePdfEdition;
export function madeEdition(publication: Publication, edition: PressEdition): MadePressEdition;
export function madeEdition(publication: Publication, edition: Edition): MadeEdition;
export function madeEdition(publication: Publication, edition: Edition): MadeEdition {
  if (edition.kind === "web") {
    const basePath = publication.url && basePathOf(publication.url);
    return { kind: "web", edition: edition.id, file: "web", basePath };
  }
  const { id, judges: judging } = edition;
  const pages = `pages/${id}.html`;
  if (edition.kind === "press") {
    const { suffix, booklet, format, bleed, inkLimit, profile } = edition;
    const file = (end: string): string => `print/${publication.slug}-${end}.pdf`;
    return {
      kind: "press",
      edition: id,
      file: file(suffix),
      booklet: booklet && { file: file(booklet.suffix), layout: booklet.layout },
      pages,
      judging,
      demands: { trim: PAGE_FORMATS[format], bleedMm: bleed, inkLimit: inkLimit / 100 },
      profile,
    };
  }
  return {
    kind: "pdf",
    edition: id,
    file: `pdf/${pdfFileName(publication, edition)}`,
    pages,
    reading: `pages/${id}.txt`,
    judging,
  };
}
