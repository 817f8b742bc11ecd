/**
 * HTML in Markdown, as a plugin of markdown-it: comments are for who reads the file, and no edition has
 * them; tags are faults, since the same text would be a table or a picture elsewhere. Input: Markdown;
 * output: nothing for a comment, and a fault in the place of each tag, which is shown as it was written.
 */
import type { MarkdownIt, StateBlock, StateInline } from "markdown-it";
import { indentOf, isIndentedCode, lineStart } from "../block-lines.ts";
import { pushFault, type Wording } from "../fault-token.ts";

const COMMENT_START = "<!--";
const COMMENT_END = "-->";

/** CommonMark 0.31.2, 6.6: an open tag, or a closing tag. */
const TAG =
  /<(?<slash>\/?)(?<name>[A-Za-z][A-Za-z0-9-]*)(?:\s+[A-Za-z_:][\w:.-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>/uy;

/** What authors write for what these elements mean. */
const INSTEAD: ReadonlyMap<string, string> = new Map([
  ["a", "`[text](address)`"],
  ["b", "`**text**`"],
  ["br", "a backslash at the end of the line"],
  ["code", "`` `text` ``"],
  ["del", "`~~text~~`"],
  ["em", "`*text*`"],
  ["figure", '`![Caption](a.png){#fig-name alt="…"}`'],
  ["hr", "`***` between two paragraphs"],
  ["i", "`*text*`"],
  ["img", "`![what it shows](a.png)`"],
  ["kbd", "`` `text` ``"],
  ["s", "`~~text~~`"],
  ["strong", "`**text**`"],
  ["sub", "`~text~`"],
  ["sup", "`^text^`"],
]);

export function html(markdown: MarkdownIt): void {
  markdown.block.ruler.before("html_block", "comment_block", commentBlock, {
    alt: ["paragraph", "reference", "blockquote"],
  });
  markdown.inline.ruler.after("autolink", "html_in_line", htmlInLine);
}

/** A comment that begins a line, over empty lines where need be, with nothing after it. */
function commentBlock(
  state: StateBlock,
  startLine: number,
  endLine: number,
  isSilent: boolean,
): boolean {
  const start = lineStart(state, startLine);
  if (isIndentedCode(state, startLine) || !state.src.startsWith(COMMENT_START, start)) return false;
  for (let line = startLine; line < endLine; line += 1) {
    if (line > startLine && !state.isEmpty(line) && indentOf(state, line) < 0) {
      break;
    }
    const from = line === startLine ? start + COMMENT_START.length : (state.bMarks[line] ?? 0);
    const text = state.src.slice(from, state.eMarks[line]);
    const end = text.indexOf(COMMENT_END);
    if (end === -1) continue;
    // With words after it, it belongs to their paragraph.
    if (text.slice(end + COMMENT_END.length).trim() !== "") return false;
    if (!isSilent) state.line = line + 1;
    return true;
  }
  return false;
}

function htmlInLine(state: StateInline, isSilent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src.charAt(pos) !== "<") return false;
  if (src.startsWith(COMMENT_START, pos)) return comment(state, isSilent);
  TAG.lastIndex = pos;
  const found = TAG.exec(src);
  if (found === null || TAG.lastIndex > posMax) return false;
  const [written] = found;
  if (!isSilent) pushTag(state, written, found.groups ?? {});
  state.pos = pos + written.length;
  return true;
}

/** The names of tags that are reported, for each text: what closes them is no fault of its own. */
const reported = new WeakMap<object, Set<string>>();

function pushTag(
  state: StateInline,
  written: string,
  { slash, name = "" }: Readonly<Record<string, string | undefined>>,
): void {
  const opened = reported.get(state.env) ?? new Set();
  reported.set(state.env, opened);
  const key = name.toLowerCase();
  if (slash === "/" && opened.has(key)) state.push("text", "", 0).content = written;
  else pushFault(state, tagFault(name), written);
  opened.add(key);
}

function comment(state: StateInline, isSilent: boolean): boolean {
  const { src, pos, posMax } = state;
  const found = src.indexOf(COMMENT_END, pos + COMMENT_START.length);
  const isOpen = found === -1 || found + COMMENT_END.length > posMax;
  const end = isOpen ? posMax : found + COMMENT_END.length;
  if (!isSilent) {
    const written = src.slice(pos, end);
    if (isOpen) pushFault(state, UNENDED, written);
    else {
      // The lines that it takes are counted all the same.
      const breaks = written.split("\n").length - 1;
      for (let index = 0; index < breaks; index += 1) state.push("softbreak", "br", 0);
    }
  }
  state.pos = end;
  return true;
}

const UNENDED: Wording = {
  message: "this comment does not end",
  expected: "`-->` after its words",
  hint: "write `-->` where it ends, or \\< for a sign that is to be printed",
};

function tagFault(name: string): Wording {
  const instead = INSTEAD.get(name.toLowerCase());
  return {
    message: `the tag ${JSON.stringify(name)} is HTML, which is not read in texts`,
    expected: instead ?? "Markdown",
    hint: `write ${instead ?? "it in Markdown"}, or \\< for a sign that is to be printed`,
  };
}
