/**
 * Citations, as Pandoc has them: `[see @key, pp. 33-35; @other]`, `[-@key]`, and in the sentence `@key`
 * and `@key [p. 12]`. Input: Markdown; output: an empty element where sources are cited, with the number
 * of the citation in its text, from 0 and in the order of reading: a note is read where it is called. What
 * is said of the sources is with the token. Who they are, and how they are cited, is known when all texts
 * are read. `@fig-boats` and its like are no citations, and the text of a link has none.
 */
import type { MarkdownIt, StateCore, StateInline, Token } from "markdown-it";
import { scanAttributes } from "../attributes.ts";
import {
  citeParts,
  hasCrossReference,
  isCrossReference,
  isWrong,
  scanKey,
  splitAtSemicolons,
  type CitePart,
} from "./cite-parts.ts";
import { faultToken, pushFault, type Wording } from "../fault-token.ts";
import { NOTE_CALL, NOTE_NUMBER, NOTE_TEXT_ELEMENT } from "../notes.ts";

/** One source of a citation, with the words before and behind it. */
export interface Cite {
  readonly key: string;
  readonly prefix: string;
  /** What follows the key, as it is written: a place in the source, words, or both. */
  readonly suffix: string;
  /** The sentence has named the author already. */
  readonly withoutAuthor: boolean;
}

export interface Citation {
  /** The sentence names the source: `@key says`. */
  readonly isInText: boolean;
  readonly cites: readonly Cite[];
}

export const CITE_ELEMENT = "cite-call";
/** On the element, the number of the citation in its text. */
export const CITE_NUMBER = "data-cite";

const CITE_OPEN = "cite_call_open";

export function citations(markdown: MarkdownIt): void {
  // A hyphen before the sign is no dash.
  markdown.inline.ruler.before("dashes", "citation_in_text", citationInText);
  markdown.inline.ruler.after("dead_note", "citation", citationInBrackets);
  markdown.core.ruler.after("note_elements", "citation_numbers", numberCitations);
}

/** What a token cites; undefined where it cites nothing. */
export function citationOf({
  type,
  meta,
}: {
  readonly type: string;
  readonly meta: unknown;
}): Citation | undefined {
  return type === CITE_OPEN ? (meta as Citation) : undefined;
}

function citationInText(state: StateInline, isSilent: boolean): boolean {
  // A link may have any text: links in links would tear each other apart.
  if (state.linkLevel > 0 || !"@-".includes(state.src.charAt(state.pos))) return false;
  const found = scanKey(state.src, state.pos, "there");
  if (found === undefined || found.end > state.posMax || isCrossReference(found.key)) return false;
  const { key, withoutAuthor } = found;
  const place = withoutAuthor ? undefined : placeAfter(state, found.end);
  const end = place?.end ?? found.end;
  if (!isSilent) {
    const [own = "", ...others] = splitAtSemicolons(place?.text ?? "");
    const rest = others.length === 0 ? [] : citeParts(others.join(";"));
    const first: CitePart = { key, withoutAuthor, before: "", after: own };
    pushParts(state, isWrong(rest) ? rest : [first, ...rest], { isInText: !withoutAuthor, end });
  }
  state.pos = end;
  return true;
}

/** The place in the source, in brackets after its key; brackets of a link or with a key are none. */
function placeAfter(
  state: StateInline,
  position: number,
): { readonly text: string; readonly end: number } | undefined {
  const start = /[ \n]/u.test(state.src.charAt(position)) ? position + 1 : position;
  const text = bracketed(state, start);
  if (text === undefined || text === "") return undefined;
  const isLink = Object.hasOwn(referencesOf(state), state.md.utils.normalizeReference(text));
  const [own = ""] = splitAtSemicolons(text);
  return isLink || scanKey(own, 0, "anywhere") !== undefined
    ? undefined
    : { text, end: start + text.length + 2 };
}

function citationInBrackets(state: StateInline, isSilent: boolean): boolean {
  const text = state.linkLevel > 0 ? undefined : bracketed(state, state.pos);
  // Where a key is of something in the publication, each key stands for itself.
  if (text === undefined || hasCrossReference(text)) return false;
  if (scanKey(text, 0, "anywhere") === undefined) return false;
  const end = state.pos + text.length + 2;
  if (!isSilent) pushParts(state, citeParts(text), { isInText: false, end });
  state.pos = end;
  return true;
}

/** What stands in brackets that are those of no link, note or span, and have no code in them. */
function bracketed(state: StateInline, start: number): string | undefined {
  if (state.src.charAt(start) !== "[" || state.src.charAt(start + 1) === "^") return undefined;
  const end = state.md.helpers.parseLinkLabel(state, start);
  if (end === -1 || end >= state.posMax || "([".includes(state.src.charAt(end + 1) || " ")) {
    return undefined;
  }
  const text = state.src.slice(start + 1, end);
  return text.includes("`") || scanAttributes(state.src, end + 1) !== undefined ? undefined : text;
}

function referencesOf({ env }: StateInline): Readonly<Record<string, unknown>> {
  const { references } = env as { readonly references?: Readonly<Record<string, unknown>> };
  return references ?? {};
}

function pushParts(
  state: StateInline,
  parts: readonly CitePart[] | Wording,
  { isInText, end }: { readonly isInText: boolean; readonly end: number },
): void {
  const cites = isWrong(parts) ? parts : citesOf(state, parts);
  if ("message" in cites) {
    pushFault(state, cites, state.src.slice(state.pos, end));
    return;
  }
  state.push(CITE_OPEN, CITE_ELEMENT, 1).meta = { isInText, cites } satisfies Citation;
  state.push("cite_call_close", CITE_ELEMENT, -1);
}

function citesOf(state: StateInline, parts: readonly CitePart[]): readonly Cite[] | Wording {
  const cites: Cite[] = [];
  for (const { key, withoutAuthor, before, after } of parts) {
    const [prefix, suffix] = [wordsOf(state, before.trim()), wordsOf(state, after.trimEnd())];
    if (prefix === undefined || suffix === undefined) return MARKED;
    cites.push({ key, withoutAuthor, prefix, suffix });
  }
  return cites;
}

const MARKED: Wording = {
  message: "there are marks in the words of this citation",
  expected: "words alone before and behind a source, such as `[see @key, p. 3]`",
  hint: "write them without asterisks, links, braces and the sign <",
};

/** Words alone, since how they look is the style's affair; undefined where there is more. */
function wordsOf(state: StateInline, markdown: string): string | undefined {
  const tokens: Token[] = [];
  state.md.inline.parse(markdown, state.md, state.env, tokens);
  const words = tokens.map(({ type, content }) =>
    type === "softbreak" ? " " : /^text(?:_special)?$/u.test(type) ? content : "<",
  );
  // The processor would take a tag for one, and braces are Pandoc's for places.
  return /[<{}]/u.test(words.join("")) ? undefined : words.join("");
}

function numberCitations(state: StateCore): void {
  const bodies = noteBodies(state.tokens);
  const inNotes = new Set([...bodies.values()].flat());
  const called = new Set<string>();
  let count = 0;
  const number = (tokens: readonly Token[]): void => {
    for (const token of tokens) {
      token.children =
        token.children?.flatMap((child): readonly Token[] => {
          if (child.type === NOTE_CALL) readNote(String(child.attrGet(NOTE_NUMBER)));
          const isLost = child.children?.some((each) => citationOf(each) !== undefined) === true;
          if (isLost) return [faultToken(state, IN_PICTURE, ""), child];
          if (citationOf(child) === undefined) return [child];
          child.attrSet(CITE_NUMBER, String(count));
          count += 1;
          return [child];
        }) ?? null;
    }
  };
  const readNote = (note: string): void => {
    if (called.has(note)) return;
    called.add(note);
    number(bodies.get(note) ?? []);
  };
  number(state.tokens.filter((token) => !inNotes.has(token)));
}

/** What stands in notes, by their numbers. */
function noteBodies(tokens: readonly Token[]): ReadonlyMap<string, readonly Token[]> {
  const bodies = new Map<string, Token[]>();
  let body: Token[] | undefined;
  for (const token of tokens) {
    if (token.tag === NOTE_TEXT_ELEMENT) {
      body = token.nesting === 1 ? [] : undefined;
      if (body !== undefined) bodies.set(String(token.attrGet(NOTE_NUMBER)), body);
    } else body?.push(token);
  }
  return bodies;
}

const IN_PICTURE: Wording = {
  message: "a source is cited in the text that stands for a picture",
  expected: "words alone in the brackets of a picture",
  hint: "cite it in the text, or write \\@ for a sign that is to be printed",
};
