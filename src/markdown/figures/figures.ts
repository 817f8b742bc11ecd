/**
 * Figures, as Pandoc and Quarto have them, as a plugin of markdown-it: a picture in a paragraph of its
 * own with attributes or a title, `![Caption](a.png){#fig-boats alt="…" credit="…"}`. Input: Markdown;
 * output: `figure` with its picture and its caption. Where the attributes have the alternative, the words
 * between the brackets are the caption; else they are the alternative, and the title is the caption.
 *
 * A picture with neither is the picture alone, and its words are the alternative.
 */
import type { MarkdownIt, StateCore, Token } from "markdown-it";
import type { Attributes } from "../attributes.ts";
import { faultToken, type Wording } from "../fault-token.ts";
import { isNumbered, NUMBERED } from "../references/numbered.ts";
import { attributesOfPicture, pictureAttributes } from "./picture-attributes.ts";

/** Who made a picture, or owns it. */
export const CREDIT_CLASS = "credit";

export function figures(markdown: MarkdownIt): void {
  markdown.use(pictureAttributes);
  markdown.core.ruler.after("inline", "figures", (state) => {
    state.tokens = state.tokens.flatMap((token, index, all): readonly Token[] => {
      const [opening, closing] = [all[index - 1], all[index + 1]];
      if (token.type !== "inline" || opening === undefined || closing === undefined) return [token];
      const [picture, ...others] = token.children ?? [];
      const isAlone = others.length === 0 && opening.type === "paragraph_open";
      if (picture === undefined || !isAlone || !isFigure(picture)) {
        return [token, ...faultsInLine(state, token)];
      }
      return figureOf(state, { opening, text: token, picture, closing });
    });
  });
}

function isFigure(token: Token): boolean {
  const hasMore = attributesOfPicture(token) !== undefined || token.attrGet("title") !== null;
  return token.type === "image" && hasMore;
}

interface Paragraph {
  readonly opening: Token;
  readonly text: Token;
  readonly picture: Token;
  readonly closing: Token;
}

/** What stands between the tokens of the paragraph, which become those of the figure. */
function figureOf(
  state: Pick<StateCore, "Token">,
  { opening, text, picture, closing }: Paragraph,
): readonly Token[] {
  const { attributes = NONE, written = "" } = attributesOfPicture(picture) ?? {};
  const [id] = attributes.ids;
  const wrong = faultIn(attributes, picture);
  Object.assign(opening, { type: "figure_open", tag: "figure", hidden: false });
  Object.assign(closing, { type: "figure_close", tag: "figure", hidden: false });
  opening.attrSet("class", "figure");
  if (id !== undefined) opening.attrSet("id", id);
  if (isNumbered("figure", id)) opening.attrSet(NUMBERED, "figure");

  const { alternative } = fieldsOf(attributes);
  const title = picture.attrGet("title");
  picture.attrs = picture.attrs?.filter(([name]) => name !== "title") ?? null;
  const caption =
    alternative === undefined
      ? title === null
        ? []
        : [plainText(state, String(title))]
      : (picture.children ?? []);
  if (alternative !== undefined) {
    picture.content = alternative;
    picture.children = [plainText(state, alternative)];
  }
  return [text, ...captionOf(state, opening, caption, attributes), ...faultTokens()];

  function faultTokens(): readonly Token[] {
    return wrong === undefined ? [] : [placedFault(state, wrong, text, ` ${written}`)];
  }
}

function captionOf(
  state: Pick<StateCore, "Token">,
  { map }: Token,
  caption: readonly Token[],
  attributes: Attributes,
): readonly Token[] {
  const { credit } = fieldsOf(attributes);
  if (caption.length === 0 && credit === undefined) return [];
  const { Token: Made } = state;
  const opening = Object.assign(new Made("figcaption_open", "figcaption", 1), { block: true, map });
  const text = Object.assign(new Made("inline", "", 0), { map });
  text.children = [...caption, ...creditOf(state, credit, caption.length > 0)];
  return [opening, text, Object.assign(new Made("figcaption_close", "figcaption", -1), LINE_END)];
}

const LINE_END = { block: true };

function creditOf(
  state: Pick<StateCore, "Token">,
  credit: string | undefined,
  isAfterText: boolean,
): readonly Token[] {
  if (credit === undefined) return [];
  const opening = new state.Token("credit_open", "span", 1);
  opening.attrSet("class", CREDIT_CLASS);
  const closing = new state.Token("credit_close", "span", -1);
  const space = isAfterText ? [plainText(state, " ")] : [];
  return [...space, opening, plainText(state, credit), closing];
}

function plainText({ Token: Made }: Pick<StateCore, "Token">, content: string): Token {
  return Object.assign(new Made("text", "", 0), { content });
}

const NONE: Attributes = { ids: [], classes: [], fields: [], unread: [] };

/** Quarto's name of the alternative is known as well. */
const ALTERNATIVES: readonly string[] = ["alt", "fig-alt"];

function fieldsOf({ fields }: Attributes): {
  readonly alternative: string | undefined;
  readonly credit: string | undefined;
} {
  return {
    alternative: fields.find(([name]) => ALTERNATIVES.includes(name))?.[1].trim(),
    credit: fields.find(([name]) => name === "credit")?.[1].trim(),
  };
}

function faultIn(attributes: Attributes, picture: Token): Wording | undefined {
  const { ids, classes, fields, unread } = attributes;
  const [unknown] = [
    ...ids.slice(1).map((id) => `#${id}`),
    ...classes.map((name) => `.${name}`),
    ...fields.map(([name]) => name).filter((name) => ![...ALTERNATIVES, "credit"].includes(name)),
    ...unread,
  ];
  if (unknown !== undefined) {
    return {
      message: `${JSON.stringify(unknown)} says nothing of a figure`,
      expected: 'an id, `alt="…"` and `credit="…"`',
      hint: "remove it from the braces; the design says how large a figure is and where it stands",
    };
  }
  const alternatives = fields.filter(([name]) => ALTERNATIVES.includes(name));
  if (alternatives.length > 1 || fields.length - alternatives.length > 1) {
    return {
      message: "a figure has two alternatives, or two credits",
      expected: "each of them once",
      hint: "keep one of the two",
    };
  }
  if (fields.some(([, value]) => value.trim() === "")) {
    return {
      message: "an attribute of a figure is empty",
      expected: "words between its quotation marks",
      hint: "write them, or remove the attribute; what only decorates belongs to the styles",
    };
  }
  const hasTitle = picture.attrGet("title") !== null;
  if (hasTitle && alternatives.length > 0) {
    return {
      message: "a figure has a caption and a title",
      expected: "one caption: the words between the brackets where there is `alt`, else the title",
      hint: "write both into the one between the brackets",
    };
  }
  if (alternatives.length > 0 && picture.content.trim() === "") {
    return {
      message: "a figure with an alternative has no caption",
      expected: "the caption between the square brackets",
      hint: 'write `![What it is about](a.png){alt="What it shows"}`',
    };
  }
  return isNumbered("figure", ids[0]) && !hasTitle && alternatives.length === 0
    ? NO_ALTERNATIVE
    : undefined;
}

/** One text cannot be both: who does not see the figure would hear its caption twice. */
const NO_ALTERNATIVE: Wording = {
  message: "a figure with a number has a caption and no alternative",
  expected: '`alt="…"` between the braces: what the picture shows',
  hint: 'write `![Caption](a.png){#fig-boats alt="A blue boat full of books"}`',
};

/** Pictures among words, in headings and in cells: nothing of a figure has a place there. */
function faultsInLine(state: Pick<StateCore, "Token">, token: Token): readonly Token[] {
  return (token.children ?? []).flatMap((picture) => {
    if (!isFigure(picture)) return [];
    const { written } = attributesOfPicture(picture) ?? {};
    return [placedFault(state, IN_LINE, token, written === undefined ? "" : ` ${written}`)];
  });
}

const IN_LINE: Wording = {
  message: "a picture among words has a title or attributes, which no edition shows",
  expected: "a figure as a paragraph of its own",
  hint: "write an empty line before it and after it, or remove what follows its address",
};

function placedFault(
  state: Pick<StateCore, "Token">,
  wording: Wording,
  { map }: Token,
  written: string,
): Token {
  return Object.assign(faultToken(state, wording, written), { map });
}
