/**
 * What authors may write beside CommonMark and tables, as one plugin of markdown-it: those who render a
 * text and those who look for faults in it read the same. `docs/dialect.md` is its ledger.
 */
import type { MarkdownIt } from "markdown-it";
import definitionLists from "markdown-it-deflist";
import { faultTokens } from "./fault-token.ts";
import { fencedBlocks } from "./fenced-block.ts";
import { raisedText } from "./raised-text.ts";

export function dialect(markdown: MarkdownIt): void {
  markdown.use(faultTokens).use(fencedBlocks).use(definitionLists).use(raisedText);
}
