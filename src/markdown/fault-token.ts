/**
 * What authors wrote in a syntax of the dialect and is wrong in it, as a token: a rule of markdown-it
 * that finds it pushes one, in the place of the text, and who looks for faults collects them with their
 * lines. Where it is rendered all the same, it is the text as it was written: nothing is lost.
 */
import type { MarkdownIt, StateBlock, StateCore, StateInline, Token } from "markdown-it";

/** A thing to fix, that is not placed yet. */
export interface Wording {
  /** What is wrong. */
  readonly message: string;
  /** What would be right. */
  readonly expected: string;
  /** How to fix it, in one sentence without the word "hint". */
  readonly hint: string;
}

const FAULT = "dialect_fault";

export function faultTokens(markdown: MarkdownIt): void {
  markdown.renderer.rules[FAULT] = (tokens, index) =>
    markdown.utils.escapeHtml(tokens[index]?.content ?? "");
}

/** @param content the text that is wrong, as it was written. */
export function faultToken(
  { Token: TokenOf }: Pick<StateCore, "Token">,
  wording: Wording,
  content: string,
): Token {
  const token = new TokenOf(FAULT, "", 0);
  token.content = content;
  token.meta = { ...wording };
  return token;
}

/** The same, put where the rule stands. */
export function pushFault(
  state: StateBlock | StateInline,
  wording: Wording,
  content: string,
): Token {
  const token = state.push(FAULT, "", 0);
  token.content = content;
  token.meta = { ...wording };
  return token;
}

/** What is wrong, where a token says that something is. */
export function faultOf({
  type,
  meta,
}: {
  readonly type: string;
  readonly meta: unknown;
}): Wording | undefined {
  return type === FAULT ? (meta as Wording) : undefined;
}
