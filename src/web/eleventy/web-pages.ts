/**
 * The pages of the web edition as Eleventy's templates, with all that stands beside them when they
 * are written: pictures, styles, fonts, the PDFs to download, the files of a site.
 */
import { cp } from "node:fs/promises";
import path from "node:path";
import type { EleventyConfig } from "@11ty/eleventy";
import { textFamilies } from "../../design/fonts/shipped-fonts.ts";
import { openShownTexts } from "../../design/fonts/shown-texts.ts";
import { withPartsOf } from "../../editions/chosen-parts.ts";
import { sheetOf } from "../../editions/edition-sheet.ts";
import { factsOf, KINDS } from "../../editions/kinds.ts";
import type { Project } from "../../project/project.ts";
import { pathOfAddress } from "../../publication/fields/picture-path.ts";
import type { Publication, WebEdition } from "../../publication/publication.ts";
import { wordsFor } from "../../theme/words.ts";
import { leavesOut, withoutAbsentTargets } from "../absent-targets.ts";
import { Metadata } from "../components/metadata.tsx";
import { WebDocument } from "../components/web-document.tsx";
import { findDownloads, type DownloadCandidate } from "../downloads.ts";
import { writeStyles } from "../fonts/write-styles.ts";
import { renderDocument, renderWithSources } from "../html-document.ts";
import { makeWebPictures } from "../pictures/web-pictures.tsx";
import { withSpokenFormulas } from "../mathematics/spoken-formulas.ts";
import { originalPicture } from "../pictures/original-picture.tsx";
import { addressesOfPictures } from "../pictures/shown-pictures.ts";
import { renderPublication } from "../render-publication.ts";
import { scrollingCode } from "../text/code/scrolling-code.tsx";
import { scrollingTable } from "../text/scrolling-table.tsx";
import { NOT_FOUND_PAGE, NotFoundPage } from "../site/not-found-page.tsx";
import { writeSiteFiles } from "../site/site-files.ts";
import { planSitePictures } from "../site/site-pictures.ts";
import { openSite } from "../site/site.ts";
import type { ElementsListener } from "../source-marks.ts";
import type { PictureElement } from "../text/text-elements.ts";
import { divideLongWords } from "../typography/long-words.ts";
import { bodiesAmong, type Bodies } from "./texts.ts";

const STYLESHEET = "styles.css";

/** Where the web edition goes, and what it offers. */
export interface WebWriting {
  /**
   * Folder that the web edition is written to: absolute, as Node.js never ends making a path that
   * starts from a folder which was removed.
   */
  readonly outputDir: string;
  /** Folders as output/ that hold the finished editions: the first that has one counts. */
  readonly madeDirs: readonly string[];
  /** Keeps pictures from being begun when the run is stopped. */
  readonly signal?: AbortSignal;
}

export interface WebPagesTask extends WebWriting {
  readonly project: Project;
  readonly edition: WebEdition;
  /** The texts, where they were rendered before: Eleventy's own where it is undefined. */
  readonly bodies: Bodies | undefined;
  /** Called when the web edition is whole. */
  readonly onWritten: (() => Promise<void>) | undefined;
  readonly onElements: ElementsListener;
}

/** Adds the pages. They are rendered, and not written, where Eleventy is asked for JSON. */
export async function addWebPages(
  eleventyConfig: EleventyConfig,
  task: WebPagesTask,
): Promise<void> {
  const { project, edition, outputDir, madeDirs, signal } = task;
  const { folders, design, theme } = project;
  const publication = withPartsOf(project.publication, edition);
  const stylesheet = sheetOf(edition);
  const site = {
    ...(await openSite(publication, design, stylesheet)),
    ...(await planSitePictures(publication, folders.contentDir)),
  };
  const findOurs = () => findDownloads(madeDirs, downloadCandidates(publication));
  let isWritten = false;
  eleventyConfig.on("eleventy.before", ({ outputMode }) => {
    isWritten = outputMode === "fs";
  });
  eleventyConfig.addTemplate("index.11ty.js", {
    data: () => ({ permalink: "index.html", eleventyExcludeFromCollections: true }),
    render: async (data) => {
      const bodies = task.bodies ?? bodiesAmong(project, data.collections.all);
      const page = {
        words: wordsFor(publication.lang),
        families: await textFamilies(design.styles, stylesheet),
        judges: KINDS.web.colophon,
        downloads: (await findOurs()).map(({ download }) => download),
      };
      const canShow = publication.translations && (await openShownTexts(design.styles, stylesheet));
      const render = async (picture: PictureElement): Promise<string> => {
        const rendered = renderPublication({ publication, theme }, bodies, {
          picture,
          table: scrollingTable,
          codeBox: scrollingCode,
          formats: KINDS.web.formats,
          canShow,
        });
        const { html, elements } = renderWithSources(
          WebDocument({
            publication: rendered,
            stylesheet: STYLESHEET,
            firstFonts: theme.firstFonts,
            metadata: Metadata({ publication, theme, site, downloads: page.downloads }),
            children: theme.webPage({
              ...{ ...page, publication: rendered, fields: rendered.themeFields },
            }),
          }),
          publication.lang,
          leavesOut(edition, bodies) ? withoutAbsentTargets : undefined,
        );
        task.onElements(edition.id, elements);
        const spoken = await withSpokenFormulas(html, publication.lang);
        return divideLongWords(spoken, publication.lang);
      };
      // Which pictures are shown is the theme's choice: only its page tells.
      const withOriginals = await render(originalPicture);
      if (!isWritten) return withOriginals;
      const files = [...addressesOfPictures(withOriginals)].map(pathOfAddress);
      return render(
        await makeWebPictures(files, { contentDir: folders.contentDir, outputDir }, signal),
      );
    },
  });
  eleventyConfig.addTemplate("not-found.11ty.js", {
    data: () => ({ permalink: NOT_FOUND_PAGE, eleventyExcludeFromCollections: true }),
    render: () =>
      divideLongWords(
        renderDocument(NotFoundPage({ publication, stylesheet: STYLESHEET }), publication.lang),
        publication.lang,
      ),
  });
  eleventyConfig.on("eleventy.after", async ({ outputMode, results }) => {
    if (outputMode !== "fs") return;
    await writeStyles(
      { outputDir, cssName: STYLESHEET },
      design.styles,
      stylesheet,
      results.flatMap(({ outputPath, content }) =>
        outputPath === false ? [] : [{ file: outputPath, html: content }],
      ),
    );
    const found = await findOurs();
    // Beside the page that links to them, so that the folder is whole.
    await Promise.all(
      found.map(({ file, download }) => cp(file, path.join(outputDir, download.href))),
    );
    const downloads = found.map(({ download }) => download);
    await writeSiteFiles(outputDir, site, downloads);
    await task.onWritten?.();
  });
}

function downloadCandidates(publication: Publication): readonly DownloadCandidate[] {
  return publication.editions.flatMap((edition) => {
    const { offer, files } = factsOf(edition.kind);
    if (offer === undefined) return [];
    const [file] = files(publication, edition);
    return [{ edition: edition.id, file, lang: publication.lang, ...offer(edition) }];
  });
}
