/**
 * The texts that styles print, e.g. counters and labels, as leaves of the logical tree. Input: the printed
 * pages; output: the leaf of one slot of an element. Pure.
 */
import type { PrintedPages, PrintedText } from "../printed/printed-pages.ts";
import type { GeneratedSlot, SourceElement } from "../source/source-tree.ts";
import type { ContentLeaf } from "./logical-tree.ts";
import { isWordless } from "./tidy-tree.ts";

export class GeneratedTexts {
  /** By `ref:slot`. */
  readonly #texts = new Map<string, string>();
  /** Keys of those that are blocks. */
  readonly #blocks = new Set<string>();

  constructor(printed: PrintedPages) {
    for (const printedText of printed.pages.flatMap((page) => page.texts)) {
      const { key, isReal, isBlock } = printedText;
      if (key === undefined || isReal) continue;
      if (isBlock) this.#blocks.add(key);
      this.#texts.set(key, (this.#texts.get(key) ?? "") + readingOf(printedText));
    }
  }

  /** One leaf, or none where nothing is printed or it says nothing. */
  leaf(source: SourceElement, slot: GeneratedSlot | "call"): ContentLeaf[] {
    const key = `${source.ref}:${slot}`;
    const printed = this.#texts.get(key);
    const alternative = slot === "call" ? undefined : source.alternatives?.[slot];
    const text = alternative ?? printed;
    if (printed === undefined || text === undefined || isWordless(text)) return [];
    // Markers and calls have elements of their own.
    const isApart = this.#blocks.has(key) && (slot === "before" || slot === "after");
    return [{ kind: "content", keys: [key], text: isApart ? ` ${text} ` : text }];
  }
}

/** With the spaces at which its lines were broken, which no box shows. */
function readingOf({ boxes, isSpacedBefore }: PrintedText): string {
  const lines = boxes.map(({ text, spaceAfter }) => (spaceAfter ? `${text} ` : text));
  return (isSpacedBefore ? " " : "") + lines.join("");
}
