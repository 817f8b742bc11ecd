/**
 * HTML that begins a line, as a rule of markdown-it: it goes on to the next empty line, as CommonMark 0.31.2,
 * 4.6, has it, so that Markdown may stand between its tags. Input: lines; output: a token for each tag, and
 * for the words between them one that is read as a line of Markdown.
 */
import type { StateBlock } from "markdown-it";
import { indentOf, isIndentedCode, lineAt, lineStart } from "../block-lines.ts";
import { COMMENT_END, COMMENT_START } from "./comments.ts";
import { isBlock } from "./allowed-html.ts";
import { isHtmlPermitted } from "./permission.ts";
import { pushTag } from "./push-tag.ts";
import { readTag } from "./tag.ts";

export function elementBlock(
  state: StateBlock,
  startLine: number,
  endLine: number,
  isSilent: boolean,
): boolean {
  if (!isHtmlPermitted(state.md) || isIndentedCode(state, startLine)) return false;
  const start = lineStart(state, startLine);
  const first = readTag(state.src, start, state.src.length);
  if (first === undefined || !isBlock(first.name)) return false;
  if (isSilent) return true;
  let line = startLine + 1;
  while (line < endLine && !state.isEmpty(line) && indentOf(state, line) >= 0) line += 1;
  const lines = Array.from({ length: line - startLine }, (_, at) => lineAt(state, startLine + at));
  pushElements(state, lines.join("\n"), startLine);
  state.line = line;
  return true;
}

/** Lines of places in a text, which are asked for in their order: a long text is read once. */
class LineCounter {
  readonly #text: string;
  #at = 0;
  #line: number;

  constructor(text: string, firstLine: number) {
    this.#text = text;
    this.#line = firstLine;
  }

  lineOf(at: number): number {
    for (; this.#at < at; this.#at += 1) if (this.#text.charAt(this.#at) === "\n") this.#line += 1;
    return this.#line;
  }
}

function pushElements(state: StateBlock, text: string, startLine: number): void {
  const counter = new LineCounter(text, startLine);
  let wordsFrom = 0;
  const pushWords = (end: number): void => {
    const words = text.slice(wordsFrom, end);
    const content = words.trim();
    if (content === "") return;
    const from = wordsFrom + words.length - words.trimStart().length;
    const line = counter.lineOf(from);
    const inline = state.push("inline", "", 0);
    inline.content = content;
    inline.map = [line, counter.lineOf(from + content.length) + 1];
    inline.children = [];
  };
  const lastEnd = text.lastIndexOf(COMMENT_END);
  for (let at = text.indexOf("<"); at !== -1; at = text.indexOf("<", at)) {
    const isComment = at < lastEnd && text.startsWith(COMMENT_START, at);
    const comment = isComment ? text.indexOf(COMMENT_END, at + COMMENT_START.length) : -1;
    const tag = comment === -1 ? readTag(text, at, text.length) : undefined;
    if (tag !== undefined && isBlock(tag.name)) {
      pushWords(at);
      pushTag(state, tag, "block");
      const line = counter.lineOf(at);
      at += tag.written.length;
      wordsFrom = at;
      const token = state.tokens.at(-1);
      if (token !== undefined) token.map = [line, counter.lineOf(at) + 1];
    } else if (comment === -1) at += tag?.written.length ?? 1;
    else at = comment + COMMENT_END.length;
  }
  pushWords(text.length);
}
