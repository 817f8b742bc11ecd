/**
 * Abbreviations and what they stand for, as PHP Markdown Extra has them: `*[WCAG]: Web Content
 * Accessibility Guidelines` on a line of its own, for every `WCAG` of the text. Input: Markdown; output:
 * `abbr` with what it stands for as its title. What nobody uses, and two meanings of one abbreviation, are
 * faults.
 *
 * Not markdown-it-abbr, which drops the second meaning and does not tell what was used.
 */
import type { MarkdownIt, StateBlock, StateCore, Token } from "markdown-it";
import { isIndentedCode, lineAt } from "../block-lines.ts";
import { faultToken, pushFault, type Wording } from "../fault-token.ts";

/** The type of the token that opens an abbreviation, wherever it was given its meaning. */
export const ABBREVIATION_OPEN = "abbreviation_open";
const DEFINITION = "abbreviation_definition";

/** As long as a name that is abbreviated, and what it is the short form of, may be. */
const MAX_SHORT = 60;

const WRITTEN = /^\*\[(?<short>(?:\\.|[^\\\]])+)\]:(?<meaning>.*)$/u;

interface Definition {
  readonly short: string;
  readonly meaning: string;
}

export function abbreviations(markdown: MarkdownIt): void {
  markdown.block.ruler.before("reference", "abbreviation", definition, {
    alt: ["paragraph", "reference", "blockquote", "list"],
  });
  // Words that escapes and signs had parted are one text again.
  markdown.core.ruler.after("text_join", "abbreviations", markAll);
}

function definition(state: StateBlock, line: number, _end: number, isSilent: boolean): boolean {
  if (isIndentedCode(state, line)) return false;
  const written = lineAt(state, line);
  const { short = "", meaning = "" } = WRITTEN.exec(written)?.groups ?? {};
  if (short.trim() === "" || short.length > MAX_SHORT) return false;
  if (isSilent) return true;
  const found: Definition = { short: plain(short), meaning: plain(meaning) };
  const token =
    found.meaning === ""
      ? pushFault(state, withoutMeaning(found.short), written)
      : state.push(DEFINITION, "", 0);
  if (found.meaning !== "") token.meta = { ...found };
  token.map = [line, line + 1];
  state.line = line + 1;
  return true;
}

function definitionOf({ meta }: { readonly meta: unknown }): Definition {
  return meta as Definition;
}

function plain(text: string): string {
  return text.replaceAll(/\\(.)/gu, "$1").replaceAll(/\s+/gu, " ").trim();
}

function markAll(state: StateCore): void {
  const meanings = new Map<string, string>();
  const definitions = state.tokens.filter(({ type }) => type === DEFINITION);
  const faults = new Map<Token, Wording>();
  for (const token of definitions) {
    const { short, meaning } = definitionOf(token);
    const before = meanings.get(short);
    if (before === undefined) meanings.set(short, meaning);
    else faults.set(token, before === meaning ? twice(short) : twoMeanings(short));
  }
  const used = new Set<string>();
  if (meanings.size > 0) {
    const pattern = patternOf([...meanings.keys()]);
    for (const token of state.tokens) {
      if (token.children === null) continue;
      token.children = marked(state, token.children, { meanings, pattern, used });
    }
  }
  state.tokens = state.tokens.flatMap((token): readonly Token[] => {
    if (token.type !== DEFINITION) return [token];
    const { short, meaning } = definitionOf(token);
    const wording = faults.get(token) ?? (used.has(short) ? undefined : unused(short));
    if (wording === undefined) return [];
    // What is wrong is not lost where it is rendered all the same.
    const wrong = faultToken(state, wording, used.has(short) ? "" : `*[${short}]: ${meaning}`);
    wrong.map = token.map;
    return [wrong];
  });
}

interface Meanings {
  readonly meanings: ReadonlyMap<string, string>;
  readonly pattern: RegExp;
  readonly used: Set<string>;
}

/** The longest first: `HTML5` before `HTML`. No letter or digit stands on either side. */
function patternOf(shorts: readonly string[]): RegExp {
  const each = shorts
    .toSorted((a, b) => b.length - a.length)
    .map((short) => short.replaceAll(/[.*+?^${}()|[\]\\/-]/gu, String.raw`\$&`));
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${each.join("|")})(?![\\p{L}\\p{M}\\p{N}])`, "gu");
}

function marked(state: StateCore, tokens: readonly Token[], all: Meanings): Token[] {
  let isWithin = false;
  return tokens.flatMap((token) => {
    if (token.type === ABBREVIATION_OPEN) isWithin = true;
    if (token.type === "abbreviation_close") isWithin = false;
    return token.type === "text" && !isWithin ? markedText(state, token, all) : [token];
  });
}

function markedText(
  state: StateCore,
  token: Token,
  { meanings, pattern, used }: Meanings,
): readonly Token[] {
  const tokens: Token[] = [];
  const text = (content: string): void => {
    if (content === "") return;
    const piece = new state.Token("text", "", 0);
    piece.content = content;
    piece.level = token.level;
    tokens.push(piece);
  };
  let end = 0;
  for (const { 0: short, index } of token.content.matchAll(pattern)) {
    text(token.content.slice(end, index));
    used.add(short);
    const opening = new state.Token(ABBREVIATION_OPEN, "abbr", 1);
    opening.attrSet("title", meanings.get(short) ?? "");
    tokens.push(opening);
    text(short);
    tokens.push(new state.Token("abbreviation_close", "abbr", -1));
    end = index + short.length;
  }
  if (tokens.length === 0) return [token];
  text(token.content.slice(end));
  return tokens;
}

const EXAMPLE = "`*[WCAG]: Web Content Accessibility Guidelines`";

function withoutMeaning(short: string): Wording {
  return {
    message: `nothing says what ${JSON.stringify(short)} stands for`,
    expected: `its meaning after the colon, such as ${EXAMPLE}`,
    hint: "write it on the same line, or remove the line",
  };
}

function unused(short: string): Wording {
  return {
    message: `the abbreviation ${JSON.stringify(short)} is not in this text`,
    expected: "abbreviations of the text that the line stands in, with the same capitals",
    hint: "remove the line, or move it to the file that has the abbreviation",
  };
}

function twice(short: string): Wording {
  return {
    message: `what ${JSON.stringify(short)} stands for is said twice`,
    expected: "one line for each abbreviation of a text",
    hint: "remove one of the two lines",
  };
}

function twoMeanings(short: string): Wording {
  return {
    message: `${JSON.stringify(short)} stands for two things in this text`,
    expected: "one meaning for each abbreviation of a text",
    hint: `remove the line of the rarer one, and write [${short}]{abbr="…"} where it is meant`,
  };
}
