/**
 * Straight quotation marks into pairs of opening and closing ones. A mark without a partner (the
 * inches of `15"`, a quotation that goes on in the next paragraph) is left as it was typed.
 */
import { type Edit, type Rule } from "./rule.ts";

/** After one of these, or at the start, a mark can open; elsewhere it can only close. */
const BEFORE_OPENING = /[\s([{«“‘'’"\-‐–—/]/u;

export function pairQuotes(name: string, straight: '"' | "'", open: string, close: string): Rule {
  return {
    name,
    edits: (text) => {
      const waiting: number[] = [];
      const edits: Edit[] = [];
      for (
        let index = text.indexOf(straight);
        index !== -1;
        index = text.indexOf(straight, index + 1)
      ) {
        const previous = text[index - 1] ?? " ";
        const next = text[index + 1] ?? " ";
        if (BEFORE_OPENING.test(previous) && /\S/u.test(next)) {
          waiting.push(index);
          continue;
        }
        const partner = /\s/u.test(previous) ? undefined : waiting.pop();
        if (partner === undefined) continue;
        edits.push({ start: partner, end: partner + 1, text: open, joins: "next" });
        edits.push({ start: index, end: index + 1, text: close, joins: "next" });
      }
      return edits.sort((one, other) => one.start - other.start);
    },
  };
}
