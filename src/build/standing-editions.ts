/**
 * Which editions of a publication stand in output/, as they will when a run has published. Input: the
 * publication, the output folder and what the run has made; output: the editions with the records of
 * their files.
 */
import { lstat } from "node:fs/promises";
import path from "node:path";
import type { FileRecord } from "../judges/verdict/finding.ts";
import { copiesOf, madeEdition } from "../editions/made-edition.ts";
import type { Publication } from "../publication/publication.ts";
import { recordFiles } from "../judges/targets/file-records.ts";
import type { StandingEdition } from "./grant.ts";
import { OUTPUT_DIR } from "./output-folder.ts";

/** What a run has made and not yet published; nothing for a run that only judges. */
export interface StagedEditions {
  readonly dir: string;
  /** Ids of the editions. */
  readonly made: ReadonlySet<string>;
}

/** Those of all whose files are there, in the order of the publication. */
export async function standingEditions(
  publication: Publication,
  outputDir: string,
  staged?: StagedEditions,
): Promise<readonly StandingEdition[]> {
  const editions = publication.editions.map((edition) => madeEdition(publication, edition));
  // A copy of a PDF is judged, and changes, with the PDF, not with the page that it lies beside.
  const copies = new Set(editions.flatMap(copiesOf));
  const eitherDir = [...(staged === undefined ? [] : [staged.dir]), outputDir];
  const standing: StandingEdition[] = [];
  for (const edition of editions) {
    const dir = staged?.made.has(edition.edition) === true ? staged.dir : outputDir;
    if (!(await areThere(edition.files, dir))) continue;
    const own = await recordFiles(edition.files, [dir], OUTPUT_DIR);
    standing.push({
      edition: edition.edition,
      file: path.posix.join(OUTPUT_DIR, edition.file),
      files: [
        ...own.filter((file) => !isCopy(file, copies)),
        ...(await recordFiles(copiesOf(edition), eitherDir, OUTPUT_DIR)),
      ],
    });
  }
  return standing;
}

function isCopy({ path: name }: FileRecord, copies: ReadonlySet<string>): boolean {
  return copies.has(name.slice(OUTPUT_DIR.length + 1));
}

async function areThere(names: readonly string[], dir: string): Promise<boolean> {
  const found = await Promise.all(
    names.map((name) =>
      lstat(path.join(dir, name)).then(
        () => true,
        () => false,
      ),
    ),
  );
  return !found.includes(false);
}
