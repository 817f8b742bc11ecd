/**
 * Blocks by the names that Quarto gives them: `::: {.callout-note}`, whose title may be a heading on its
 * first line, and `::: {.column-margin}`. Input: Markdown; output: the same blocks by the names that
 * they have here, with the rest of their names as fields.
 */
import type { MarkdownIt, Token } from "markdown-it";
import { ALERT_BLOCK } from "./alerts.ts";
import type { Field } from "../attributes.ts";
import { blockOf, setBlock, type FencedBlock } from "./fenced-block.ts";

const ALERT = /^callout-(?<kind>.+)$/u;

/** No edition has text in its margins. */
const OTHER_NAMES: ReadonlyMap<string | undefined, string> = new Map([["column-margin", "aside"]]);

export function quartoBlocks(markdown: MarkdownIt): void {
  markdown.core.ruler.before("inline", "quarto_blocks", (state) => {
    const titles = new Set<Token>();
    for (const [index, token] of state.tokens.entries()) {
      const block = blockOf(token);
      if (block === undefined) continue;
      const kind = ALERT.exec(block.name ?? "")?.groups?.kind;
      const other = OTHER_NAMES.get(block.name);
      if (kind !== undefined) {
        const heading = titleOf(state.tokens.slice(index + 1, index + 4), block);
        for (const taken of heading) titles.add(taken);
        setBlock(token, alertOf(block, kind, heading[1]?.content));
      } else if (other !== undefined) setBlock(token, { ...block, name: other });
    }
    state.tokens = state.tokens.filter((token) => !titles.has(token));
  });
}

function alertOf(block: FencedBlock, kind: string, title: string | undefined): FencedBlock {
  const fields: readonly Field[] = [
    ["kind", kind],
    ...block.fields,
    ...(title === undefined ? [] : [["title", title] as const]),
  ];
  return { ...block, name: ALERT_BLOCK, fields };
}

/** The heading that the block begins with; none where its title is given. */
function titleOf(first: readonly Token[], { fields }: FencedBlock): readonly Token[] {
  const isTitled = fields.some(([name]) => name === "title");
  return first[0]?.type === "heading_open" && !isTitled ? first : [];
}
