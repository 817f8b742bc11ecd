/**
 * Runs in the world that lays out. Whether it can be seen which pages stand before others in the document:
 * styles may choose pages by how many there are, and elements may have counters that Paged.js does not know
 * of.
 */
import { rulesIn } from "../style-rules.ts";

const CHOSEN_BY_NUMBER = /\.pagedjs_page\b[^\s>+~,]*:(?:nth-|first-|last-|only-)/;

/** @param source as Paged.js has it, which has read the styles by then. */
export function isOrderSeen(source: ParentNode): boolean {
  return areChosenByNumber() || countsByItself(source);
}

function areChosenByNumber(): boolean {
  return [...rulesIn(document.styleSheets)].some(
    (rule) => rule instanceof CSSStyleRule && CHOSEN_BY_NUMBER.test(rule.selectorText),
  );
}

function countsByItself(source: ParentNode): boolean {
  return source.querySelector('[style*="counter-"]') !== null;
}
