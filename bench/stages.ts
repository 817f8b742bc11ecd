/**
 * `npm run bench:stages`: what an accessible PDF costs, beside what layout and print cost without it.
 * Documents of about 8, 50 and 240 pages are made of the chapter; see docs/bench.md for the columns.
 * Exit codes are those of the command line: 0 where all targets are met, 2 where one is missed.
 */
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import type { Browser } from "puppeteer";
import { OUTPUT_DIR } from "../src/build/output-folder.ts";
import { launchBrowser } from "../src/browser/launch-browser.ts";
import { pressSettings } from "../src/editions/press/press-settings.ts";
import type { PrintSource } from "../src/paginate/paginated-document.ts";
import { openProject, type Project } from "../src/project/project.ts";
import { printDocuments, printRoots } from "../src/web/print-roots.ts";
import { publishedWeb, renderSources } from "../src/web/web.ts";
import {
  formatTable,
  judgeFigures,
  judgePress,
  type DocumentFigures,
  type EditionFigures,
} from "./stages/figures.ts";
import { measureInTurns } from "./measure.ts";
import { repeatParts } from "./stages/repeat-parts.ts";
import { laidOut, plain, press, whole, type Made, type PressWayOptions } from "./stages/ways.ts";
import { formatVerdicts } from "./verdicts.ts";

/** Shortest first: what memory a document took is seen only where it takes more than all before. */
const partCounts = [4, 38, 190];

interface EditionSources {
  readonly accessible: string;
  readonly press: string;
  readonly pressOptions: PressWayOptions;
}

/** The publication's first edition to read and its first one to print. */
async function readSources(project: Project): Promise<EditionSources> {
  const { publication } = project;
  const pdfEdition = publication.editions.find(({ kind }) => kind === "pdf");
  const pressEdition = publication.editions.find((edition) => edition.kind === "press");
  if (pdfEdition === undefined || pressEdition === undefined) {
    throw new RangeError("the publication has no PDF edition, or no press edition");
  }
  const { printSources } = await renderSources(
    project,
    [pdfEdition, pressEdition],
    publishedWeb(project, OUTPUT_DIR),
  );
  const [accessible, press] = printSources;
  if (!accessible || !press) throw new RangeError("an edition has no print source");
  const settings = await pressSettings(project, pressEdition);
  const pressOptions = { ...settings, sheets: { layout: "booklet" } as const };
  return { accessible: accessible.html, press: press.html, pressOptions };
}

async function measureEditions(
  { accessible, press: pressHtml, pressOptions }: EditionSources,
  project: Project,
  browser: Browser,
  rounds: number,
): Promise<EditionFigures> {
  const source = (html: string): PrintSource => ({
    html,
    urlPath: "/bench.html",
    documents: printDocuments(project),
    roots: printRoots(project),
  });
  const read = (): Promise<Made> => whole(source(accessible), browser);
  const print = (): Promise<Made> => press(pressOptions)(source(pressHtml), browser);
  // As a build does: side by side, in one browser.
  const together = async (): Promise<Made> => {
    const [made] = await Promise.all([read(), print()]);
    return made;
  };
  const [first, second, both] = await measureInTurns([read, print, together], rounds);
  if (!first || !second || !both) throw new RangeError("three ways were measured");
  return {
    accessiblePages: first.result.pageCount,
    accessibleMs: first.medianMs,
    pressPages: second.result.pageCount,
    pressMs: second.medianMs,
    togetherMs: both.medianMs,
  };
}

async function measureDocument(
  html: string,
  project: Project,
  browser: Browser,
  rounds: number,
): Promise<DocumentFigures> {
  const source = {
    html,
    urlPath: "/bench.html",
    documents: printDocuments(project),
    roots: printRoots(project),
  };
  const [first, second, third] = await measureInTurns(
    [plain, laidOut, whole].map((way) => () => way(source, browser)),
    rounds,
  );
  if (!first || !second || !third) throw new RangeError("three ways were measured");
  return {
    pageCount: third.result.pageCount,
    plainMs: first.medianMs,
    laidOutMs: second.medianMs,
    wholeMs: third.medianMs,
    rawBytes: second.result.sizeBytes,
    resultBytes: third.result.sizeBytes,
    // Kept by the system, and so exact where a timer would not run during long computations.
    peakBytes: process.resourceUsage().maxRSS * 1024,
  };
}

async function bench(rounds: number): Promise<boolean> {
  const project = await openProject(".");
  const sources = await readSources(project);
  const interrupted = new AbortController();
  process.once("SIGINT", () => {
    interrupted.abort();
  });
  const launched = await launchBrowser({
    projectDir: project.folders.dir,
    signal: interrupted.signal,
    onNotice: (notice) => {
      console.error(notice);
    },
  });
  const documents: DocumentFigures[] = [];
  let editions: EditionFigures;
  try {
    editions = await measureEditions(sources, project, launched.browser, rounds);
    console.error("brochure and booklet: measured");
    for (const partCount of partCounts) {
      const longer = repeatParts(sources.accessible, partCount);
      documents.push(await measureDocument(longer, project, launched.browser, rounds));
      console.error(`${documents.at(-1)?.pageCount ?? 0} pages: measured`);
    }
  } finally {
    await launched.close();
  }
  const verdicts = [...judgeFigures(documents), judgePress(editions)];
  console.log(
    `${cpus().length} cores, Node ${process.versions.node}, Chromium ${launched.version}, median of ${rounds} rounds\n`,
  );
  console.log(formatTable(documents));
  console.log(`\n${formatVerdicts(verdicts)}`);
  return verdicts.every(({ met }) => met);
}

const { values } = parseArgs({ options: { rounds: { type: "string", default: "5" } } });
process.exitCode = (await bench(Number(values.rounds))) ? 0 : 2;
