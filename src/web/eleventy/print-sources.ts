/**
 * The print sources of a publication as Eleventy's templates: rendered and not written, the pipeline
 * takes them from Eleventy's JSON.
 */
import type { EleventyConfig, TemplateData } from "@11ty/eleventy";
import { textFamilies } from "../../design/fonts/shipped-fonts.ts";
import { withPartsOf } from "../../editions/chosen-parts.ts";
import { sheetOf } from "../../editions/edition-sheet.ts";
import { isPaged, KINDS } from "../../editions/kinds.ts";
import { measuresOf } from "../../editions/paged/page-measures.ts";
import type { Project } from "../../project/project.ts";
import { addressOfPath } from "../../publication/fields/picture-path.ts";
import type { Edition, PagedEdition } from "../../publication/publication.ts";
import { wordsFor } from "../../theme/words.ts";
import { leavesOut, withoutAbsentTargets } from "../absent-targets.ts";
import { PrintDocument } from "../components/print-document.tsx";
import { renderWithSources } from "../html-document.ts";
import { withSpokenFormulas } from "../mathematics/spoken-formulas.ts";
import { renderPublication } from "../render-publication.ts";
import type { ElementsListener, TakenMarks } from "../source-marks.ts";
import { loadHyphenators } from "../typography/hyphenate.ts";
import { hyphenateHtml, languagesIn } from "../typography/html.ts";
import { divideLongWords } from "../typography/long-words.ts";
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

/** @param onElements learns where the elements of an edition's print source came from. */
export function addPrintSources(
  eleventyConfig: EleventyConfig,
  project: Project,
  onElements: ElementsListener,
): void {
  for (const edition of project.publication.editions) {
    if (!isPaged(edition)) continue;
    eleventyConfig.addTemplate(templateOf(edition), {
      data: () => ({ permalink: false, eleventyExcludeFromCollections: true }),
      render: async (data: TemplateData) => {
        const bodies = bodiesAmong(project, data.collections.all);
        const { html, elements } = await renderPrintSource(project, edition, bodies);
        onElements(edition.id, elements);
        return html;
      },
    });
  }
}

async function renderPrintSource(
  project: Project,
  edition: PagedEdition,
  bodies: Bodies,
): Promise<TakenMarks> {
  const { design, theme } = project;
  const publication = withPartsOf(project.publication, edition);
  const stylesheet = sheetOf(edition);
  const { colophon, pages, formats } = KINDS[edition.kind];
  const rendered = renderPublication({ publication, theme }, bodies, { isPaged: true, formats });
  const rendering = renderWithSources(
    PrintDocument({
      publication: rendered,
      stylesheet: `/styles/${addressOfPath(stylesheet)}`,
      measures: measuresOf(edition),
      children: theme.printPage({
        publication: rendered,
        fields: rendered.themeFields,
        words: wordsFor(publication.lang),
        families: await textFamilies(design.styles, stylesheet),
        judges: colophon,
        isBound: pages.isBound,
      }),
    }),
    publication.lang,
    leavesOut(edition, bodies) ? withoutAbsentTargets : undefined,
  );
  const spoken = await withSpokenFormulas(rendering.html, publication.lang);
  const document = { ...rendering, html: await divideLongWords(spoken, publication.lang) };
  if (!edition.hyphenation) return document;
  const hyphenators = await loadHyphenators(languagesIn(document.html));
  const html = hyphenateHtml(document.html, { lang: publication.lang, hyphenators });
  return { ...document, html };
}
