/**
 * What authors may write beside CommonMark and tables, as one plugin of markdown-it: those who render a
 * text and those who look for faults in it read the same. `docs/dialect.md` is its ledger.
 */
import type { MarkdownIt } from "markdown-it";
import definitionLists from "markdown-it-deflist";
import { crossReferences } from "./cross-references.ts";
import { alerts } from "./alerts.ts";
import { abbreviations } from "./abbreviations.ts";
import { codeBlocks } from "./code-blocks.ts";
import { citations } from "./citations.ts";
import { dashes } from "./dashes.ts";
import { faultTokens } from "./fault-token.ts";
import { fencedBlocks } from "./fenced-block.ts";
import { figures } from "./figures.ts";
import { glossary } from "./glossary/glossary.ts";
import { headingIds } from "./heading-ids.ts";
import { indexPlaces } from "./index/index-places.ts";
import { lineBlocks } from "./line-blocks.ts";
import { mathematics } from "./mathematics.ts";
import { notes } from "./notes.ts";
import { pictureAlternatives } from "./picture-alternative.ts";
import { quartoBlocks } from "./quarto-blocks.ts";
import { pageBreaks } from "./page-breaks.ts";
import { passages } from "./passages.ts";
import { quotationSources } from "./quotation-sources.ts";
import { raisedText } from "./raised-text.ts";
import { spans } from "./spans.ts";
import { tables } from "./tables/tables.ts";
import { tasks } from "./tasks.ts";
import { unknownSyntax } from "./unknown-syntax.ts";

export function dialect(markdown: MarkdownIt): void {
  markdown.use(faultTokens).use(fencedBlocks).use(definitionLists).use(tasks).use(lineBlocks);
  markdown.use(codeBlocks);
  // Before headings: one of them may be the title of a block.
  markdown.use(alerts).use(quartoBlocks).use(quotationSources).use(passages).use(pageBreaks);
  markdown.use(headingIds).use(dashes).use(raisedText).use(mathematics).use(tables);
  markdown.use(figures).use(pictureAlternatives);
  markdown.use(crossReferences);
  // Spans come first: what stands between brackets with attributes behind it is a span.
  markdown.use(notes).use(unknownSyntax).use(citations).use(spans).use(abbreviations);
  // Behind what gives ids, and what moves notes.
  markdown.use(glossary).use(indexPlaces);
}
