/**
 * Straight quotation marks into pairs of opening and closing ones. A mark without a partner (the
 * inches of `15"`, a quotation that goes on in the next paragraph) is left as it was typed.
 */
import type { QuotationMarks } from "../../languages/language.ts";
import { type Edit, type Rule } from "./rule.ts";

/** After one of these, or at the start, a mark can open; elsewhere it can only close. */
const BEFORE_OPENING = /[\s([{«“‘'’"\-‐–—/„‚‹¿¡]/u;

/** `ours'",`: a mark that ends a word ends a quotation as well, unless another word follows. */
const AFTER_CLOSING = /[\p{L}\p{M}\p{N}.!?…]['’]$/u;

interface Pair {
  readonly start: number;
  readonly end: number;
}

/**
 * @param levels the marks of a quotation, of one in it and so on: the last serves for all further ones.
 * @param mayOpenAfter what else than a space or a mark may stand before a quotation.
 */
export function pairQuotes(
  name: string,
  straight: '"' | "'",
  levels: readonly [QuotationMarks, ...QuotationMarks[]],
  mayOpenAfter?: RegExp,
): Rule {
  return {
    name,
    edits: (text) => {
      const waiting: number[] = [];
      const pairs: Pair[] = [];
      for (
        let index = text.indexOf(straight);
        index !== -1;
        index = text.indexOf(straight, index + 1)
      ) {
        const previous = text[index - 1] ?? " ";
        const next = text[index + 1] ?? " ";
        const canOpen =
          BEFORE_OPENING.test(previous) || mayOpenAfter?.test(text.slice(0, index)) === true;
        const endsBoth =
          waiting.length > 0 &&
          AFTER_CLOSING.test(text.slice(0, index)) &&
          !/[\p{L}\p{N}]/u.test(next);
        if (canOpen && !endsBoth && /\S/u.test(next)) {
          waiting.push(index);
          continue;
        }
        const partner = /\s/u.test(previous) ? undefined : waiting.pop();
        if (partner !== undefined) pairs.push({ start: partner, end: index });
      }
      return editsOf(pairs, levels);
    },
  };
}

/**
 * For texts without spaces: marks open and close in turns, as nothing around them tells which they do.
 * Where their number is odd, or one is left open, none is changed.
 */
export function alternateQuotes(name: string, straight: '"' | "'", marks: QuotationMarks): Rule {
  return {
    name,
    edits: (text) => {
      const places = [...text.matchAll(new RegExp(straight, "gu"))].map(({ index }) => index);
      if (places.length % 2 !== 0) return [];
      const pairs = places.flatMap((end, nth) => {
        const start = places[nth - 1];
        return nth % 2 === 0 || start === undefined ? [] : [{ start, end }];
      });
      return editsOf(pairs, [marks]);
    },
  };
}

function editsOf(
  pairs: readonly Pair[],
  [outer, ...inner]: readonly [QuotationMarks, ...QuotationMarks[]],
): readonly Edit[] {
  return pairs
    .flatMap((pair): readonly Edit[] => {
      const depth = pairs.filter(({ start, end }) => start < pair.start && pair.end < end).length;
      const { open, close } = depth === 0 ? outer : (inner[depth - 1] ?? inner.at(-1) ?? outer);
      return [
        { start: pair.start, end: pair.start + 1, text: open, joins: "next" },
        { start: pair.end, end: pair.end + 1, text: close, joins: "next" },
      ];
    })
    .sort((one, other) => one.start - other.start);
}
