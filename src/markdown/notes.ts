/**
 * Notes, as Pandoc has them: `[^1]` with `[^1]: text` somewhere in the text, and `^[text]`. Input:
 * Markdown; output: an element where a note is called, and the texts of all notes at the end, in
 * elements that no edition shows as they are: whoever renders the text puts notes at the foot of pages or
 * in a list. Numbers begin at 1 in each text.
 *
 * A note has paragraphs. What else stands in one, a note without a call and a call without a note are
 * faults.
 */
import type { MarkdownIt, StateCore, StateInline, Token } from "markdown-it";
import footnotes from "markdown-it-footnote";
import { faultToken, pushFault, type Wording } from "./fault-token.ts";

export const NOTE_CALL_ELEMENT = "note-call";
export const NOTE_LIST_ELEMENT = "note-list";
export const NOTE_TEXT_ELEMENT = "note-text";
/** The number of a note, from 1, on a call and on a text. */
export const NOTE_NUMBER = "data-note";
/** On a call, how many others of the same note come before it. */
export const NOTE_AGAIN = "data-again";

/** The type of the token where a note is called. */
export const NOTE_CALL = "note_call_open";
/** As the plugin has it, and so while faults are looked for. */
const PLUGIN_CALL = "footnote_ref";

/** What the plugin says of a call. */
interface CallMeta {
  readonly id: number;
  /** Of a note with a label. */
  readonly subId?: number;
}

export function notes(markdown: MarkdownIt): void {
  markdown.core.ruler.before("normalize", "fresh_notes", ({ env }) => {
    // The same environment may be given for another text, whose notes are others.
    Reflect.deleteProperty(env, "footnotes");
  });
  markdown.use(footnotes);
  markdown.inline.ruler.after("footnote_ref", "dead_note", deadNote);
  markdown.core.ruler.before("footnote_tail", "note_faults", noteFaults);
  markdown.core.ruler.after("footnote_tail", "note_elements", (state) => {
    state.tokens = state.tokens.flatMap((token) => elementsOf(token, state));
  });
}

/** The plugin's tokens as elements. */
function elementsOf(token: Token, state: Pick<StateCore, "Token">): readonly Token[] {
  const { children } = token;
  if (children !== null) {
    token.children = children.flatMap((child) => callOf(child, state));
    return [token];
  }
  switch (token.type) {
    case "footnote_block_open":
      return [element(state, "note_list_open", NOTE_LIST_ELEMENT, 1)];
    case "footnote_block_close":
      return [blockEnd(element(state, "note_list_close", NOTE_LIST_ELEMENT, -1))];
    case "footnote_open": {
      const opening = element(state, "note_text_open", NOTE_TEXT_ELEMENT, 1);
      opening.attrSet(NOTE_NUMBER, String(metaOf(token).id + 1));
      return [opening];
    }
    case "footnote_close":
      return [element(state, "note_text_close", NOTE_TEXT_ELEMENT, -1)];
    // The way back is made where the note is shown.
    case "footnote_anchor":
      return [];
    default:
      return [token];
  }
}

function callOf(token: Token, state: Pick<StateCore, "Token">): readonly Token[] {
  // The words of a picture may become its caption.
  token.children = token.children?.flatMap((child) => callOf(child, state)) ?? null;
  if (token.type !== PLUGIN_CALL) return [token];
  const { id, subId = 0 } = metaOf(token);
  const opening = element(state, NOTE_CALL, NOTE_CALL_ELEMENT, 1);
  opening.attrSet(NOTE_NUMBER, String(id + 1));
  opening.attrSet(NOTE_AGAIN, String(subId));
  return [opening, element(state, "note_call_close", NOTE_CALL_ELEMENT, -1)];
}

/** A line ends after it. */
function blockEnd(token: Token): Token {
  token.block = true;
  return token;
}

function element(
  { Token: TokenOf }: Pick<StateCore, "Token">,
  type: string,
  tag: string,
  nesting: 1 | -1,
): Token {
  return new TokenOf(type, tag, nesting);
}

/** The tokens in a token, and in those. */
function within({ children }: Token): readonly Token[] {
  return (children ?? []).flatMap((child) => [child, ...within(child)]);
}

function metaOf(token: Token | undefined): CallMeta {
  const meta: unknown = token?.meta;
  return meta as CallMeta;
}

const DEAD = /\[\^(?<label>[^\s\]]+)\]/uy;

/** A call of which the text has no note. */
function deadNote(state: StateInline, isSilent: boolean): boolean {
  DEAD.lastIndex = state.pos;
  const found = DEAD.exec(state.src)?.[0];
  if (found === undefined || state.pos + found.length > state.posMax) return false;
  if (!isSilent) {
    pushFault(
      state,
      {
        message: `there is no note ${found}`,
        expected: `a line \`${found}: …\` in the same text`,
        hint: `write the note, or \\${found} for brackets that are to be printed`,
      },
      found,
    );
  }
  state.pos += found.length;
  return true;
}

interface Definition {
  readonly label: string;
  /** What stands in it. */
  readonly tokens: readonly Token[];
}

/** Puts a fault before each definition that has one, outside of the note. */
function noteFaults(state: StateCore): void {
  const seen = new Set<string>();
  const called = new Set(
    state.tokens
      .flatMap(within)
      .flatMap(({ type, meta }) => (type === PLUGIN_CALL ? [labelOf(meta)] : [])),
  );
  const tokens: Token[] = [];
  for (const [index, token] of state.tokens.entries()) {
    if (token.type === "footnote_reference_open") {
      const definition = definitionAt(state.tokens, index);
      const wording = faultIn(definition, { seen, called });
      seen.add(definition.label);
      if (wording !== undefined) {
        const wrong = faultToken(state, wording, "");
        wrong.map = definition.tokens.find(({ map }) => map !== null)?.map ?? null;
        tokens.push(wrong);
      }
    }
    tokens.push(token);
    if (token.type === "inline" && hasNestedNote(token)) {
      const wrong = faultToken(state, NOTE_IN_NOTE, "");
      wrong.map = token.map;
      tokens.push(wrong);
    }
  }
  state.tokens = tokens;
}

function definitionAt(tokens: readonly Token[], index: number): Definition {
  const end = tokens.findIndex(({ type }, at) => at > index && type === "footnote_reference_close");
  return { label: labelOf(tokens[index]?.meta), tokens: tokens.slice(index + 1, end) };
}

function labelOf(meta: unknown): string {
  return String((meta as { readonly label?: string } | null)?.label);
}

const NOTE_IN_NOTE: Wording = {
  message: "a note stands in a note",
  expected: "notes whose text has no notes",
  hint: "put the inner one into the sentence, in brackets",
};

function faultIn(
  { label, tokens }: Definition,
  { seen, called }: { readonly seen: ReadonlySet<string>; readonly called: ReadonlySet<string> },
): Wording | undefined {
  if (seen.has(label)) {
    return {
      message: `there are two notes [^${label}]`,
      expected: "one note of each name in a text",
      hint: "give one of the two another name, and call it by that",
    };
  }
  if (!called.has(label)) {
    return {
      message: `nothing calls the note [^${label}], which would be lost`,
      expected: `\`[^${label}]\` where the note belongs`,
      hint: "call it in the text, or remove it",
    };
  }
  if (tokens.length === 0) {
    return {
      message: `the note [^${label}] has no text`,
      expected: "text after the colon",
      hint: "write it, or remove the note and its call",
    };
  }
  if (tokens.flatMap(within).some(({ type }) => type === PLUGIN_CALL)) {
    return NOTE_IN_NOTE;
  }
  const isParagraph = ({ type }: Token): boolean => /^(?:paragraph_\w+|inline)$/u.test(type);
  return tokens.every(isParagraph)
    ? undefined
    : {
        message: `the note [^${label}] has more in it than paragraphs`,
        expected: "paragraphs, of which those after the first begin with four spaces",
        hint: "write lists, tables and quotations into the text, and leave words in the note",
      };
}

/** The plugin keeps what stands in an inline note beside the tokens of the text. */
function hasNestedNote({ content, children }: Token): boolean {
  if (children?.some(({ type }) => type === PLUGIN_CALL) !== true) return false;
  const inner = /\^\[(?:[^[\]]|\[[^[\]]*\])*(?:\^\[|\[\^)/u;
  return inner.test(content);
}
