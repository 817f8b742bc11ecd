/** Inline Markdown within marks: what stands between them becomes the content of an element. */
import type { StateInline, Token } from "markdown-it";

export interface NestedInline {
  /** Of the tokens, which end in `_open` and `_close`. */
  readonly name: string;
  readonly tag: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** Where the content begins, and where its end is, in `state.src`. */
  readonly start: number;
  readonly end: number;
}

/**
 * Pushes the element and what is in it, and leaves `state.pos` for the caller to set.
 * @returns the token that opens it.
 */
export function pushNested(
  state: StateInline,
  { name, tag, attributes = {}, start, end }: NestedInline,
): Token {
  const opening = state.push(`${name}_open`, tag, 1);
  for (const [attribute, value] of Object.entries(attributes)) opening.attrSet(attribute, value);
  const { posMax } = state;
  state.pos = start;
  state.posMax = end;
  state.md.inline.tokenize(state);
  state.posMax = posMax;
  state.push(`${name}_close`, tag, -1);
  return opening;
}
