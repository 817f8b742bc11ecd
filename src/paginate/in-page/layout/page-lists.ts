/**
 * Runs in the world that lays out. Lists of pages, as an index has them: what stands right in an element
 * with `data-page-list` shows the number of a page each, by `target-counter`. Here those that say the same
 * page again are hidden, and pages that follow each other are joined to a range, whose dash is the value
 * of the attribute. What is printed before a number is its `data-before`, and one with `data-page-through`
 * ends the passage that the one before it begins.
 *
 * A list is joined before its page is cut, as far as its numbers are known, and with the last page.
 */
import { atEndOf } from "./late-numbers.ts";
import { joinPages } from "./page-runs.ts";
import type { Chunker } from "./paged.ts";
import { PAGE_LIST, type References } from "./target-counters.ts";

export class PageLists {
  readonly #references: References;
  readonly #lists = new Set<Element>();
  /** What was written before numbers. */
  readonly #before = new WeakMap<Element, string | null>();

  constructor(references: References) {
    this.#references = references;
  }

  /** Registered before what looks whether numbers have made a page too long. */
  watch(): void {
    const joinIn = (rendered: Node): void => {
      if (!(rendered instanceof Element)) return;
      const around = rendered.closest(PAGE_LIST);
      const lists = [...(around === null ? [] : [around]), ...rendered.querySelectorAll(PAGE_LIST)];
      for (const list of lists) {
        this.#lists.add(list);
        this.#join(list);
      }
    };
    const joinAll = (): void => {
      for (const list of this.#lists) this.#join(list);
    };
    class ListJoiner extends window.Paged.Handler {
      renderNode(rendered: Node): void {
        joinIn(rendered);
      }

      afterParsed(_source: ParentNode, chunker: Chunker): void {
        atEndOf(chunker, joinAll);
      }
    }
    window.Paged.registeredHandlers.push(ListJoiner);
  }

  /** As if it were for the first time: numbers may be others by now. */
  #join(list: Element): void {
    const items = [...list.children];
    const marks = joinPages(
      items.map((item) => ({
        number: this.#numberIn(item),
        isThrough: item.hasAttribute("data-page-through"),
      })),
    );
    for (const [index, item] of items.entries()) {
      const mark = marks[index];
      item.toggleAttribute("hidden", mark === "hidden");
      if (!this.#before.has(item)) this.#before.set(item, item.getAttribute("data-before"));
      const before =
        mark === "ends-range" ? list.getAttribute("data-page-list") : this.#before.get(item);
      if (before != null) item.setAttribute("data-before", before);
    }
  }

  /** Of the element itself, or of the first in it that shows one. */
  #numberIn(item: Element): number | undefined {
    for (const element of [item, ...item.querySelectorAll("*")]) {
      const number = this.#references.pageNumberOf(element);
      if (number !== undefined) return number;
    }
    return undefined;
  }
}
