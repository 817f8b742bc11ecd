/**
 * The print sources of a publication as Eleventy's templates: rendered and not written, the pipeline
 * takes them from Eleventy's JSON.
 */
import type { EleventyConfig, TemplateData } from "@11ty/eleventy";
import { fontFamilies } from "../../design/fonts/stylesheet-fonts.ts";
import { withPartsOf } from "../../editions/chosen-parts.ts";
import { sheetOf } from "../../editions/edition-sheet.ts";
import { isPaged, KINDS } from "../../editions/kinds.ts";
import { measuresOf } from "../../editions/paged/page-measures.ts";
import type { Project } from "../../project/project.ts";
import { addressOfPath } from "../../publication/picture-path.ts";
import type { Edition, PagedEdition } from "../../publication/publication.ts";
import { wordsFor } from "../../theme/words.ts";
import { withoutAbsentTargets } from "../absent-targets.ts";
import { PrintDocument } from "../components/print-document.tsx";
import { renderDocument } from "../html-document.ts";
import { renderPublication, renderThemeFields } from "../render-publication.ts";
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
    if (!isPaged(edition)) continue;
    eleventyConfig.addTemplate(templateOf(edition), {
      data: () => ({ permalink: false, eleventyExcludeFromCollections: true }),
      render: (data: TemplateData) =>
        renderPrintSource(project, edition, bodiesAmong(project, data.collections.all)),
    });
  }
}

async function renderPrintSource(
  project: Project,
  edition: PagedEdition,
  bodies: Bodies,
): Promise<string> {
  const { design, theme } = project;
  const publication = withPartsOf(project.publication, edition);
  const stylesheet = sheetOf(edition);
  const { colophon, pages } = KINDS[edition.kind];
  const rendered = renderPublication({ publication, theme }, bodies);
  const whole = renderDocument(
    PrintDocument({
      publication: rendered,
      stylesheet: `/styles/${addressOfPath(stylesheet)}`,
      measures: measuresOf(edition),
      children: theme.printPage({
        publication: rendered,
        fields: renderThemeFields({ publication, theme }),
        words: wordsFor(publication.lang),
        families: await fontFamilies(design.styles, stylesheet),
        judges: colophon,
        isBound: pages.isBound,
      }),
    }),
    publication.lang,
  );
  const html = edition.parts === undefined ? whole : withoutAbsentTargets(whole);
  if (!edition.hyphenation) return html;
  const hyphenators = await loadHyphenators(languagesIn(html));
  return hyphenateHtml(html, { lang: publication.lang, hyphenators });
}
