/**
 * References to what has a number or a title, as Quarto has them, as a plugin of markdown-it:
 * `@fig-boats`, `[@fig-boats; @tbl-loans]`, `[Abb. @fig-boats]` with words of one's own, `[-@fig-boats]`
 * for the number alone, and `@fig-boats{.page}` (ours) for the page as well, on paper. Input: Markdown;
 * output: an element where something is referred to, which no edition shows as it is: the number is known
 * when all texts are.
 */
import type { MarkdownIt, StateInline } from "markdown-it";
import { scanAttributes } from "../attributes.ts";
import { pushFault, type Wording } from "../fault-token.ts";

/** The type of the token where something is referred to. */
export const REFERENCE = "cross_reference_open";
export const REFERENCE_ELEMENT = "cross-reference";
const REFERENCE_ATTRIBUTE = "data-reference";

export interface CrossReference {
  /** Of what it leads to. */
  readonly id: string;
  /** In the place of the word for what it is: `Abb.`; the empty text where the number stands alone. */
  readonly word?: string;
  /** The page is named too, where there are pages. */
  readonly hasPage: boolean;
}

/** A point or a hyphen at the end is the sentence's. */
const ID = "(?:fig|tbl|eq|sec)-[\\p{L}\\p{N}_]+(?:[:.-]+[\\p{L}\\p{N}_]+)*";
const ALONE = new RegExp(`@(?<id>${ID})`, "uy");
const ITEM = `[^\\[\\]@;]*@${ID}[ \\t]*`;
const BRACKETS = new RegExp(`\\[(?<items>${ITEM}(?:;${ITEM})*)\\](?![(\\[])`, "uy");
const PARTS = new RegExp(`(?<word>[^\\[\\]@;]*)@(?<id>${ID})`, "gu");

export function crossReferences(markdown: MarkdownIt): void {
  markdown.inline.ruler.before("link", "cross_reference", (state, isSilent) => {
    const found = referencesAt(state);
    if (found === undefined) return false;
    if (!isSilent) {
      const wrong = faultIn(state, found);
      if (wrong === undefined) pushReferences(state, found);
      else pushFault(state, wrong, state.src.slice(state.pos, found.end));
    }
    state.pos = found.end;
    return true;
  });
}

/** What an element refers to. */
export function referenceOfElement(attributes: Readonly<Record<string, string>>): CrossReference {
  return JSON.parse(attributes[REFERENCE_ATTRIBUTE] ?? "{}") as CrossReference;
}

/** The same of a token. */
export function referenceOf({
  type,
  meta,
}: {
  readonly type: string;
  readonly meta: unknown;
}): CrossReference | undefined {
  return type === REFERENCE ? (meta as CrossReference) : undefined;
}

interface Found {
  readonly references: readonly Omit<CrossReference, "hasPage">[];
  /** Where the references end, before their attributes. */
  readonly textEnd: number;
  readonly end: number;
}

function referencesAt(state: StateInline): Found | undefined {
  const { src, pos } = state;
  const isAfterWord = /[\p{L}\p{N}]$/u.test(src.slice(Math.max(pos - 2, 0), pos));
  const pattern = src.charAt(pos) === "[" ? BRACKETS : ALONE;
  pattern.lastIndex = pos;
  const { 0: text, groups = {} } = pattern.exec(src) ?? { 0: undefined };
  if (text === undefined || pos + text.length > state.posMax) return undefined;
  if (pattern === ALONE && isAfterWord) return undefined;
  const { id, items = "" } = groups;
  const references =
    id === undefined ? [...items.matchAll(PARTS)].map(({ groups: of }) => itemOf(of)) : [{ id }];
  const textEnd = pos + text.length;
  const attributes = scanAttributes(src, textEnd);
  const end = attributes !== undefined && attributes.end <= state.posMax ? attributes.end : textEnd;
  return { references, textEnd, end };
}

/** A hyphen before the sign leaves the word out. */
function itemOf(groups: Readonly<Record<string, string>> | undefined): {
  readonly id: string;
  readonly word?: string;
} {
  const { id = "", word = "" } = groups ?? {};
  const written = word.trim();
  if (written === "") return { id };
  return { id, word: written === "-" ? "" : written };
}

function faultIn({ src }: StateInline, { textEnd, end }: Found): Wording | undefined {
  const written = src.slice(textEnd, end);
  return written === "" || written === "{.page}"
    ? undefined
    : {
        message: `${JSON.stringify(written)} says nothing of a reference`,
        expected: "`{.page}`, where its page is to be named too",
        hint: "remove it, or write a space before the brace if it is text",
      };
}

function pushReferences(state: StateInline, { references, textEnd, end }: Found): void {
  for (const [index, reference] of references.entries()) {
    if (index > 0) state.push("text", "", 0).content = ", ";
    const opening = state.push(REFERENCE, REFERENCE_ELEMENT, 1);
    const meta: CrossReference = { ...reference, hasPage: end > textEnd };
    opening.meta = { ...meta };
    opening.attrSet(REFERENCE_ATTRIBUTE, JSON.stringify(meta));
    state.push("cross_reference_close", REFERENCE_ELEMENT, -1);
  }
}
