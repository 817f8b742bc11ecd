/**
 * Mathematics as Pandoc has it, as a plugin of markdown-it: `$E = mc^2$` in a line, `$$ … $$` displayed,
 * alone or in a paragraph, and numbered where an id follows, `$$ … $$ {#eq-energy}`. Input: Markdown;
 * output: MathML. GitHub's forms, $`x`$ and a block of code in the language `math`, are read as well. The content of a formula's token is what it says on one line, for places that take no
 * elements. TeX that cannot be shown is a fault.
 */
import type { MarkdownIt, StateBlock, StateCore, StateInline, Token } from "markdown-it";
import { indentOf, isIndentedCode, lineStart } from "../block-lines.ts";
import { scanAttributes, type Attributes } from "../attributes.ts";
import { faultToken, pushFault, type Wording } from "../fault-token.ts";
import { isNumbered, NUMBERED } from "../references/numbered.ts";
import { isFormula, readFormula, type Formula } from "./formula.ts";
import { scanDisplayed, scanInline } from "./scan-formula.ts";

const IN_LINE = "formula";
const ALONE = "formula_block";

interface FormulaMeta {
  /** The element `math`. */
  readonly html: string;
  /** Ends of lines within the formula, of which markdown-it makes no tokens. */
  readonly breaks: number;
}

export function mathematics(markdown: MarkdownIt): void {
  markdown.block.ruler.before("fence", "formula", formulaBlock);
  markdown.inline.ruler.after("escape", "formula", formulaInLine);
  markdown.core.ruler.after("block", "formula_fence", formulaFences);
  const { rules } = markdown.renderer;
  rules[IN_LINE] = rules[ALONE] = (tokens, index) => metaOf(tokens[index])?.html ?? "";
}

/** Ends of lines that a token holds. */
export function breaksWithin(token: MaybeFormula): number {
  return metaOf(token)?.breaks ?? 0;
}

interface MaybeFormula {
  readonly type: string;
  readonly meta: unknown;
}

function metaOf(token: MaybeFormula | undefined): FormulaMeta | undefined {
  const isFormulas = token?.type === IN_LINE || token?.type === ALONE;
  return isFormulas ? (token.meta as FormulaMeta) : undefined;
}

function formulaInLine(state: StateInline, isSilent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src.charAt(pos) !== "$") return false;
  const isDisplayed = src.startsWith("$$", pos);
  const scan = isDisplayed ? scanDisplayed : scanInline;
  const found = scan(src, pos, posMax);
  if (found === undefined) return isDisplayed && unclosed(state, isSilent);
  const after = attributesAfter(src, found.end, isDisplayed ? /[ \t]*/uy : /(?:)/uy);
  const end = after !== undefined && after.end <= posMax ? after.end : found.end;
  if (!isSilent) {
    const wrong = after && (after.ids.length > 0 ? NUMBERED_IN_LINE : attributeFault(after, []));
    const options = { isDisplayed, alternative: after && alternativeIn(after) };
    const written = src.slice(pos, end);
    const formula = wrong ?? readFormula(found.tex, options);
    if (isFormula(formula)) {
      const token = state.push(IN_LINE, "math", 0);
      token.content = formula.line;
      token.meta = { html: formula.html, breaks: written.split("\n").length - 1 };
    } else pushFault(state, formula, written);
  }
  state.pos = end;
  return true;
}

/** All that is left of the paragraph. */
function unclosed(state: StateInline, isSilent: boolean): boolean {
  if (!isSilent) pushFault(state, UNCLOSED, state.src.slice(state.pos, state.posMax));
  state.pos = state.posMax;
  return true;
}

/** Only what follows at once is a formula's, and only where it says something that is known. */
function attributesAfter(
  source: string,
  position: number,
  space: RegExp,
): (Attributes & { readonly end: number }) | undefined {
  space.lastIndex = position;
  const start = position + (space.exec(source)?.[0].length ?? 0);
  const found = scanAttributes(source, start);
  const hasMeaning = found && found.ids.length + found.classes.length + found.fields.length > 0;
  return hasMeaning === true ? found : undefined;
}

function formulaBlock(
  state: StateBlock,
  startLine: number,
  endLine: number,
  isSilent: boolean,
): boolean {
  const start = lineStart(state, startLine);
  if (isIndentedCode(state, startLine) || !state.src.startsWith("$$", start)) return false;
  const last = lastLineOf(state, startLine, endLine);
  const text = state.getLines(startLine, last + 1, state.blkIndent, false).trim();
  const found = scanDisplayed(text, 0, text.length);
  // With text before or after it, a formula belongs to the paragraph.
  const rest = text.slice(found?.end ?? text.length).trim();
  const after = rest === "" ? undefined : scanAttributes(rest, 0);
  if (rest !== "" && after?.end !== rest.length) return false;
  if (isSilent) return true;

  const options = { isDisplayed: true, alternative: after && alternativeIn(after) };
  const wrong = after && attributeFault(after, ["id"]);
  const formula = found === undefined ? UNCLOSED : (wrong ?? readFormula(found.tex, options));
  if (isFormula(formula)) {
    const [opening, token, closing] = equation(state, formula, after?.ids[0]);
    opening.map = [startLine, last + 1];
    state.tokens.push(opening, token, closing);
  } else pushFault(state, formula, text).map = [startLine, last + 1];
  state.line = last + 1;
  return true;
}

/** GitHub's blocks of code in the language `math`. */
function formulaFences(state: StateCore): void {
  state.tokens = state.tokens.flatMap((token): readonly Token[] => {
    if (token.type !== "fence" || token.info.trim() !== "math") return [token];
    const formula = readFormula(token.content.trim(), { isDisplayed: true });
    const made: readonly Token[] = isFormula(formula)
      ? equation(state, formula)
      : [faultToken(state, formula, token.content)];
    const [first] = made;
    if (first !== undefined) first.map = token.map;
    for (const each of made) each.level += token.level;
    return made;
  });
}

function equation(
  { Token: TokenOf }: Pick<StateCore, "Token">,
  formula: Formula,
  id?: string,
): readonly [opening: Token, token: Token, closing: Token] {
  const opening = new TokenOf("equation_open", "div", 1);
  // No line ends after it.
  opening.block = false;
  opening.attrSet("class", "equation");
  if (id !== undefined) {
    opening.attrSet("id", id);
    if (isNumbered("equation", id)) opening.attrSet(NUMBERED, "equation");
  }
  const token = new TokenOf(ALONE, "", 0);
  token.content = formula.line;
  token.meta = { html: formula.html, breaks: 0 };
  token.level = 1;
  const closing = new TokenOf("equation_close", "div", -1);
  // A line ends after it.
  closing.block = true;
  return [opening, token, closing];
}

/** The line that closes the formula; the last before a blank one where none does. */
function lastLineOf(state: StateBlock, startLine: number, endLine: number): number {
  let line = startLine;
  for (; line < endLine; line += 1) {
    const isOutside = indentOf(state, line) < 0;
    if (line > startLine && (state.isEmpty(line) || isOutside)) return line - 1;
    const text = state.getLines(startLine, line + 1, state.blkIndent, false).trim();
    if (scanDisplayed(text, 0, text.length) !== undefined) return line;
  }
  return line - 1;
}

function alternativeIn({ fields }: Attributes): string | undefined {
  return fields.find(([name]) => name === "alt")?.[1].trim();
}

/** @param others what it may have beside an alternative. */
function attributeFault(
  { ids, classes, fields, unread }: Attributes,
  others: readonly "id"[],
): Wording | undefined {
  const unknown = [
    ...ids.slice(others.length).map((id) => `#${id}`),
    ...classes.map((name) => `.${name}`),
    ...fields.filter(([name]) => name !== "alt").map(([name]) => name),
    ...unread,
  ];
  const [first] = unknown;
  if (first !== undefined) {
    return {
      message: `a formula has an attribute that means nothing: ${first}`,
      expected: 'alt="…", and an id where the formula is a paragraph of its own',
      hint: "remove it, or write a space before the brace if it is text",
    };
  }
  if (fields.length > 1) return { ...NO_ALTERNATIVE, message: "a formula has two alternatives" };
  return fields.some(([, value]) => value.trim() === "") ? NO_ALTERNATIVE : undefined;
}

const NO_ALTERNATIVE: Wording = {
  message: "the alternative of a formula is empty",
  expected: "the words that are said for it",
  hint: 'write `{alt="E equals m c squared"}`, or nothing, and the words are made of the formula',
};

const NUMBERED_IN_LINE: Wording = {
  message: "a formula within a paragraph has an id",
  expected: "a numbered formula as a paragraph of its own",
  hint: "write an empty line before it and after it, and `$$` on both sides",
};

const UNCLOSED: Wording = {
  message: "a formula begins with $$ and does not end",
  expected: "two dollar signs after it, in the same paragraph",
  hint: "write `$$` after it and leave no blank line in it; for dollar signs, write `\\$\\$`",
};
