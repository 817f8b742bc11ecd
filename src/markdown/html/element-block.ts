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

function pushElements(state: StateBlock, text: string, startLine: number): void {
  let words = "";
  let wordsFrom = 0;
  const lineOf = (at: number): number => startLine + text.slice(0, at).split("\n").length - 1;
  const pushWords = (): void => {
    const content = words.trim();
    const from = wordsFrom + words.length - words.trimStart().length;
    words = "";
    if (content === "") return;
    const inline = state.push("inline", "", 0);
    inline.content = content;
    inline.map = [lineOf(from), lineOf(from + content.length) + 1];
    inline.children = [];
  };
  for (let at = 0; at < text.length;) {
    const isComment = text.startsWith(COMMENT_START, at) && text.includes(COMMENT_END, at);
    const tag = isComment ? undefined : readTag(text, at, text.length);
    if (tag !== undefined && isBlock(tag.name)) {
      pushWords();
      pushTag(state, tag, "block");
      const token = state.tokens.at(-1);
      if (token !== undefined) token.map = [lineOf(at), lineOf(at + tag.written.length) + 1];
      at += tag.written.length;
      continue;
    }
    const length = isComment
      ? text.indexOf(COMMENT_END, at) + COMMENT_END.length - at
      : (tag?.written.length ?? 1);
    if (words === "") wordsFrom = at;
    words += text.slice(at, at + length);
    at += length;
  }
  pushWords();
}
