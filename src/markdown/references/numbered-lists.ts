/**
 * Where the list of figures and the list of tables stand, as a plugin of markdown-it: at
 * `::: {#list-of-figures}` and `::: {#list-of-tables}`. Input: Markdown; output: an element in the place
 * of each block, which is shown as the list when all texts are rendered.
 */
import type { MarkdownIt } from "markdown-it";
import { placeLists, type MadeList } from "../blocks/made-lists.ts";
import type { NumberedKind } from "./numbered.ts";

/** Formulas have no caption that a list could show. */
export type ListedKind = Exclude<NumberedKind, "equation">;

export const LISTED_KINDS: readonly ListedKind[] = ["figure", "table"];

export const NUMBERED_LISTS: Readonly<Record<ListedKind, MadeList>> = {
  figure: listOf("figures"),
  table: listOf("tables"),
};

export function numberedLists(markdown: MarkdownIt): void {
  markdown.core.ruler.before("inline", "numbered_lists", (state) => {
    placeLists(state, Object.values(NUMBERED_LISTS));
  });
}

/** Of what the list is that a token opens. */
export function listedKindOf({ type }: { readonly type: string }): ListedKind | undefined {
  return LISTED_KINDS.find((kind) => type === `${NUMBERED_LISTS[kind].token}_open`);
}

function listOf(things: string): MadeList {
  const id = `list-of-${things}`;
  return { id, what: `the list of ${things}`, element: id, token: `list_of_${things}` };
}
