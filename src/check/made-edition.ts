/**
 * Where an edition lies in the output folder, for the pipeline that makes it and for the judges that
 * read it later. Input: a publication and one of its editions. Touches no file.
 */
import type { SourceFault } from "../accessible/source-fault.ts";
import type { Refusal } from "../browser/refusal.ts";
import type {
  Edition,
  EditionJudging,
  PdfEdition,
  Publication,
  WebEdition,
} from "../publication/publication.ts";
import { basePathOf } from "../publication/site-address.ts";
import { pdfFileName } from "../web/pdf-file-name.ts";

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
  /** What the print source asked for and did not get; unknown of what an earlier run made. */
  readonly refusals?: readonly Refusal[];
  /** What in the source keeps the PDF from PDF/UA; unknown of what an earlier run made. */
  readonly faults?: readonly SourceFault[];
}

export type MadeEdition = MadeWebEdition | MadePdfEdition;

/** The files and folders that make up an edition, with what `check` needs to judge it. */
export function filesOf(edition: MadeEdition): readonly string[] {
  return edition.kind === "pdf" ? [edition.file, edition.pages, edition.reading] : [edition.file];
}

export function madeEdition(publication: Publication, edition: WebEdition): MadeWebEdition;
export function madeEdition(publication: Publication, edition: PdfEdition): MadePdfEdition;
export function madeEdition(publication: Publication, edition: Edition): MadeEdition;
export function madeEdition(publication: Publication, edition: Edition): MadeEdition {
  if (edition.kind === "web") {
    const basePath = publication.url && basePathOf(publication.url);
    return { kind: "web", edition: edition.id, file: "web", basePath };
  }
  return {
    kind: "pdf",
    edition: edition.id,
    file: `pdf/${pdfFileName(publication, edition)}`,
    pages: `pages/${edition.id}.html`,
    reading: `pages/${edition.id}.txt`,
    judging: edition.judges,
  };
}
