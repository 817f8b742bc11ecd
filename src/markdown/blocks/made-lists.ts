/**
 * Blocks with an id and nothing else, `::: {#index}` and `:::`, where a list stands that is made of all
 * texts. Input: tokens, and which lists there are; output: an element in the place of each such block, and
 * faults of what is said in it.
 */
import type { StateCore, Token } from "markdown-it";
import { faultToken } from "../fault-token.ts";
import { BLOCK_CLOSE, BLOCK_OPEN, blockOf, type FencedBlock } from "./fenced-block.ts";

export interface MadeList {
  /** Of the block. */
  readonly id: string;
  /** As faults call it: `the index`. */
  readonly what: string;
  /** What stands in the place of the block. */
  readonly element: string;
  /** Types of its tokens, without `_open` and `_close`. */
  readonly token: string;
}

export function placeLists(state: StateCore, lists: readonly MadeList[]): void {
  const tokens: Token[] = [];
  let depth = 0;
  for (const token of state.tokens) {
    if (depth > 0) {
      if (token.type === BLOCK_OPEN) depth += 1;
      if (token.type === BLOCK_CLOSE) depth -= 1;
      continue;
    }
    const block = blockOf(token);
    const list = block && lists.find((each) => isPlaceOf(each, block));
    if (block === undefined || list === undefined) {
      tokens.push(token);
      continue;
    }
    depth = 1;
    tokens.push(...wrongIn(block, list, token, state), ...listTokens(list, token, state));
  }
  state.tokens = tokens;
}

/** A block without its closing `:::` is none: that is reported of it as of any block. */
function isPlaceOf(list: MadeList, { name, id, isOpen }: FencedBlock): boolean {
  return name === undefined && id === list.id && !isOpen;
}

function wrongIn(
  { source, fields, unread, yaml }: FencedBlock,
  { id, what }: MadeList,
  { map }: Token,
  state: Pick<StateCore, "Token">,
): readonly Token[] {
  if (source === "" && fields.length === 0 && unread.length === 0 && yaml === undefined) return [];
  const wrong = faultToken(
    state,
    {
      message: `something is said in the block of ${what}, which is made of all texts`,
      expected: `a line \`::: {#${id}}\` and a line \`:::\`, with nothing between them`,
      hint: `write what is to stand above ${what} before the block`,
    },
    source,
  );
  wrong.map = map;
  return [wrong];
}

function listTokens(
  { element, token: type }: MadeList,
  { map, level }: Token,
  { Token: TokenOf }: Pick<StateCore, "Token">,
): readonly Token[] {
  const opening = new TokenOf(`${type}_open`, element, 1);
  const closing = new TokenOf(`${type}_close`, element, -1);
  opening.map = map;
  for (const token of [opening, closing]) {
    token.level = level;
    token.block = true;
  }
  return [opening, closing];
}
