/**
 * Passages for some editions alone, in all kinds of editions. Input: the tokens of a text; output: the
 * tokens that each kind of edition shows, and faults of passages that none does.
 */
import type { Token } from "markdown-it";
import { KINDS } from "../../editions/kinds.ts";
import { PAGE_BREAK } from "../../markdown/blocks/page-breaks.ts";
import { PASSAGE_OPEN, shownTokens } from "../../markdown/blocks/passages.ts";
import type { PlacedWording } from "../texts/text-tokens.ts";

/** For each kind of edition, what it shows of a text. */
export function inEachEdition(tokens: readonly Token[]): readonly (readonly Token[])[] {
  return Object.values(KINDS).map(({ formats }) => shownTokens(tokens, formats));
}

/** A passage in another may have a condition that the other rules out. */
export function unshownPassages(tokens: readonly Token[]): readonly PlacedWording[] {
  const shown = new Set(
    Object.values(KINDS).flatMap(({ formats }) =>
      shownTokens(tokens, formats).flatMap((token) => [
        token,
        ...shownTokens(token.children ?? [], formats),
      ]),
    ),
  );
  return passagesAmong(tokens)
    .filter(({ passage }) => !shown.has(passage))
    .map(({ lineOffset }) => ({
      lineOffset,
      message: "this passage is shown in no edition: another one is around it",
      expected: "a passage that some edition has",
      hint: "bring it out of the other one, or change one of the two conditions",
    }));
}

/** Fields are shown in all editions, in several places of each. */
export function fieldPassages(tokens: readonly Token[]): readonly PlacedWording[] {
  const ofPassages = passagesAmong(tokens).map(({ lineOffset }) => ({
    lineOffset,
    message: "a passage for some editions stands in a field",
    expected: "such passages in texts alone",
    hint: "write what all editions are to have",
  }));
  const ofBreaks = tokens
    .filter(({ type }) => type === PAGE_BREAK)
    .map(({ map }) => ({
      lineOffset: map?.[0] ?? 0,
      message: "a page breaks in a field",
      expected: "breaks of pages in texts alone",
      hint: "remove it",
    }));
  return [...ofPassages, ...ofBreaks];
}

function passagesAmong(
  tokens: readonly Token[],
): readonly { readonly passage: Token; readonly lineOffset: number }[] {
  return tokens.flatMap((token) =>
    [token, ...(token.children ?? [])]
      .filter(({ type }) => type === PASSAGE_OPEN)
      .map((passage) => ({ passage, lineOffset: token.map?.[0] ?? 0 })),
  );
}
