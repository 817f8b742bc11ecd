/**
 * Where an edition lies in the output folder, for the pipeline that makes it and for the judges that
 * read it later, and what making it told. Input: a publication and one of its editions. Touches no
 * file.
 */
import type { Refusal } from "../browser/refusal.ts";
import type { SourcedElement } from "../document/source-position.ts";
import type { PdfSources } from "../judges/pdf/pdf-sources.ts";
import type { JudgeReport } from "../judges/verdict/finding.ts";
import type { PageMap } from "../paginate/page-map.ts";
import type { NamedPublication } from "./kind.ts";
import { factsOf, type EditionKind, type EditionOf } from "./kinds.ts";
import { copyInWeb } from "./web/files.ts";

export interface MadeEdition<K extends EditionKind = EditionKind> {
  readonly kind: K;
  /** Its id. */
  readonly edition: string;
  /** What publication.yaml says of it. */
  readonly options: EditionOf<K>;
  /** Its file or folder, relative to the output folder, with `/` between folders. */
  readonly file: string;
  /** That, and all that `check` needs to judge it. */
  readonly files: readonly string[];
  /** What its pages begin with and are called; unknown of what an earlier run made. */
  readonly pageMap?: PageMap;
  /** What it asked for and did not get while it was made; unknown of what an earlier run made. */
  readonly refusals?: readonly Refusal[];
  /** Files that its pages have in the place of larger pictures, by URL path; gone when the run ends. */
  readonly standIns?: ReadonlyMap<string, string> | undefined;
  /** Judges that gave their word while it was made; unknown of what an earlier run made. */
  readonly claimJudges?: readonly JudgeReport[];
  /** Where the texts of its pages were written, of one that is laid out; known in the run that made it. */
  readonly sources?: PdfSources | undefined;
  /** All elements of its page and where they were written, of a web edition; as above. */
  readonly elements?: readonly SourcedElement[];
}

export function madeEdition<K extends EditionKind>(
  publication: NamedPublication,
  edition: EditionOf<K>,
): MadeEdition<K> {
  const files = factsOf<K>(edition.kind).files(publication, edition);
  return { kind: edition.kind, edition: edition.id, options: edition, file: files[0], files };
}

/** What other folders have of an edition: the web edition's copy, which may not be there. */
export function copiesOf({ kind, file }: MadeEdition): readonly string[] {
  return factsOf(kind).offer === undefined ? [] : [copyInWeb(file)];
}
