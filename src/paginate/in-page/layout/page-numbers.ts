/**
 * Runs in the world that lays out. The numbers of pages, and the counters of elements, that references point
 * at. Input: pages as they are laid out, in the document or out of it, and what is known of other parts.
 */
import { idsOf } from "../fragment-ids.ts";
import { readPageStep, type CounterStep } from "./counter-steps.ts";
import type { FinishedPages } from "./finished-pages.ts";
import type { Chunker, CounterTarget } from "./paged.ts";
import type { PartLayout } from "./parts/part-layout.ts";

/**
 * Undefined where what is pointed at is on no page yet, or has no such counter.
 * @param fragment what a reference points at, without `#`.
 */
export type NumberFor = (fragment: string, target: CounterTarget) => number | undefined;

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

  /** Of what stands on the pages as they are now. */
  now(chunker: Chunker): NumberFor {
    let numbers: ReadonlyMap<Element, number> | undefined;
    return (fragment, { counter }) => {
      const found = this.#elementOf(fragment, chunker);
      if (counter === "page") {
        const page = found?.closest(".pagedjs_page");
        if (page == null) return this.#part.pageNumbers.get(fragment);
        return (numbers ??= this.#numberPages(chunker)).get(page);
      }
      const value = Number.parseInt(found?.getAttribute(`data-counter-${counter}-value`) ?? "");
      return Number.isNaN(value) ? undefined : value;
    };
  }

  #elementOf(fragment: string, { pagesArea }: Chunker): Element | undefined {
    for (const id of idsOf(fragment)) {
      const found = this.#finished.withId(id) ?? pagesArea.querySelector(`#${CSS.escape(id)}`);
      if (found !== null) return found;
    }
    return undefined;
  }

  #numberPages({ pages }: Chunker): ReadonlyMap<Element, number> {
    const { set = 0, increment = 0 } = this.#part.before.get("page") ?? {};
    const numbers = new Map<Element, number>();
    let number = set + increment;
    for (const { element } of pages) {
      if (element === undefined) continue;
      // The last one may yet change.
      const step = this.#steps.get(element) ?? readStep(element);
      number = (step.set ?? number) + step.increment;
      numbers.set(element, number);
    }
    return numbers;
  }
}

function readStep(page: Element): CounterStep {
  return readPageStep(page).get("page") ?? { set: undefined, increment: 0 };
}
