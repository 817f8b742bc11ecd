/**
 * Makes one edition that is laid out in pages and writes its files: a PDF to read, or a brochure for
 * the press with its sheets for office printers. Input: the edition's print source; output: where
 * its files lie, and what the judges of a PDF's claim to a standard say. It judges nothing else.
 */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Browser } from "puppeteer";
import { formatRefusal, type Refusal } from "../browser/refusal.ts";
import { madeEdition, type MadeEdition } from "./made-edition.ts";
import { PublicationError } from "../errors.ts";
import { makeFolderBelow } from "../files/make-folder.ts";
import { countPages, type Log } from "../log.ts";
import { makeJudgedPdf } from "./make-judged-pdf.ts";
import { makePress } from "./make-press.ts";
import type { PrintSource } from "../paginate/paginated-document.ts";
import type { Project } from "../project/project.ts";
import { pressSettings } from "../press/press-settings.ts";
import type { PagedEdition, PdfEdition, PressEdition } from "../publication/publication.ts";
import { noClaim } from "../report/conversion.ts";
import { PAGE_FORMATS } from "../publication/page-formats.ts";
import { makePrintPictures } from "../web/pictures/print-pictures.ts";
import { printDocuments, printRoots } from "../web/print-roots.ts";
import type { RenderedPrintSource } from "../web/web.ts";

export interface EditionMaking {
  readonly project: Project;
  /** Folder that output is written to. */
  readonly dir: string;
  readonly browser: Browser;
  /** The date that PDFs carry. */
  readonly date: Date;
  /** What PDFs say made them, e.g. `Imprimatur 0.1.0`. */
  readonly producer: string;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** @throws PublicationError where the edition cannot be made. */
export async function makeEdition(
  edition: PagedEdition,
  rendered: RenderedPrintSource | undefined,
  making: EditionMaking,
): Promise<MadeEdition> {
  if (rendered === undefined) throw new RangeError(`edition ${edition.id} has no print source`);
  return making.log.stage(`${edition.kind} ${edition.id}`, async (update) => {
    const source: PrintSource = {
      html: rendered.html,
      urlPath: `/${edition.id}.html`,
      roots: printRoots(making.project),
      documents: printDocuments(making.project),
      standIns: await fitPictures(edition, rendered.html, making),
    };
    const onPage = (count: number): void => {
      update(countPages(count));
    };
    return edition.kind === "pdf"
      ? makePdfEdition(edition, source, { ...making, onPage })
      : makePressEdition(edition, source, { ...making, onPage });
  });
}

async function fitPictures(
  edition: PagedEdition,
  html: string,
  { project, dir, log, signal }: EditionMaking,
): Promise<ReadonlyMap<string, string>> {
  const { widthMm, heightMm } = PAGE_FORMATS[edition.format];
  const bleedMm = edition.kind === "press" ? edition.bleed : 0;
  const made = await makePrintPictures(html, {
    contentDir: project.folders.contentDir,
    // In the staging folder, which goes when the run ends.
    outputDir: path.join(dir, "print-pictures", edition.id),
    page: { widthMm: widthMm + 2 * bleedMm, heightMm: heightMm + 2 * bleedMm },
    signal,
  });
  if (made.size > 0) log.notice(`${edition.id}: ${picturesFitted(made.size)}`);
  return made;
}

function picturesFitted(count: number): string {
  const which = count === 1 ? "a picture has" : `${count} pictures have`;
  return `${which} more pixels than a page of it shows, and fewer of them are printed: see docs/writing.md`;
}

type PageMaking = EditionMaking & { readonly onPage: (pageCount: number) => void };

async function makePdfEdition(
  edition: PdfEdition,
  source: PrintSource,
  making: PageMaking,
): Promise<MadeEdition> {
  const { project, dir, log, onPage } = making;
  const made = madeEdition(project.publication, edition);
  const { bytes, standards, judges, reading, pageCount, pageMap, refusals } = await makeJudgedPdf(
    source,
    `print source of ${edition.id}`,
    { ...making, keepPages: (pagesHtml) => writeOutput(dir, made.pages, pagesHtml) },
  );
  await writeOutput(dir, made.reading, reading);
  await writeOutput(dir, made.file, bytes);
  onPage(pageCount);
  if (standards.length === 0) log.notice(`${edition.id}: ${noClaim(judges)}`);
  tellRefused(refusals, log);
  return { ...made, pageMap, refusals, standIns: source.standIns, claimJudges: judges };
}

async function makePressEdition(
  edition: PressEdition,
  source: PrintSource,
  making: PageMaking,
): Promise<MadeEdition> {
  const { project, dir, log, onPage } = making;
  const made = madeEdition(project.publication, edition);
  const settings = await pressSettings(project, edition);
  const { booklet } = edition;
  const press = await makePress(source, {
    ...making,
    ...settings,
    sheets: booklet && { ...booklet, creepMm: booklet.creep },
  }).catch((error: unknown) => {
    throw ofBooklet(error, edition);
  });
  const { brochure, sheets, pagesHtml, pageCount, pageMap, warnings, refusals } = press;
  await writeOutput(dir, made.pages, pagesHtml);
  await writeOutput(dir, made.file, brochure);
  if (made.booklet !== undefined && sheets !== undefined) {
    await writeOutput(dir, made.booklet.file, sheets);
  }
  onPage(pageCount);
  for (const { message, where } of warnings) log.notice(`${edition.id}, ${where}: ${message}`);
  tellRefused(refusals, log);
  return { ...made, pageMap, refusals, standIns: source.standIns };
}

/** Faults of imposition, whose hints are those of a command, are reported at the edition's entry. */
const BOOKLET_HINTS: Readonly<Record<string, string>> = {
  "sheet-unknown": "give `booklet.sheet` a name such as A3, or millimetres such as 320x450",
  "pages-too-large": "give `booklet.sheet` a larger sheet, or leave it out for the next larger one",
  "no-sheet-large-enough": "leave `booklet` out, or choose a smaller `format`",
  "creep-too-large": "`booklet.creep` is the thickness of one sheet, about 0.1 for office paper",
  "pages-cannot-be-folded": "let the source's endpapers stand, which fill the last sheet",
};

function ofBooklet(error: unknown, { id }: PressEdition): unknown {
  const hint = error instanceof PublicationError ? BOOKLET_HINTS[error.code] : undefined;
  if (!(error instanceof PublicationError) || hint === undefined) return error;
  return new PublicationError(error.code, `the booklet of ${id}: ${error.message}`, {
    place: { file: "content/publication.yaml" },
    hint,
    cause: error,
  });
}

function tellRefused(refusals: readonly Refusal[], log: Log): void {
  for (const refused of new Set(refusals.map(formatRefusal))) log.notice(refused);
}

async function writeOutput(dir: string, name: string, content: string | Uint8Array): Promise<void> {
  await makeFolderBelow(dir, path.dirname(name));
  await writeFile(path.join(dir, name), content);
}
