/**
 * The print sources of a publication as Eleventy's templates: rendered and not written, the pipeline
 * takes them from Eleventy's JSON.
 */
import type { EleventyConfig, TemplateData } from "@11ty/eleventy";
import { fontFamilies } from "../../design/fonts/stylesheet-fonts.ts";
import { sheetName } from "../../design/styles/style-folder.ts";
import type { Project } from "../../project/project.ts";
import { PAGE_FORMATS } from "../../publication/page-formats.ts";
import { addressOfPath } from "../../publication/picture-path.ts";
import type { Edition, PagedEdition } from "../../publication/publication.ts";
import { COLOPHON_JUDGES } from "../../theme/colophon-judges.ts";
import { wordsFor } from "../../theme/words.ts";
import { PrintDocument, type PageMeasures } from "../components/print-document.tsx";
import { renderDocument } from "../html-document.ts";
import { renderPublication } from "../render-publication.ts";
import { loadHyphenators } from "../typography/hyphenate.ts";
import { hyphenateHtml, languagesIn } from "../typography/html.ts";
import { isTemplate } from "./input-folder.ts";
import { bodiesAmong, type Bodies } from "./texts.ts";

/** Virtual path of the template that renders an edition's print source. */
function templateOf(edition: Edition): string {
  return `print/${edition.id}.11ty.js`;
}

/** Whether this is what an edition's template was rendered from. */
export function isPrintSourceOf(edition: Edition, inputPath: string): boolean {
  return isTemplate(templateOf(edition), inputPath);
}

export function addPrintSources(eleventyConfig: EleventyConfig, project: Project): void {
  for (const edition of project.publication.editions) {
    if (edition.kind === "web") continue;
    eleventyConfig.addTemplate(templateOf(edition), {
      data: () => ({ permalink: false, eleventyExcludeFromCollections: true }),
      render: (data: TemplateData) =>
        renderPrintSource(project, edition, bodiesAmong(project, data.collections.all)),
    });
  }
}

function measuresOf(edition: PagedEdition): PageMeasures {
  return {
    ...PAGE_FORMATS[edition.format],
    typeSizePt: edition.typeSize,
    bleedMm: edition.kind === "press" ? edition.bleed : 0,
  };
}

async function renderPrintSource(
  project: Project,
  edition: PagedEdition,
  bodies: Bodies,
): Promise<string> {
  const { publication, design, theme } = project;
  const rendered = renderPublication(project, bodies);
  const html = renderDocument(
    PrintDocument({
      publication: rendered,
      stylesheet: `/${addressOfPath(edition.stylesheet)}`,
      measures: measuresOf(edition),
      children: theme.printPage({
        publication: rendered,
        words: wordsFor(publication.lang),
        families: await fontFamilies(design.styles, sheetName(edition.stylesheet)),
        judges: COLOPHON_JUDGES[edition.kind],
        isBound: edition.kind === "press",
      }),
    }),
    publication.lang,
  );
  if (!edition.hyphenation) return html;
  const hyphenators = await loadHyphenators(languagesIn(html));
  return hyphenateHtml(html, { lang: publication.lang, hyphenators });
}
