/**
 * What authors write in other tools and this dialect does not know: each is a fault, so that none is
 * printed as it was typed, or lost. Input: Markdown; output: fault tokens in the place of such text. A
 * construct that the dialect learns leaves this list.
 */
import type { MarkdownIt, StateInline, Token } from "markdown-it";
import { BLOCK_OPEN } from "./blocks/fenced-block.ts";
import { faultToken, pushFault, type Wording } from "./fault-token.ts";

interface Unknown extends Wording {
  /** Sticky; of what is to be seen as one piece. */
  readonly pattern: RegExp;
}

/** It is what it seems only where a paragraph begins. */
interface UnknownStart extends Unknown {
  /** The token that the paragraph must be the first in; any where it is undefined. */
  readonly firstIn?: string;
}

const INLINE: readonly Unknown[] = [
  {
    pattern: /\^\[/uy,
    message: "this note does not end",
    expected: "a bracket after the text of the note, such as `^[A note.]`",
    hint: "close the bracket, or write \\^ for a sign that is to be printed",
  },
  {
    pattern: /@lst-[\p{L}\p{N}_-]+/uy,
    message: "this is a reference to code, and code has no numbers here",
    expected: "a reference to a figure, a table, a formula or a heading, such as `@fig-boats`",
    hint: "name the code in words, or write \\@ for a sign that is to be printed",
  },
  {
    pattern: /\{\{<[ \t]*pagebreak[ \t]*>\}\}/uy,
    message: "a page breaks in a line of text",
    expected: "`{{< pagebreak >}}` on a line of its own, between empty lines",
    hint: "put empty lines before and after it",
  },
  {
    pattern: /\{\{<[^\n]*?(?:>\}\}|$)/uy,
    message: "this is a shortcode that is not known here",
    expected: "text",
    hint: "remove it, or write what it stands for",
  },
];

const AT_START: readonly UnknownStart[] = [
  {
    pattern: /\{:[^}]*\}?/uy,
    message: "these are attributes in a form that is not known here",
    expected: "attributes after what they are for, such as `## The quay {#quay}`",
    hint: "write them without a colon, or \\{ for a brace that is to be printed",
  },
];

export function unknownSyntax(markdown: MarkdownIt): void {
  markdown.inline.ruler.after("dead_note", "unknown_syntax", unknownInline);
  markdown.core.ruler.before("inline", "unknown_blocks", (state) => {
    const maxNesting = markdown.options.maxNesting;
    state.tokens = state.tokens.flatMap((token, index, all): readonly Token[] => {
      const wording =
        token.type === "inline"
          ? unknownStart(token.content, all.slice(Math.max(index - 2, 0), index))
          : unknownBlock(token, maxNesting);
      if (wording === undefined) return [token];
      // The text is a token itself, so that it is shown all the same.
      const wrong = faultToken(state, wording, "");
      wrong.map = token.map;
      return [token, wrong];
    });
  });
}

function unknownInline(state: StateInline, isSilent: boolean): boolean {
  for (const { pattern, ...wording } of INLINE) {
    pattern.lastIndex = state.pos;
    const found = pattern.exec(state.src)?.[0];
    if (found === undefined || state.pos + found.length > state.posMax) continue;
    if (!isSilent) pushFault(state, wording, found);
    state.pos += found.length;
    return true;
  }
  return false;
}

/** @param before the two tokens before the text, or fewer. */
function unknownStart(content: string, before: readonly Token[]): Wording | undefined {
  if (before.at(-1)?.type !== "paragraph_open") return undefined;
  return AT_START.find(({ pattern, firstIn }) => {
    pattern.lastIndex = 0;
    return pattern.test(content) && (firstIn === undefined || before[0]?.type === firstIn);
  });
}

/** What blocks are in. Of what is nested deeper than the parser goes, nothing is left. */
const CONTAINERS = ["blockquote_open", "list_item_open", "dd_open", BLOCK_OPEN];

function unknownBlock({ type, level }: Token, maxNesting: number): Wording | undefined {
  if (!CONTAINERS.includes(type) || level < maxNesting - 1) return undefined;
  return {
    message: `this stands in ${level} other blocks, and what is in it would be lost`,
    expected: `lists and quotations in fewer than ${maxNesting} others, counting items`,
    hint: "bring the inner ones out",
  };
}
