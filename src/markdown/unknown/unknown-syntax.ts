/**
 * What authors write in other tools and this dialect does not know: each is a fault, so that none is
 * printed as it was typed, or lost. Input: Markdown; output: fault tokens in the place of such text. A
 * construct that the dialect learns leaves this list.
 */
import type { MarkdownIt, StateInline, Token } from "markdown-it";
import { BLOCK_OPEN } from "../blocks/fenced-block.ts";
import { faultToken, pushFault, type Wording } from "../fault-token.ts";
import { html } from "../html/html.ts";
import { unknownList } from "./unknown-lists.ts";
import { unknownTables } from "./unknown-tables.ts";

interface Unknown extends Wording {
  /** Sticky; of what is to be seen as one piece. */
  readonly pattern: RegExp;
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
  {
    pattern: /\{=[a-z][a-z0-9]*\}/uy,
    message: "this asks that code is taken over as it is, which is not done here",
    expected: "Markdown",
    hint: "write what the code stands for in Markdown, or \\{ for a brace that is to be printed",
  },
  {
    pattern: /\[(?![@^!-])[^[\]\n]+\]\[(?!@)[^[\]\n]+\]/uy,
    message: "the address of this link is not in the text",
    expected: "a line with the name in the second brackets, such as `[name]: https://example.org/`",
    hint: "write that line, or \\[ for a bracket that is to be printed",
  },
  {
    // What precedes a `]` that is read here is no text of a link.
    pattern: /\]\([^()\n]*\)/uy,
    message: "the words before this address are not a link",
    expected:
      "an address without spaces, after brackets with words that have no other link, note or language mark in them",
    hint: "move what is marked out of the brackets, write %20 for a space in an address, or \\] for a bracket that is to be printed",
  },
  {
    pattern: /(?<![\p{L}\p{N}:]):(?:[a-z][a-z0-9_-]*[a-z0-9]|[+-]1):(?![\p{L}\p{N}:])/uy,
    message: "this is the name of a sign, and signs have no names here",
    expected: "the sign itself",
    hint: "write the sign, or \\: for a colon that is to be printed",
  },
];

/** They begin with a backslash, which is read before all else. */
const COMMANDS: readonly Unknown[] = [
  /\\begin\{(?<name>[A-Za-z]+\*?)\}[\s\S]*?\\end\{\k<name>\}/uy,
  /\\[A-Za-z]+\*?(?:\[[^\]\n]*\])*\{[^{}\n]*\}/uy,
].map((pattern) => ({
  pattern,
  message: "this is a command of TeX",
  expected: "Markdown, and TeX in formulas: `$x^2$`, or `$$x^2$$` in a paragraph of its own",
  hint: "write it in Markdown, or \\\\ for a backslash that is to be printed",
}));

/** They are what they seem only where a paragraph begins. */
const AT_START: readonly Unknown[] = [
  {
    pattern: /\{:[^}]*\}?/uy,
    message: "these are attributes in a form that is not known here",
    expected: "attributes after what they are for, such as `## The quay {#quay}`",
    hint: "write them without a colon, or \\{ for a brace that is to be printed",
  },
  {
    pattern:
      /\\(?:newpage|pagebreak|clearpage|noindent|(?:big|med|small)skip|vfill|appendix|tableofcontents|listof(?:figures|tables))(?![A-Za-z])/uy,
    message: "this is a command of TeX",
    expected: "Markdown; a page breaks at `{{< pagebreak >}}` in a paragraph of its own",
    hint: "write it in Markdown, or \\\\ for a backslash that is to be printed",
  },
];

export function unknownSyntax(markdown: MarkdownIt): void {
  markdown.use(html).use(unknownTables);
  markdown.inline.ruler.after("dead_note", "unknown_syntax", unknownInline(INLINE));
  markdown.inline.ruler.before("escape", "unknown_commands", unknownInline(COMMANDS));
  markdown.core.ruler.before("inline", "unknown_blocks", (state) => {
    const maxNesting = markdown.options.maxNesting;
    state.tokens = state.tokens.flatMap((token, index, all): readonly Token[] => {
      const wording =
        token.type === "inline"
          ? unknownParagraph(token.content, all, index)
          : unknownBlock(token, maxNesting);
      if (wording === undefined) return [token];
      // The text is a token itself, so that it is shown all the same.
      const wrong = faultToken(state, wording, "");
      wrong.map = token.map;
      return [token, wrong];
    });
  });
}

function unknownInline(known: readonly Unknown[]) {
  return (state: StateInline, isSilent: boolean): boolean => {
    for (const { pattern, ...wording } of known) {
      pattern.lastIndex = state.pos;
      const found = pattern.exec(state.src)?.[0];
      if (found === undefined || state.pos + found.length > state.posMax) continue;
      if (!isSilent) pushFault(state, wording, found);
      state.pos += found.length;
      return true;
    }
    return false;
  };
}

function unknownParagraph(
  content: string,
  tokens: readonly Token[],
  index: number,
): Wording | undefined {
  if (tokens[index - 1]?.type !== "paragraph_open") return undefined;
  const next = tokens[index + 2]?.type === "paragraph_open" ? tokens[index + 3] : undefined;
  const isAtStart = ({ pattern }: Unknown): boolean => {
    pattern.lastIndex = 0;
    return pattern.test(content);
  };
  return AT_START.find(isAtStart) ?? unknownList(content, next?.content);
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
