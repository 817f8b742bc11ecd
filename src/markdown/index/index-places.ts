/**
 * The index in Markdown: the places that it names, and the block `::: {#index}` where it stands. Input:
 * tokens; output: places with what the index says of them as an attribute, numbered in the text, and an
 * element in the place of the block, which is shown as the index when all texts are rendered.
 */
import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { placeLists, type MadeList } from "../blocks/made-lists.ts";
import { faultToken } from "../fault-token.ts";
import { wordsFrom } from "../token-words.ts";
import type { IndexMark, IndexPath } from "./index-mark.ts";

/** What the index says of a place, as JSON of an `IndexPlace`. */
export const INDEX_PLACE = "data-index-place";
/** Where the index stands. */
export const INDEX_LIST_ELEMENT = "index-list";
/** The id of the block, and of the index on pages. */
export const INDEX_ID = "index";
/** The type of the token that stands for it. */
export const INDEX_LIST_OPEN = "index_list_open";

const INDEX_LIST: MadeList = {
  ...{ id: INDEX_ID, what: "the index" },
  ...{ element: INDEX_LIST_ELEMENT, token: "index_list" },
};

export interface IndexPlace extends IndexMark {
  /** From 1, in its text. */
  readonly nth: number;
  /** Each has a level. */
  readonly paths: readonly IndexPath[];
  /** Of the words, where it is that of the entry as well. */
  readonly lang?: string;
}

export function indexPlaces(markdown: MarkdownIt): void {
  markdown.core.ruler.before("inline", "index_blocks", (state) => {
    placeLists(state, [INDEX_LIST]);
  });
  markdown.core.ruler.push("index_places", numberPlaces);
}

/** What the index says of the place that a token opens. */
export function placeOfToken(token: Token): IndexPlace | undefined {
  const written = token.attrGet(INDEX_PLACE);
  return written === null ? undefined : readPlace(String(written));
}

/** What the attribute of an element says. */
export function readPlace(written: string): IndexPlace {
  return JSON.parse(written) as IndexPlace;
}

/** For a token that opens words; the place is completed when all of its text is known. */
export function noteMark(token: Token, mark: IndexMark): void {
  token.meta = { ...(token.meta as object | null), index: mark };
}

function markOf({ meta }: Token): IndexMark | undefined {
  return (meta as { readonly index?: IndexMark } | null)?.index;
}

function numberPlaces(state: StateCore): void {
  const ids = new Set(
    state.tokens
      .flatMap((token) => [token, ...(token.children ?? [])])
      .flatMap((token) => token.attrGet("id") ?? []),
  );
  let nth = 0;
  for (const token of state.tokens) {
    token.children &&= token.children.flatMap((child, index, all): readonly Token[] => {
      const mark = markOf(child);
      if (mark === undefined) return [child];
      if (mark.to !== undefined && !ids.has(mark.to))
        return [faultToken(state, deadEnd(mark.to), ""), child];
      nth += 1;
      child.attrSet(
        INDEX_PLACE,
        JSON.stringify(completed(mark, child, wordsFrom(all, index), nth)),
      );
      return [child];
    });
  }
}

function deadEnd(id: string) {
  return {
    message: `the passage ends at ${JSON.stringify(id)}, and nothing in this text has that id`,
    expected: "the id of words or of a heading in the same text",
    hint: `write \`[]{#${id}}\` where the passage ends`,
  };
}

function completed(mark: IndexMark, token: Token, words: string, nth: number): IndexPlace {
  const lang = token.attrGet("lang");
  return {
    ...mark,
    nth,
    paths: mark.paths.map((path) => (path.length === 0 ? [{ text: words }] : path)),
    ...(lang !== null && mark.paths.every((path) => path.length === 0) && { lang: String(lang) }),
  };
}
