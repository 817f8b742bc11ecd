/**
 * The print source of an edition as layout takes it: with the folders that it may read, and pictures
 * that are fitted to its page. Input: the edition and what was rendered; output: a `PrintSource`,
 * handed to who makes pages of it with where its elements were written, in a stage of the log that
 * tells their number.
 */
import path from "node:path";
import type { SourcedElement } from "../../document/source-position.ts";
import type { Log } from "../../log.ts";
import { describeProgress, type LayoutProgress } from "../../paginate/layout-progress.ts";
import type { PrintSource } from "../../paginate/paginated-document.ts";
import { makePrintPictures } from "../../web/pictures/print-pictures.ts";
import { printDocuments, printRoots } from "../../web/print-roots.ts";
import type { PagedEdition } from "../kinds.ts";
import type { EditionMaking } from "../room.ts";
import { sheetSizeOf } from "./page-measures.ts";

export async function withPrintSource<T>(
  edition: PagedEdition,
  making: EditionMaking,
  make: (
    source: PrintSource,
    onPage: (progress: LayoutProgress) => void,
    elements: readonly SourcedElement[] | undefined,
  ) => Promise<T>,
): Promise<T> {
  const { project, log, sources } = making;
  const rendered = sources.printSources.find((source) => source.edition === edition.id);
  if (rendered === undefined) throw new RangeError(`edition ${edition.id} has no print source`);
  return log.stage(`${edition.kind} ${edition.id}`, async (update) => {
    const source: PrintSource = {
      html: rendered.html,
      urlPath: `/${edition.id}.html`,
      roots: printRoots(project),
      documents: printDocuments(project),
      standIns: await fitPictures(edition, rendered.html, making),
    };
    const onPage = (progress: LayoutProgress): void => {
      update(describeProgress(progress));
    };
    return make(source, onPage, rendered.elements);
  });
}

async function fitPictures(
  edition: PagedEdition,
  html: string,
  { project, dir, log, signal }: EditionMaking,
): Promise<ReadonlyMap<string, string>> {
  const made = await makePrintPictures(html, {
    contentDir: project.folders.contentDir,
    // In the staging folder, which goes when the run ends.
    outputDir: path.join(dir, "print-pictures", edition.id),
    page: sheetSizeOf(edition),
    signal,
  });
  if (made.size > 0) tellFitted(made.size, edition, log);
  return made;
}

function tellFitted(count: number, { id }: PagedEdition, log: Log): void {
  const which = count === 1 ? "a picture has" : `${count} pictures have`;
  log.notice(
    `${id}: ${which} more pixels than a page of it shows, and fewer of them are printed: see docs/writing.md`,
  );
}
