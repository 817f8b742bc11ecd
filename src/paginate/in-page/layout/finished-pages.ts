/**
 * Runs in the world that lays out. Takes finished pages out of the document while others are laid out, and
 * puts them back with the last one. Paged.js leaves them there: with each page that it adds, and wherever
 * it asks for a place, the browser goes through all pages before, so that time grows with the square of
 * their number.
 *
 * Where pages were, a gap stands that is as high, and that has counted what they have counted: so pages
 * after it are laid out as if they stood there. The last few stay, as Paged.js still changes them. With the last
 * page all are put back, and references on them get the numbers that they have waited for.
 *
 * No page leaves where that could be seen: where styles choose pages by how many there are, and where
 * elements have counters that Paged.js does not know of.
 */
import { addSteps, readPageSteps, stepDeclarations, type CounterSteps } from "./counter-steps.ts";
import type { Chunker, PageOfPaged } from "./paged.ts";
import type { PartLayout } from "./parts/part-layout.ts";
import { isOrderSeen } from "./seen-order.ts";

/** The last pages, of which Paged.js still changes the one before the last. */
const KEPT = 3;
/** So many are taken out together: each time the browser lays out what stays. */
const TOGETHER = 24;

/** References on pages. */
export interface NumberedReferences {
  /** Gives those that wait the numbers that are known. */
  readonly close: (chunker: Chunker) => void;
  /** With all pages in the document: gives those another number that point at another page by now. */
  readonly setRight: (chunker: Chunker) => void;
}

/** Where all pages before those that are in the document were. */
interface Gap {
  readonly element: HTMLElement;
  readonly pages: Set<Element>;
  /** The first element with each id on them. */
  readonly ids: Map<string, Element>;
  steps: CounterSteps;
  height: number;
}

export class FinishedPages {
  readonly #part: PartLayout;
  #gap: Gap | undefined;
  #mayLeave: boolean | undefined;

  constructor(part: PartLayout) {
    this.#part = part;
  }

  /** An element of a page that was taken out. */
  withId(id: string): Element | undefined {
    return this.#gap?.ids.get(id);
  }

  /** Whether it is on a page that was taken out. */
  hold(element: Element): boolean {
    const page = element.closest(".pagedjs_page");
    return page !== null && this.#gap?.pages.has(page) === true;
  }

  watch(references: NumberedReferences): void {
    const finish = (page: PageOfPaged, chunker: Chunker): void => {
      const isLast = !page.blank && this.#part.endsAt(page.endToken, chunker);
      if (!isLast) {
        this.#takeOut(chunker);
        return;
      }
      this.#giveBack(chunker);
      references.close(chunker);
      references.setRight(chunker);
    };
    class PageWatch extends window.Paged.Handler {
      finalizePage(_element: Element, page: PageOfPaged, _token: unknown, chunker: Chunker): void {
        finish(page, chunker);
      }
    }
    window.Paged.registeredHandlers.push(PageWatch);
  }

  #takeOut(chunker: Chunker): void {
    const finished = chunker.pages.slice(this.#gap?.pages.size ?? 0, -KEPT);
    if (finished.length < TOGETHER) return;
    this.#mayLeave ??= !isOrderSeen(chunker.source);
    if (this.#mayLeave) this.#replace(finished);
  }

  #replace(finished: readonly PageOfPaged[]): void {
    const pages = finished.flatMap(({ element }) => element ?? []);
    const [first, next] = [pages[0], pages.at(-1)?.nextElementSibling];
    if (first === undefined || !next) return;
    const gap = (this.#gap ??= openGap(first));
    gap.steps = [gap.steps, ...pages.map(readPageSteps)].reduce(addSteps);
    gap.height += next.getBoundingClientRect().top - first.getBoundingClientRect().top;
    for (const page of finished) page.removeListeners();
    for (const page of pages) {
      gap.pages.add(page);
      for (const element of page.querySelectorAll("[id]")) {
        if (!gap.ids.has(element.id)) gap.ids.set(element.id, element);
      }
      page.remove();
    }
    const { style } = gap.element;
    style.height = `${gap.height}px`;
    for (const [property, value] of stepDeclarations(gap.steps)) {
      style.setProperty(property, value);
    }
  }

  #giveBack(chunker: Chunker): void {
    if (this.#gap === undefined) return;
    const { element, pages } = this.#gap;
    this.#gap = undefined;
    element.replaceWith(...pages);
    // Paged.js says so later, and every element of every page would be given its style once more.
    this.#part.declarePageCount(chunker);
  }
}

function openGap(firstPage: Element): Gap {
  // Another kind of element than a page is: those may be counted.
  const element = document.createElement("imprimatur-gap");
  element.style.display = "block";
  firstPage.before(element);
  return { element, pages: new Set(), ids: new Map(), steps: new Map(), height: 0 };
}
