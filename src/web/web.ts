/**
 * The `web` stage: runs Eleventy for a project. Input: a project and, for the links to them, the
 * finished PDFs. Output: texts and print sources as values, the web edition as a folder. How things
 * are rendered is in `eleventy/`.
 */
import path from "node:path";
import Eleventy from "@11ty/eleventy";
import type { SourcedElement } from "../document/source-position.ts";
import { PublicationError } from "../errors.ts";
import { ContentError } from "../publication/faults/fault.ts";
import { sheetOf } from "../editions/edition-sheet.ts";
import { isPaged } from "../editions/kinds.ts";
import { WEB_FOLDER } from "../editions/web/files.ts";
import type { Project } from "../project/project.ts";
import type { Edition } from "../publication/publication.ts";
import { untilAborted } from "../async/until-aborted.ts";
import { fontFaults } from "../design/fonts/font-faults.ts";
import { configureEleventy, type EleventyTask } from "./eleventy/configure.ts";
import { INPUT_DIR } from "./eleventy/input-folder.ts";
import { isPrintSourceOf } from "./eleventy/print-sources.ts";
import { bodiesAmong, type Bodies } from "./eleventy/texts.ts";
import type { WebWriting } from "./eleventy/web-pages.ts";
import type { ElementsListener } from "./source-marks.ts";

/** The unsplit, semantic HTML that an edition's pages are laid out from. */
export interface RenderedPrintSource {
  readonly edition: string;
  readonly html: string;
  /** All its elements in the order of the document, with where they came from. */
  readonly elements?: readonly SourcedElement[];
}

/** What is rendered once in a build, before any edition is made. */
export interface RenderedSources {
  readonly bodies: Bodies;
  /** Of those of the editions that are laid out in pages, in their order. */
  readonly printSources: readonly RenderedPrintSource[];
}

function createEleventy(task: EleventyTask): Eleventy {
  // Absolute paths: nothing depends on the current folder. No configuration file is looked for.
  const eleventy = new Eleventy(INPUT_DIR, task.web.outputDir, {
    configPath: "",
    quietMode: true,
    source: "script",
    config: (eleventyConfig) => configureEleventy(eleventyConfig, task),
  });
  eleventy.disableLogger();
  return eleventy;
}

/** Eleventy wraps what a template throws; whoever reads the message is to meet what was thrown. */
function throwOurs(error: unknown): never {
  let thrown = error;
  while (thrown instanceof Error && !(thrown instanceof PublicationError)) {
    thrown = "originalError" in thrown ? thrown.originalError : thrown.cause;
  }
  throw thrown instanceof PublicationError ? thrown : error;
}

/**
 * Renders the texts, and the print sources of those of `editions` that are laid out in pages.
 * @throws ContentError where a page of the editions has a character that no font of theirs has.
 */
export async function renderSources(
  project: Project,
  editions: readonly Edition[],
  web: WebWriting,
): Promise<RenderedSources> {
  const elements = new Map<string, readonly SourcedElement[]>();
  const onElements: ElementsListener = (edition, ofEdition) => {
    elements.set(edition, ofEdition);
  };
  const templates = await createEleventy({ project, web, onElements }).toJSON().catch(throwOurs);
  const printed = editions.filter(isPaged);
  const printSources = printed.map((edition) => {
    const template = templates.find(({ inputPath }) => isPrintSourceOf(edition, inputPath));
    if (template === undefined) {
      throw new PublicationError("print-source", `Eleventy rendered no source for ${edition.id}`);
    }
    return {
      edition: edition.id,
      html: template.content,
      elements: elements.get(edition.id) ?? [],
    };
  });
  const webPages = templates.filter(({ outputPath }) => outputPath !== false);
  const faults = await fontFaults(
    { folders: project.folders, styles: project.design.styles },
    editions.map((edition) => ({
      stylesheet: sheetOf(edition),
      pages: isPaged(edition)
        ? printSources.filter((source) => source.edition === edition.id).map(({ html }) => html)
        : webPages.map(({ content }) => content),
    })),
  );
  if (faults.length > 0) throw new ContentError(faults);
  return { bodies: bodiesAmong(project, templates), printSources };
}

/**
 * Writes the web edition to `web.outputDir`.
 * @returns the elements of its page in the order of the document, with where they came from.
 * @throws the reason of `web.signal` at once; what is being encoded then goes on unheard.
 */
export async function writeWebEdition(
  project: Project,
  bodies: Bodies,
  web: WebWriting,
): Promise<readonly SourcedElement[]> {
  let elements: readonly SourcedElement[] = [];
  // The page is rendered twice, the first time to see which pictures it shows: the last one is written.
  const onElements: ElementsListener = (_, ofPage) => {
    elements = ofPage;
  };
  const writing = createEleventy({ project, web, bodies, onElements }).write().catch(throwOurs);
  await (web.signal === undefined ? writing : untilAborted(writing, web.signal));
  return elements;
}

/** Where a run writes the web edition, and where the editions are that it offers. */
export function webWriting(
  dir: string,
  {
    formerDirs = [],
    ...running
  }: Pick<WebWriting, "signal"> & { readonly formerDirs?: readonly string[] },
): WebWriting {
  return { ...running, outputDir: path.join(dir, WEB_FOLDER), madeDirs: [dir, ...formerDirs] };
}

/** The same, once they are published. */
export function publishedWeb({ folders }: Project, outputDir: string): WebWriting {
  return webWriting(path.join(folders.dir, outputDir), {});
}
