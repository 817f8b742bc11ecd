/**
 * Runs in the world that lays out. Takes finished pages out of the document while others are laid out, and
 * puts them back with the last one, or batch by batch. Paged.js leaves them there: with each page that it adds,
 * and wherever it asks for a place, the browser goes through all pages before, so that time grows with the
 * square of their number.
 *
 * Where pages were, gaps stand that are as high, and that have counted what they have counted: so pages after
 * them are laid out as if they stood there. The last few stay, as Paged.js still changes them. With the last
 * page all are put back, or those whose references are given other numbers then.
 *
 * No page leaves where that could be seen: where styles choose pages by how many there are, and where
 * elements have counters that Paged.js does not know of.
 */
import { readPageSteps } from "./counter-steps.ts";
import { PageGap, type PageMeasure } from "./page-gap.ts";
import type { Chunker, PageOfPaged } from "./paged.ts";
import type { PartLayout } from "./parts/part-layout.ts";
import { isOrderSeen } from "./seen-order.ts";

/** The last pages, of which Paged.js still changes the one before the last. */
const KEPT = 3;
/** So many are taken out together: each time the browser lays out what stays. */
const TOGETHER = 24;

/** References on pages. */
export interface NumberedReferences {
  /** Those whose page may be another one by their numbers, or which would get another number now. */
  readonly moving: (chunker: Chunker) => Iterable<Element>;
  /** Gives those that wait the numbers that are known. */
  readonly close: (chunker: Chunker) => void;
  /** With their pages in the document: gives those another number that point at another page by now. */
  readonly setRight: (chunker: Chunker) => void;
}

export class FinishedPages {
  readonly #part: PartLayout;
  /** Whether pages stay out of the document when the last one is there, where nothing asks for them. */
  readonly #stayOut: boolean;
  /** Of pages that were out of the document, whether or not they are now. */
  readonly #measures = new Map<Element, PageMeasure>();
  readonly #out = new Set<Element>();
  /** The first element with each id, of pages that were out of the document. */
  readonly #ids = new Map<string, Element>();
  /** Those that stand in the document. */
  #gaps: readonly PageGap[] = [];
  #mayLeave: boolean | undefined;

  constructor(part: PartLayout, stayOut: boolean) {
    this.#part = part;
    this.#stayOut = stayOut;
  }

  /** An element of a page that was taken out. */
  withId(id: string): Element | undefined {
    return this.#ids.get(id);
  }

  /** Whether it is on a page that is out of the document. */
  hold(element: Element): boolean {
    const page = element.closest(".pagedjs_page");
    return page !== null && this.#out.has(page);
  }

  watch(references: NumberedReferences): void {
    const finish = (page: PageOfPaged, chunker: Chunker): void => {
      const isLast = !page.blank && this.#part.endsAt(page.endToken);
      if (!isLast) {
        this.#takeOut(chunker);
        return;
      }
      if (this.#stayOut) this.#showMoving(references, chunker);
      else this.showAll(chunker);
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

  /** Puts all pages back, and forgets what was known of them. */
  showAll(chunker: Chunker): void {
    if (this.#out.size > 0) {
      this.#arrange(chunker, () => true, "as high");
      // Paged.js says so later, and every element of every page would be given its style once more.
      this.#part.declarePageCount(chunker);
    }
    this.#measures.clear();
    this.#ids.clear();
  }

  /** Has these pages alone in the document, one behind the other. What the others have counted is counted. */
  showAlone(pages: ReadonlySet<Element>, chunker: Chunker): void {
    this.#arrange(chunker, (page) => pages.has(page), "flat");
  }

  #takeOut(chunker: Chunker): void {
    const finished = chunker.pages.slice(this.#out.size, -KEPT);
    if (finished.length < TOGETHER) return;
    this.#mayLeave ??= !isOrderSeen(chunker.source);
    if (!this.#mayLeave) return;
    const pages = finished.flatMap(({ element }) => element ?? []);
    const [first] = pages;
    if (first === undefined) return;
    const gap = this.#gaps[0] ?? openGap(first);
    this.#gaps = [gap];
    for (const measure of this.#measure(pages)) gap.add(measure);
    for (const page of finished) page.removeListeners();
    for (const page of pages) this.#remove(page);
    gap.write("as high");
  }

  #showMoving(references: NumberedReferences, chunker: Chunker): void {
    if (this.#out.size === 0) return;
    const moving = new Set<Element>();
    for (const element of references.moving(chunker)) {
      const page = element.closest(".pagedjs_page");
      if (page !== null && this.#out.has(page)) moving.add(page);
    }
    const stand = (page: Element): boolean => moving.has(page) || !this.#out.has(page);
    if (moving.size > 0) this.#arrange(chunker, stand, "as high");
    this.#part.declarePageCount(chunker);
  }

  #arrange(chunker: Chunker, stands: (page: Element) => boolean, gaps: "as high" | "flat"): void {
    const pages = chunker.pages.flatMap(({ element }) => element ?? []);
    const leaving = pages.filter((page) => !stands(page) && !this.#out.has(page));
    this.#measure(leaving.filter((page) => !this.#measures.has(page)));
    for (const page of leaving) this.#remove(page);
    const inDocument: Element[] = [];
    const opened: PageGap[] = [];
    let gap: PageGap | undefined;
    for (const page of pages) {
      const measure = this.#measures.get(page);
      if (!stands(page) && measure !== undefined) {
        gap ??= new PageGap();
        gap.add(measure);
        continue;
      }
      if (gap !== undefined) {
        gap.write(gaps);
        opened.push(gap);
        inDocument.push(gap.element);
        gap = undefined;
      }
      this.#out.delete(page);
      inDocument.push(page);
    }
    this.#gaps = opened;
    chunker.pagesArea.replaceChildren(...inDocument);
  }

  /** @param pages that stand in the document, in their order. */
  #measure(pages: readonly Element[]): readonly PageMeasure[] {
    const heights = pages.map((page) => {
      const { top, height } = page.getBoundingClientRect();
      const next = page.nextElementSibling?.getBoundingClientRect();
      return next === undefined ? height : next.top - top;
    });
    return pages.map((page, index) => {
      const measure = { heightPx: heights[index] ?? 0, steps: readPageSteps(page) };
      this.#measures.set(page, measure);
      return measure;
    });
  }

  #remove(page: Element): void {
    this.#out.add(page);
    for (const element of page.querySelectorAll("[id]")) {
      if (!this.#ids.has(element.id)) this.#ids.set(element.id, element);
    }
    page.remove();
  }
}

function openGap(firstPage: Element): PageGap {
  const gap = new PageGap();
  firstPage.before(gap.element);
  return gap;
}
