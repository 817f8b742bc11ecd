/**
 * What is wrong in Markdown that is a field: all that is wrong in a text, and what only a text can have.
 * A field may be shown in several places, as plain text, and where links have no place. Input: the
 * Markdown of one field, where it is written, and the content folder; output: faults.
 */
import type { Token } from "markdown-it";
import { blockOf } from "../../markdown/blocks/fenced-block.ts";
import { citationOf } from "../../markdown/citations/citations.ts";
import type { Wording } from "../../markdown/fault-token.ts";
import { INDEX_LIST_OPEN, placeOfToken } from "../../markdown/index/index-places.ts";
import { NOTE_CALL } from "../../markdown/notes.ts";
import { listedKindOf, NUMBERED_LISTS } from "../../markdown/references/numbered-lists.ts";
import { referenceOf } from "../../markdown/references/cross-references.ts";
import type { Markup } from "../fields/fields.ts";
import {
  allTokens,
  parseMarkup,
  placed,
  type MarkdownPlace,
  type PlacedWording,
} from "../texts/text-tokens.ts";
import { quoteValue, type Fault } from "./fault.ts";
import { inlineFaults, textFaults } from "./markdown-faults.ts";
import { fieldPassages } from "./passage-faults.ts";

/** Pictures are looked for in `contentDir`. */
export async function fieldTextFaults(
  source: string,
  markup: Markup,
  at: MarkdownPlace,
  contentDir: string,
): Promise<readonly Fault[]> {
  const tokens = parseMarkup(source, markup);
  const ofText =
    markup === "inline"
      ? await inlineFaults(tokens, contentDir)
      : await textFaults(tokens, contentDir);
  return placed([...unfitForFields(tokens), ...ofText], at);
}

function unfitForFields(tokens: readonly Token[]): readonly PlacedWording[] {
  const found = allTokens(tokens).flatMap(({ token, lineOffset }) =>
    UNFIT.flatMap((wordingOf) => {
      const wording = wordingOf(token);
      return wording === undefined ? [] : [{ lineOffset, ...wording }];
    }),
  );
  return [...found, ...fieldPassages(tokens)];
}

type UnfitFinder = (token: Token) => Wording | undefined;

const UNFIT: readonly UnfitFinder[] = [
  (token) => {
    const id = token.attrGet("id");
    return id === null
      ? undefined
      : {
          message: `the id ${quoteValue(String(id))} stands in a field, which pages may show more than once`,
          expected: "ids in texts alone",
          hint: "remove the id, and let links lead to the file",
        };
  },
  (token) => {
    const id = referenceOf(token)?.id;
    return id === undefined
      ? undefined
      : {
          message: `a field refers to ${quoteValue(`@${id}`)}`,
          expected: "references in texts alone",
          hint: `write a link, such as \`[the figure](#${id})\`, or \\@ for a sign that is to be printed`,
        };
  },
  ({ type }) => (type === NOTE_CALL ? NOTE : undefined),
  (token) => (citationOf(token) === undefined ? undefined : CITATION),
  ({ type }) => (type === INDEX_LIST_OPEN ? inFieldOf("the index stands") : undefined),
  (token) =>
    placeOfToken(token) === undefined ? undefined : inFieldOf("an entry of the index stands"),
  (token) => {
    const kind = listedKindOf(token);
    return kind && { ...LIST, message: `${NUMBERED_LISTS[kind].what} stands in a field` };
  },
  (token) => (blockOf(token) === undefined ? undefined : BLOCK),
];

const NOTE: Wording = {
  message: "a note is called in a field",
  expected: "notes in texts alone",
  hint: "put it into the sentence, in brackets, or call it in the text",
};

const CITATION: Wording = {
  message: "a source is cited in a field",
  expected: "citations in texts alone",
  hint: "cite it in the text, or write \\@ for a sign that is to be printed",
};

const LIST: Omit<Wording, "message"> = {
  expected: "lists of figures and of tables in texts alone",
  hint: "move it to the text of a file",
};

const BLOCK: Wording = {
  message: "there is a block here",
  expected: "text without blocks of the theme",
  hint: "remove the lines of colons",
};

function inFieldOf(what: string): Wording {
  return {
    message: `${what} in a field, which pages may show more than once`,
    expected: "the index and its entries in texts alone",
    hint: "move it to the text of a file",
  };
}
