/**
 * The glossary in Markdown: a definition list between `::: glossary` and `:::`, and words that lead to its
 * terms. Input: tokens; output: an element round the list, terms with ids, and links to them, from any
 * file of the publication. Terms that there are not are for who knows all files.
 */
import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { BLOCK_CLOSE, blockOf, type FencedBlock } from "../blocks/fenced-block.ts";
import { faultToken, type Wording } from "../fault-token.ts";
import { wordsFrom } from "../token-words.ts";
import { idOfTerm, wrongTerm } from "./term-mark.ts";

/** What stands round the list, until an edition shows it. */
export const GLOSSARY_ELEMENT = "term-glossary";
/** The type of the token that opens words which lead to a term. */
export const TERM_OPEN = "term_open";
const TERM_CLOSE = "term_close";
const NAME = "glossary";
const GLOSSARY_OPEN = "glossary_open";
const GLOSSARY_CLOSE = "glossary_close";

export function glossary(markdown: MarkdownIt): void {
  markdown.core.ruler.before("inline", "glossary_blocks", glossaryBlocks);
  markdown.core.ruler.push("glossary_terms", nameTerms);
}

/** What it defines, or leads to. */
export function termOfToken({ meta }: Token): string | undefined {
  return (meta as { readonly term?: string } | null)?.term;
}

/** @param term as `readTerm` has it. */
export function noteTerm(token: Token, term: string): void {
  token.meta = { ...(token.meta as object | null), term };
}

function glossaryBlocks(state: StateCore): void {
  const tokens: Token[] = [];
  /** Of the blocks that are open here, whether they are glossaries. */
  const open: boolean[] = [];
  for (const [index, token] of state.tokens.entries()) {
    const block = blockOf(token);
    if (block !== undefined) {
      const isGlossary = block.name === NAME && !block.isOpen;
      open.push(isGlossary);
      if (isGlossary) {
        tokens.push(...wrongIn(block, state.tokens.slice(index), state));
        asElement(token, GLOSSARY_OPEN);
        if (block.id !== undefined) token.attrSet("id", block.id);
      }
    } else if (token.type === BLOCK_CLOSE && open.pop() === true) asElement(token, GLOSSARY_CLOSE);
    tokens.push(token);
  }
  state.tokens = tokens;
}

function asElement(token: Token, type: string): void {
  token.type = type;
  token.tag = GLOSSARY_ELEMENT;
  token.attrs = null;
  token.meta = null;
}

const WRONG: Omit<Wording, "message"> = {
  expected: "a definition list alone: a term on a line, below it `: ` and what it means",
  hint: "write the list between `::: glossary` and `:::`, and other text before or after it",
};

/** @param tokens from the one that opens the block. */
function wrongIn(
  { fields, unread, yaml }: FencedBlock,
  tokens: readonly Token[],
  state: Pick<StateCore, "Token">,
): readonly Token[] {
  const [first, second] = tokens;
  const base = first?.level ?? 0;
  const end = tokens.findIndex(
    ({ type, level }, at) => at > 0 && type === BLOCK_CLOSE && level === base,
  );
  const inside = tokens.slice(1, end).filter(({ level }) => level === (second?.level ?? 0));
  const message =
    fields.length + unread.length > 0 || yaml !== undefined
      ? "a glossary has nothing between its braces but an id"
      : inside.length === 0 || !inside.every(({ type }) => /^dl_(?:open|close)$/u.test(type))
        ? "a glossary has a definition list, and nothing else"
        : undefined;
  if (message === undefined) return [];
  const wrong = faultToken(state, { message, ...WRONG }, "");
  wrong.map = first?.map ?? null;
  return [wrong];
}

function nameTerms(state: StateCore): void {
  const { tokens } = state;
  let depth = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.type === GLOSSARY_OPEN) depth += 1;
    if (token.type === GLOSSARY_CLOSE) depth -= 1;
    if (depth > 0 && token.type === "dt_open") {
      const term = wordsFrom(tokens[index + 1]?.children ?? []);
      token.attrSet("id", idOfTerm(term));
      noteTerm(token, term);
    }
    token.children &&= token.children.flatMap((child, place, all): readonly Token[] => {
      if (child.type !== TERM_OPEN) return [child];
      const named = termOfToken(child) ?? "";
      const term = named === "" ? wordsFrom(all, place) : named;
      noteTerm(child, term);
      child.attrSet("href", `#${encodeURIComponent(idOfTerm(term))}`);
      return holdsLink(all, place)
        ? [faultToken(state, wrongTerm(LINK_IN_TERM), ""), child]
        : [child];
    });
  }
}

const LINK_IN_TERM = "a link stands in the words of a term, which are a link themselves";

/** @param place of the token that opens the words. */
function holdsLink(tokens: readonly Token[], place: number): boolean {
  const length = tokens.slice(place).findIndex(({ type }) => type === TERM_CLOSE);
  return tokens
    .slice(place + 1, place + length)
    .some(({ type }) => type === "link_open" || type === TERM_OPEN);
}
