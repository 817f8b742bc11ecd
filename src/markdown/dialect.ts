/**
 * What authors may write beside CommonMark and tables, as one plugin of markdown-it: those who render a
 * text and those who look for faults in it read the same. `docs/dialect.md` is its ledger.
 */
import type { MarkdownIt } from "markdown-it";
import definitionLists from "markdown-it-deflist";
import { crossReferences } from "./references/cross-references.ts";
import { alerts } from "./blocks/alerts.ts";
import { abbreviations } from "./words/abbreviations.ts";
import { codeBlocks } from "./code/code-blocks.ts";
import { citations } from "./citations/citations.ts";
import { dashes } from "./words/dashes.ts";
import { faultTokens } from "./fault-token.ts";
import { fencedBlocks } from "./blocks/fenced-block.ts";
import { figures } from "./figures/figures.ts";
import { glossary } from "./glossary/glossary.ts";
import { headingIds } from "./blocks/heading-ids.ts";
import { indexPlaces } from "./index/index-places.ts";
import { lineBlocks } from "./blocks/line-blocks.ts";
import { numberedLists } from "./references/numbered-lists.ts";
import { mathematics } from "./mathematics/mathematics.ts";
import { notes } from "./notes.ts";
import { pictureAlternatives } from "./figures/picture-alternative.ts";
import { quartoBlocks } from "./blocks/quarto-blocks.ts";
import { pageBreaks } from "./blocks/page-breaks.ts";
import { passages } from "./blocks/passages.ts";
import { quotationSources } from "./blocks/quotation-sources.ts";
import { raisedText } from "./words/raised-text.ts";
import { spans } from "./words/spans.ts";
import { tables } from "./tables/tables.ts";
import { tasks } from "./blocks/tasks.ts";
import { unknownSyntax } from "./unknown/unknown-syntax.ts";

export function dialect(markdown: MarkdownIt): void {
  markdown.use(faultTokens).use(fencedBlocks).use(definitionLists).use(tasks).use(lineBlocks);
  markdown.use(codeBlocks);
  // Before headings: one of them may be the title of a block.
  markdown.use(alerts).use(quartoBlocks).use(quotationSources).use(passages).use(pageBreaks);
  markdown.use(headingIds).use(dashes).use(raisedText).use(mathematics).use(tables);
  markdown.use(figures).use(pictureAlternatives);
  markdown.use(crossReferences).use(numberedLists);
  // Spans come first: what stands between brackets with attributes behind it is a span.
  markdown.use(notes).use(unknownSyntax).use(citations).use(spans).use(abbreviations);
  // Behind what gives ids, and what moves notes.
  markdown.use(glossary).use(indexPlaces);
}
