/**
 * Passages for some editions alone, as Quarto has them: `::: {.content-visible when-format="html"}`,
 * `.content-hidden`, `unless-format`, and the same of words in a line. Input: Markdown; output: an element
 * round the passage that says where it is shown. Whoever renders the text leaves out what an edition is
 * not to have, and the elements with it.
 *
 * Conditions are of formats. One that no edition is of is a fault: what is for it would be lost.
 */
import type { MarkdownIt, Token } from "markdown-it";
import { nearestName } from "../../publication/faults/nearest-name.ts";
import type { Attributes, Field } from "../attributes.ts";
import { faultToken, type Wording } from "../fault-token.ts";
import { BLOCK_CLOSE, blockOf, type FencedBlock } from "./fenced-block.ts";

/** What editions are: for browsers, PDFs, and PDFs that are printed. */
export const FORMATS = ["html", "pdf", "print"] as const;

export type Format = (typeof FORMATS)[number];

export const PASSAGE_OPEN = "passage_open";
const PASSAGE_CLOSE = "passage_close";
/** Round what not every edition has; nobody else writes such an element. */
export const PASSAGE_ELEMENT = "edition-passage";
/** One of the two is on it, with a format: shown in editions of it, or in those that are not of it. */
const WHEN = "data-when-format";
const UNLESS = "data-unless-format";

const VISIBLE = "content-visible";
const HIDDEN = "content-hidden";

export function passages(markdown: MarkdownIt): void {
  markdown.core.ruler.before("inline", "passages", (state) => {
    state.tokens = state.tokens.flatMap((token, index, all): readonly Token[] => {
      const block = blockOf(token);
      // One that is not ended is a fault as all blocks are.
      if (block === undefined || !isPassage([block.name]) || block.isOpen) return [token];
      const closing = all.find(
        ({ type, level }, at) => at > index && type === BLOCK_CLOSE && level === token.level,
      );
      const read = readPassage(attributesOf(block));
      const wording = block.yaml === undefined ? read.wording : NO_FIELDS;
      // No lines are ended round what is taken away.
      const element = { tag: PASSAGE_ELEMENT, meta: null, block: false };
      Object.assign(token, { type: PASSAGE_OPEN, ...element });
      token.attrs = Object.entries(read.attributes);
      if (closing) Object.assign(closing, { type: PASSAGE_CLOSE, ...element });
      if (wording === undefined) return [token];
      const wrong = faultToken(state, wording, "");
      wrong.map = token.map && [token.map[0], token.map[0] + 1];
      return [wrong, token];
    });
  });
}

/** Whether classes are those of a passage. */
export function isPassage(classes: readonly (string | undefined)[]): boolean {
  return classes.some((name) => name === VISIBLE || name === HIDDEN);
}

export interface ReadPassage {
  /** Of the element round it; none where something is wrong. */
  readonly attributes: Readonly<Record<string, string>>;
  /** What is wrong with it. */
  readonly wording?: Wording | undefined;
}

const CONDITIONS = ["when-format", "unless-format"] as const;

/** What the attributes of a passage say. */
export function readPassage({ ids, classes, fields, unread }: Attributes): ReadPassage {
  const wording = faultIn({ ids, classes, fields, unread });
  const [field] = fields;
  if (wording !== undefined || field === undefined) return { attributes: {}, wording };
  const [condition, format] = field;
  const isShown = classes.includes(VISIBLE) === (condition === "when-format");
  return { attributes: { [isShown ? WHEN : UNLESS]: format } };
}

const EXPECTED = `one condition, such as \`{.content-visible when-format="html"}\`, with one of ${FORMATS.join(", ")}`;

function faultIn({ ids, classes, fields, unread }: Attributes): Wording | undefined {
  const conditions: readonly string[] = CONDITIONS;
  const [unknown] = [
    ...ids.map((id) => `#${id}`),
    ...classes.filter((name) => !isPassage([name])).map((name) => `.${name}`),
    ...fields.filter(([name]) => !conditions.includes(name)).map(([name]) => name),
    ...unread,
  ];
  if (unknown !== undefined) {
    return {
      message: `${JSON.stringify(unknown)} says nothing of a passage for some editions`,
      expected: EXPECTED,
      hint: "remove it, or write it of something inside of the passage",
    };
  }
  const [field, ...others] = fields;
  if (field === undefined || others.length > 0 || classes.length > 1) {
    return {
      message: `a passage for some editions has ${field === undefined ? "no condition" : "several conditions"}`,
      expected: EXPECTED,
      hint: "say which format it is for; a passage in another passage has both conditions",
    };
  }
  return formatFault(field);
}

function formatFault([condition, format]: Field): Wording | undefined {
  const formats: readonly string[] = FORMATS;
  if (formats.includes(format)) return undefined;
  const nearest = nearestName(format, formats);
  return {
    message: `no edition is of the format ${JSON.stringify(format)}`,
    expected: `one of ${FORMATS.join(", ")}`,
    hint:
      nearest === undefined
        ? "html is the web edition, pdf all editions in pages, print those for the press"
        : `did you mean \`${condition}="${nearest}"\`?`,
  };
}

const NO_FIELDS: Wording = {
  message: "a passage for some editions begins with fields",
  expected: EXPECTED,
  hint: "write the condition in the braces, and three stars for a break between sections",
};

function attributesOf({ name, id, fields, unread }: FencedBlock): Attributes {
  return {
    ids: id === undefined ? [] : [id],
    classes: name === undefined ? [] : [name],
    ...{ fields, unread },
  };
}

/** Whether an edition of such formats shows a passage with these attributes. */
export function isShownIn(
  attributeOf: (name: string) => string | undefined,
  formats: readonly string[],
): boolean {
  const [when, unless] = [attributeOf(WHEN), attributeOf(UNLESS)];
  return when === undefined
    ? unless === undefined || !formats.includes(unless)
    : formats.includes(when);
}

/** The tokens of a text in an edition of such formats. */
export function shownTokens(
  tokens: readonly Token[],
  formats: readonly string[],
): readonly Token[] {
  let hidden = 0;
  return tokens.filter((token) => {
    if (hidden > 0) {
      if (token.type === PASSAGE_OPEN) hidden += 1;
      if (token.type === PASSAGE_CLOSE) hidden -= 1;
      return false;
    }
    if (token.type !== PASSAGE_OPEN) return true;
    const attributeOf = (name: string): string | undefined => {
      const value = token.attrGet(name);
      return value === null ? undefined : String(value);
    };
    if (isShownIn(attributeOf, formats)) return true;
    hidden = 1;
    return false;
  });
}
