/**
 * Runs in the world that lays out. The numbers of pages, and the counters of elements, that references point
 * at. Input: pages as they are laid out, in the document or out of it, and what is known of other parts.
 */
import { idsOf } from "../fragment-ids.ts";
import { readPageStep, type CounterStep } from "./counter-steps.ts";
import type { FinishedPages } from "./finished-pages.ts";
import type { Chunker, CounterTarget } from "./paged.ts";
import type { PartLayout } from "./parts/part-layout.ts";

export class PageNumbers {
  readonly #finished: FinishedPages;
  readonly #part: PartLayout;
  readonly #steps = new WeakMap<Element, CounterStep>();

  constructor(finished: FinishedPages, part: PartLayout) {
    this.#finished = finished;
    this.#part = part;
  }

  /** Reads what a page does with the counter of pages, once nothing changes that any more. */
  note({ pages }: Chunker): void {
    const { element } = pages.at(-2) ?? {};
    if (element !== undefined && !this.#steps.has(element)) {
      this.#steps.set(element, readStep(element));
    }
  }

  /**
   * Undefined where what it points at is on no page yet, or has no such counter.
   * @param fragment what it points at, without `#`.
   */
  numberFor(fragment: string, { counter }: CounterTarget, chunker: Chunker): number | undefined {
    const found = this.#elementOf(fragment, chunker);
    if (counter === "page") {
      return found ? this.#pageNumberOf(found, chunker) : this.#part.pageNumbers.get(fragment);
    }
    const value = Number.parseInt(found?.getAttribute(`data-counter-${counter}-value`) ?? "");
    return Number.isNaN(value) ? undefined : value;
  }

  #elementOf(fragment: string, { pagesArea }: Chunker): Element | undefined {
    for (const id of idsOf(fragment)) {
      const found = this.#finished.withId(id) ?? pagesArea.querySelector(`#${CSS.escape(id)}`);
      if (found !== null) return found;
    }
    return undefined;
  }

  #pageNumberOf(found: Element, { pages }: Chunker): number {
    const { set = 0, increment = 0 } = this.#part.before.get("page") ?? {};
    let number = set + increment;
    const own = found.closest(".pagedjs_page");
    for (const { element } of pages) {
      if (element === undefined) continue;
      // The last one may yet change.
      const step = this.#steps.get(element) ?? readStep(element);
      number = (step.set ?? number) + step.increment;
      if (element === own) break;
    }
    return number;
  }
}

function readStep(page: Element): CounterStep {
  return readPageStep(page).get("page") ?? { set: undefined, increment: 0 };
}
