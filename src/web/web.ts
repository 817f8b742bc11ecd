/**
 * The `web` stage: runs Eleventy for the project in the current folder. Input: content/, styles/
 * and, for the links to them, the finished PDFs. Output: print sources as values, the web edition
 * as a folder. How things are rendered is in `eleventy.ts`.
 */
import path from "node:path";
import { fileURLToPath } from "node:url";
import Eleventy from "@11ty/eleventy";
import { PublicationError } from "../errors.ts";
import { ContentError } from "../publication/fault.ts";
import type { Edition } from "../publication/publication.ts";
import { untilAborted } from "../async/until-aborted.ts";
import { printTemplatePath, type EleventySettings } from "./eleventy.ts";
import { fontFaults } from "../design/fonts/font-faults.ts";

const CONFIG_FILE = fileURLToPath(new URL("../../.eleventy.ts", import.meta.url));

/** The unsplit, semantic HTML that an edition's pages are laid out from. */
export interface RenderedPrintSource {
  readonly edition: string;
  readonly html: string;
}

function createEleventy(settings: EleventySettings): Eleventy {
  const eleventy = new Eleventy(undefined, undefined, {
    configPath: path.relative(process.cwd(), CONFIG_FILE),
    quietMode: true,
    source: "script",
    config: (eleventyConfig) => {
      eleventyConfig.addGlobalData("imprimatur", settings);
    },
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
 * Renders the print sources of those of `editions` that are laid out in pages, in their order.
 * @throws ContentError where a page of the editions has a character that no font of theirs has.
 */
export async function renderPrintSources(
  settings: EleventySettings,
  editions: readonly Edition[],
): Promise<readonly RenderedPrintSource[]> {
  const templates = await createEleventy(settings).toJSON().catch(throwOurs);
  const printed = editions.filter(({ kind }) => kind !== "web");
  const sources = printed.map((edition) => {
    const suffix = path.normalize(printTemplatePath(edition));
    const template = templates.find(({ inputPath }) => path.normalize(inputPath).endsWith(suffix));
    if (template === undefined) {
      throw new PublicationError("print-source", `Eleventy rendered no source for ${edition.id}`, {
        hint: "look for a file under content/print/, whose name Eleventy takes for ours",
      });
    }
    return { edition: edition.id, html: template.content };
  });
  const webPages = templates.filter(({ outputPath }) => outputPath !== false);
  const faults = await fontFaults(
    process.cwd(),
    editions.map(({ id, kind, stylesheet }) => ({
      stylesheet,
      pages:
        kind === "web"
          ? webPages.map(({ content }) => content)
          : sources.filter(({ edition }) => edition === id).map(({ html }) => html),
    })),
  );
  if (faults.length > 0) throw new ContentError(faults);
  return sources;
}

/**
 * Writes the web edition to `settings.outputDir`.
 * @throws the reason of `settings.signal` at once; what is being encoded then goes on unheard.
 */
export async function writeWebEdition(settings: EleventySettings): Promise<void> {
  const writing = createEleventy(settings).write().catch(throwOurs);
  await (settings.signal === undefined ? writing : untilAborted(writing, settings.signal));
}
