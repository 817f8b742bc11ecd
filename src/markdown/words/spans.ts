/**
 * Words with attributes, as Pandoc has them: `[click and collect]{lang=en}`, `[here]{#place}`. Input:
 * Markdown; output: `span` with a language, an id, or both, `abbr` where `abbr="…"` says what the words
 * stand for, a place of the index, or a link to a term of the glossary. Every other attribute is a fault, and so are
 * attributes that belong to nothing. Not markdown-it-attrs, which removes every `{…}` at the end of a
 * line from the text, whether it means something or not.
 *
 * A link goes inside the span, not around it: CommonMark has no brackets inside a link's text but its own.
 */
import type { MarkdownIt, StateInline } from "markdown-it";
import { saysAnything, scanAttributes, type Attributes, type Field } from "../attributes.ts";
import { pushFault, type Wording } from "../fault-token.ts";
import { noteTerm } from "../glossary/glossary.ts";
import { isTermField, readTerm, TERM_CLASS } from "../glossary/term-mark.ts";
import { INDEX_CLASS, isIndexField, readIndexMark } from "../index/index-mark.ts";
import { noteMark } from "../index/index-places.ts";
import { pushNested, type NestedInline } from "./nested-inline.ts";
import { isPassage, PASSAGE_ELEMENT, readPassage } from "../blocks/passages.ts";

/** The type of the token that opens a span. */
export const SPAN_OPEN = "span_open";

export function spans(markdown: MarkdownIt): void {
  markdown.inline.ruler.before("link", "span", span);
  markdown.inline.ruler.before("link", "loose_attributes", looseAttributes);
}

const EXAMPLE = "`[click and collect]{lang=en}`";

/** A tag that is no language, or not one that is known. */
export function unknownLanguage(tag: string): Wording {
  return {
    message: `${JSON.stringify(tag)} is not a known language`,
    expected: `a language after the text it is for, such as ${EXAMPLE}`,
    hint: "use a BCP 47 tag, such as fr, en or es-MX",
  };
}

function span(state: StateInline, isSilent: boolean): boolean {
  if (state.src.charAt(state.pos) !== "[") return false;
  const start = state.pos;
  const labelEnd = state.md.helpers.parseLinkLabel(state, start);
  if (labelEnd === -1) return false;
  const scanned = scanAttributes(state.src, labelEnd + 1);
  if (scanned === undefined || !saysAnything(scanned)) return false;
  if (!isSilent) {
    const passage = isPassage(scanned.classes) ? readPassage(scanned) : undefined;
    const words = state.src.slice(start + 1, labelEnd);
    const index = readIndexMark(scanned, words);
    const { term, wrong: wrongTerm } = readTerm(scanned, words);
    const wrong =
      passage === undefined ? (index.wrong ?? wrongTerm ?? faultIn(scanned)) : passage.wording;
    if (wrong !== undefined) pushFault(state, wrong, state.src.slice(start, scanned.end));
    else if (passage !== undefined) {
      const { attributes } = passage;
      const [tag, end] = [PASSAGE_ELEMENT, labelEnd];
      pushNested(state, { name: "passage", tag, attributes, start: start + 1, end });
    } else {
      const [id] = scanned.ids;
      const { lang, abbr: title } = Object.fromEntries(scanned.fields);
      const attributes = {
        ...(id !== undefined && { id }),
        ...(lang !== undefined && { lang }),
        ...(title !== undefined && { title }),
      };
      const opening = pushNested(state, {
        ...elementOf(attributes, term !== undefined),
        ...{ start: start + 1, end: labelEnd },
      });
      if (term !== undefined) noteTerm(opening, term);
      if (index.mark !== undefined) noteMark(opening, index.mark);
    }
  }
  state.pos = scanned.end;
  return true;
}

type SpanAttributes = Readonly<Partial<Record<"id" | "lang" | "title", string>>>;

/** An abbreviation has its meaning as its title. */
function elementOf(
  attributes: SpanAttributes,
  isTerm: boolean,
): Pick<NestedInline, "name" | "tag" | "attributes"> {
  const role = "doc-glossref";
  if (isTerm) return { name: "term", tag: "a", attributes: { ...attributes, role } };
  return attributes.title === undefined
    ? { name: "span", tag: "span", attributes }
    : { name: "abbreviation", tag: "abbr", attributes };
}

const LANGUAGE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/u;

/** Of things that words may be in beside their text. */
const CLASSES = [INDEX_CLASS, TERM_CLASS];

function isKnownField(field: Field): boolean {
  return field[0] === "lang" || field[0] === "abbr" || isIndexField(field) || isTermField(field);
}

function faultIn({ ids, classes, fields, unread }: Attributes): Wording | undefined {
  const valuesOf = (wanted: string): readonly string[] =>
    fields.filter(([name]) => name === wanted).map(([, value]) => value);
  const [tags, meanings] = [valuesOf("lang"), valuesOf("abbr")];
  const [unknown] = [
    ...ids.slice(1).map((id) => `#${id}`),
    ...classes.filter((name) => !CLASSES.includes(name)).map((name) => `.${name}`),
    ...fields.filter((field) => !isKnownField(field)).map(([name]) => name),
    ...tags.slice(1).map((tag) => `lang=${tag}`),
    ...meanings.slice(1).map((meaning) => `abbr=${meaning}`),
    ...meanings.filter((meaning) => meaning.trim() === "").map(() => "abbr="),
    ...unread,
  ];
  if (unknown !== undefined) {
    return {
      message: `${JSON.stringify(unknown)} says nothing of words in a line`,
      expected: `a language, an id or abbr="…" after the text, each once, such as ${EXAMPLE}`,
      hint: "remove it from the braces; a brace that is to be printed has a backslash before it",
    };
  }
  const [tag] = tags;
  return tag === undefined || LANGUAGE.test(tag) ? undefined : unknownLanguage(tag);
}

/** What looks like attributes and cannot be read. */
const UNREADABLE = /\{\s*lang\b[^}]*\}?/uy;

/** Attributes after nothing that takes any. */
function looseAttributes(state: StateInline, isSilent: boolean): boolean {
  if (state.src.charAt(state.pos) !== "{") return false;
  const scanned = scanAttributes(state.src, state.pos);
  UNREADABLE.lastIndex = state.pos;
  const end =
    scanned !== undefined && saysAnything(scanned)
      ? scanned.end
      : UNREADABLE.test(state.src)
        ? UNREADABLE.lastIndex
        : undefined;
  if (end === undefined || end > state.posMax) return false;
  if (!isSilent) {
    const text = state.src.slice(state.pos, end);
    pushFault(
      state,
      {
        message: `${JSON.stringify(text)} marks nothing, and would be printed as it is`,
        expected: `attributes after the text they are for, such as ${EXAMPLE}`,
        hint: `write ${EXAMPLE}, with no space before or in the braces, or \\{ for a brace that is to be printed`,
      },
      text,
    );
  }
  state.pos = end;
  return true;
}
