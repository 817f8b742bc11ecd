/**
 * How Eleventy renders a publication. `.eleventy.ts` hands its configuration object over to
 * `configureEleventy`, for our own pipeline and for whoever runs Eleventy alone. Input: content/
 * and styles/ of the project. Output: the web edition's files; the print sources are rendered but
 * not written, the pipeline takes them from Eleventy's JSON.
 */
import { cp } from "node:fs/promises";
import path from "node:path";
import type { CollectionItem, EleventyConfig, TemplateData } from "@11ty/eleventy";
import { loadPublication } from "../publication/load-publication.ts";
import { addressOfPath } from "../publication/picture-path.ts";
import { PAGE_FORMATS } from "../publication/page-formats.ts";
import type {
  Edition,
  KeyFigure,
  PagedEdition,
  Part,
  Publication,
} from "../publication/publication.ts";
import { Metadata } from "./components/metadata.tsx";
import type { PageMeasures } from "./components/print-document.tsx";
import { checkContentData } from "./content-schema.ts";
import { findDownloads, type DownloadCandidate } from "./downloads.ts";
import { fontFamilies } from "../design/fonts/stylesheet-fonts.ts";
import { writeStyles } from "./fonts/write-styles.ts";
import { renderDocument } from "./html-document.ts";
import { createMarkdown } from "./markdown.ts";
import { pdfFileName } from "./pdf-file-name.ts";
import { PrintPage } from "./print-page.tsx";
import { makeWebPictures } from "./pictures/web-pictures.tsx";
import { picturesOf, renderPublication } from "./render-publication.ts";
import { NOT_FOUND_PAGE, NotFoundPage } from "./site/not-found-page.tsx";
import { writeSiteFiles } from "./site/site-files.ts";
import { openSite } from "./site/site.ts";
import type { PictureElement } from "./text-elements.ts";
import { hyphenateHtml, languagesIn } from "./typography/html.ts";
import { loadHyphenators } from "./typography/hyphenate.ts";
import { WebPage } from "./web-page.tsx";

/** Settings that the pipeline hands to Eleventy as its global data `imprimatur`. */
export interface EleventySettings {
  /**
   * Folder that the web edition is written to: absolute, as Node.js never ends making a path that
   * starts from a folder which was removed.
   */
  readonly outputDir: string;
  /** Folders that hold the finished PDFs: the first that has one counts. */
  readonly pdfDirs: readonly string[];
  /** Keeps pictures from being begun when the run is stopped. */
  readonly signal?: AbortSignal;
}

const DEFAULT_SETTINGS: EleventySettings = { outputDir: "output/web", pdfDirs: ["output/pdf"] };
const STYLESHEET = "styles.css";
const CONTENT_DIR = "content";
/** Eleventy insists on a folder for data, from the input folder; there is none. */
const NO_DATA_DIR = "../.eleventy-has-no-data";

/** Virtual path of the template that renders an edition's print source. */
export function printTemplatePath(edition: Edition): string {
  return `print/${edition.id}.11ty.js`;
}

function downloadCandidates(publication: Publication): readonly DownloadCandidate[] {
  return publication.editions
    .filter((edition) => edition.kind === "pdf")
    .map((edition) => ({
      edition: edition.id,
      fileName: pdfFileName(publication, edition),
      lang: publication.lang,
      format: edition.format,
      title: edition.title,
    }));
}

/**
 * Hands Eleventy the texts that the `publication` stage has read and found right, and keeps it from
 * reading the content folder itself: it would run whatever has the name of a template or of data
 * there, hidden files, READMEs and linked folders too, and fields in JavaScript.
 */
function addContent(eleventyConfig: EleventyConfig, publication: Publication): void {
  eleventyConfig.ignores.add(`${CONTENT_DIR}/**`);
  eleventyConfig.setDataFileSuffixes([]);
  for (const part of contentFilesOf(publication)) {
    // The line before the text keeps a text that begins with --- from being taken for fields.
    eleventyConfig.addTemplate(path.posix.relative(CONTENT_DIR, part.file), `\n${part.body}`, part);
  }
}

function contentFilesOf({ parts }: Publication): readonly (Part | KeyFigure)[] {
  return parts.flatMap((part): readonly (Part | KeyFigure)[] =>
    part.kind === "testimonial" ? [part, ...part.figures] : [part],
  );
}

/** Rendered bodies by content file, e.g. `content/callouts/a.md`. */
function bodiesByFile(items: readonly CollectionItem[]): ReadonlyMap<string, string> {
  return new Map(items.map((item) => [path.normalize(item.inputPath), item.content]));
}

function measuresOf(edition: PagedEdition): PageMeasures {
  return {
    ...PAGE_FORMATS[edition.format],
    typeSizePt: edition.typeSize,
    bleedMm: edition.kind === "press" ? edition.bleed : 0,
  };
}

async function renderPrintSource(
  publication: Publication,
  edition: PagedEdition,
  data: TemplateData,
): Promise<string> {
  const html = renderDocument(
    PrintPage({
      publication: renderPublication(publication, bodiesByFile(data.collections.all)),
      stylesheet: `/${addressOfPath(edition.stylesheet)}`,
      measures: measuresOf(edition),
      families: fontFamilies(path.resolve(edition.stylesheet)),
      kind: edition.kind,
    }),
    publication.lang,
  );
  if (!edition.hyphenation) return html;
  const hyphenators = await loadHyphenators(languagesIn(html));
  return hyphenateHtml(html, { lang: publication.lang, hyphenators });
}

/**
 * Sets Eleventy up for the project in the current folder.
 * @param onWritten called when the web edition is whole.
 * @throws ContentError with every fault of the content.
 */
export async function configureEleventy(
  eleventyConfig: EleventyConfig,
  onWritten?: () => Promise<void>,
): Promise<{
  dir: { input: string; output: string; data: string };
  markdownTemplateEngine: false;
}> {
  const settings =
    (eleventyConfig.globalData.imprimatur as EleventySettings | undefined) ?? DEFAULT_SETTINGS;
  const publication = await loadPublication({ projectDir: "." });
  const webEdition = publication.editions.find((edition) => edition.kind === "web");

  // Content files are parts of pages, not pages.
  eleventyConfig.addGlobalData("permalink", () => false);
  eleventyConfig.addGlobalData("eleventyDataSchema", () => checkContentData);
  // The title of a part is an h2, and its text's headings begin at ##.
  eleventyConfig.setLibrary("md", createMarkdown({ headingOffset: 1 }));
  addContent(eleventyConfig, publication);

  for (const edition of publication.editions.filter((candidate) => candidate.kind !== "web")) {
    eleventyConfig.addTemplate(printTemplatePath(edition), {
      data: () => ({ permalink: false, eleventyExcludeFromCollections: true }),
      render: (data) => renderPrintSource(publication, edition, data),
    });
  }

  if (webEdition !== undefined) {
    const site = await openSite(publication, webEdition);
    const findOurs = () => findDownloads(settings.pdfDirs, downloadCandidates(publication));
    // The page is rendered, and not written, where print sources are asked for.
    let isWritten = false;
    eleventyConfig.on("eleventy.before", ({ outputMode }) => {
      isWritten = outputMode === "fs";
    });
    const makePictures = (bodies: ReadonlyMap<string, string>): Promise<PictureElement> =>
      makeWebPictures(
        isWritten ? picturesOf(publication, bodies) : [],
        { contentDir: CONTENT_DIR, outputDir: settings.outputDir },
        settings.signal,
      );
    eleventyConfig.addTemplate("index.11ty.js", {
      data: () => ({ permalink: "index.html", eleventyExcludeFromCollections: true }),
      render: async (data) => {
        const downloads = (await findOurs()).map(({ download }) => download);
        const bodies = bodiesByFile(data.collections.all);
        const picture = await makePictures(bodies);
        return renderDocument(
          WebPage({
            publication: renderPublication(publication, bodies, picture),
            downloads,
            stylesheet: STYLESHEET,
            families: fontFamilies(path.resolve(webEdition.stylesheet)),
            metadata: Metadata({ publication, site, downloads }),
          }),
          publication.lang,
        );
      },
    });
    eleventyConfig.addTemplate("not-found.11ty.js", {
      data: () => ({ permalink: NOT_FOUND_PAGE, eleventyExcludeFromCollections: true }),
      render: () =>
        renderDocument(NotFoundPage({ publication, stylesheet: STYLESHEET }), publication.lang),
    });
    eleventyConfig.on("eleventy.after", async ({ directories, outputMode, results }) => {
      if (outputMode !== "fs") return;
      await writeStyles(
        { outputDir: directories.output, cssName: STYLESHEET },
        webEdition.stylesheet,
        results.flatMap(({ outputPath, content }) =>
          outputPath === false ? [] : [{ file: outputPath, html: content }],
        ),
      );
      const found = await findOurs();
      // Beside the page that links to them, so that the folder is whole.
      await Promise.all(
        found.map(({ file, download }) => cp(file, path.join(directories.output, download.href))),
      );
      const downloads = found.map(({ download }) => download);
      await writeSiteFiles(directories.output, site, downloads);
      await onWritten?.();
    });
  }

  return {
    dir: { input: CONTENT_DIR, output: settings.outputDir, data: NO_DATA_DIR },
    markdownTemplateEngine: false,
  };
}
