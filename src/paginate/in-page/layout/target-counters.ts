/**
 * Runs in the world that lays out. Gives references the numbers of the pages and counters that they point
 * at (`target-counter`), as Paged.js 0.4.3 does, but in linear time. After each page, Paged.js looks for
 * open references on all pages, goes through all pages for each that it can close, and has the document
 * laid out twice for each.
 *
 * Here each page is searched once, what a page does with the counter of pages is kept, and the references
 * that are closed with a page are laid out together. The numbers are the same, and are given at the same
 * time, or with the last page where their own was taken out (see `finished-pages.ts`). Two are found that
 * Paged.js misses: that of a page on which other counters begin anew too, and that of an id which a
 * selector would have to escape, or an address does.
 */
import { idsOf } from "../fragment-ids.ts";
import { readPageStep, type CounterStep } from "./counter-steps.ts";
import type { FinishedPages, OpenReferences } from "./finished-pages.ts";
import { handlerIndex } from "./handler-index.ts";
import type { Chunker, CounterTarget, TargetCounters } from "./paged.ts";
import type { PartLayout } from "./parts/part-layout.ts";

export interface ClosedReferences extends OpenReferences {
  /**
   * The numbers of pages that references anywhere in the source point at, by what they point at, without
   * `#`: of those that are laid out, or were given.
   */
  readonly pageNumbers: (chunker: Chunker) => ReadonlyMap<string, number>;
  /** Whether one on the pages waits for what the source has elsewhere. */
  readonly areOpen: (chunker: Chunker) => boolean;
}

/** @throws where Paged.js has no such handler. */
export function closeReferencesOnce(finished: FinishedPages, part: PartLayout): ClosedReferences {
  const open = new Map<HTMLElement, Set<CounterTarget>>();
  const numbers = new PageNumbers(finished, part);
  let styleSheet: CSSStyleSheet | undefined;
  let targets: readonly CounterTarget[] = [];

  const close = (chunker: Chunker): void => {
    const closed: HTMLElement[] = [];
    for (const [element, wanted] of open) {
      // On its page, nobody could see that it has grown.
      if (finished.hold(element)) continue;
      for (const target of wanted) {
        const number = numbers.numberFor(element, target, chunker);
        if (number === undefined || styleSheet === undefined) continue;
        closeReference(element, target, number, styleSheet);
        wanted.delete(target);
        closed.push(element);
      }
      // Others were on a page that is laid out anew.
      if (wanted.size === 0 || !element.isConnected) open.delete(element);
    }
    layOutAnew(closed);
  };

  const handler = window.Paged.registeredHandlers[handlerIndex("TargetCounters")];
  const prototype = handler?.prototype as TargetCounters;
  prototype.afterPageLayout = function (this: TargetCounters, page, _page, _token, chunker) {
    styleSheet = this.styleSheet;
    targets = Object.values(this.counterTargets).filter(({ func }) => func === "attr");
    if (targets.length === 0) return;
    // What stands in the margins of a page comes when it is finished, after this.
    noteOpen(page.previousElementSibling, targets, open);
    noteOpen(page, targets, open);
    numbers.note(chunker);
    close(chunker);
  };
  return {
    areOn: (page) => [...open.keys()].some((element) => page.contains(element)),
    close,
    pageNumbers: (chunker) => {
      const found = new Map<string, number>();
      for (const target of targets.filter(({ counter }) => counter === "page")) {
        for (const element of chunker.source.querySelectorAll(elementSelector(target))) {
          const fragment = fragmentOf(element, target);
          if (fragment === undefined || found.has(fragment)) continue;
          const number = numbers.numberFor(element, target, chunker);
          if (number !== undefined) found.set(fragment, number);
        }
      }
      return found;
    },
    areOpen: ({ source }) =>
      [...open].some(([element, wanted]) =>
        [...wanted].some((target) => isIn(source, fragmentOf(element, target))),
      ),
  };
}

/** What it points at in its document, without `#`. */
function fragmentOf(element: Element, { args }: CounterTarget): string | undefined {
  const address = args.map((name) => element.getAttribute(name)).find((value) => value !== null);
  return address?.startsWith("#") === true ? address.slice(1) : undefined;
}

function isIn(source: ParentNode, fragment = ""): boolean {
  return idsOf(fragment).some((id) => source.querySelector(`#${CSS.escape(id)}`) !== null);
}

function noteOpen(
  page: Element | null,
  targets: readonly CounterTarget[],
  open: Map<HTMLElement, Set<CounterTarget>>,
): void {
  for (const target of targets) {
    const query = `${elementSelector(target)}:not([data-${target.variable}])`;
    for (const element of page?.querySelectorAll<HTMLElement>(query) ?? []) {
      open.set(element, (open.get(element) ?? new Set()).add(target));
    }
  }
}

const PSEUDO = /::?/;

/** Without its pseudo-element. */
function elementSelector({ selector }: CounterTarget): string {
  return selector.split(PSEUDO)[0] ?? selector;
}

class PageNumbers {
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

  /** Undefined where what it points at is on no page yet, or has no such counter. */
  numberFor(element: Element, target: CounterTarget, chunker: Chunker): number | undefined {
    const fragment = fragmentOf(element, target);
    if (fragment === undefined) return undefined;
    const found = this.#elementOf(fragment, chunker);
    const { counter } = target;
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
    for (const { element } of pages) {
      if (element === undefined) continue;
      // The last one may yet change.
      const step = this.#steps.get(element) ?? readStep(element);
      number = (step.set ?? number) + step.increment;
      if (element.contains(found)) break;
    }
    return number;
  }
}

function readStep(page: Element): CounterStep {
  return readPageStep(page).get("page") ?? { set: undefined, increment: 0 };
}

let references = 0;

function closeReference(
  element: HTMLElement,
  { variable, counter, selector }: CounterTarget,
  number: number,
  styleSheet: CSSStyleSheet,
): void {
  references += 1;
  element.setAttribute(`data-${variable}`, String(references));
  const [, pseudo] = selector.split(PSEUDO);
  const styled = `[data-${variable}="${references}"]${pseudo === undefined ? "" : `::${pseudo}`}`;
  const begun = counter === "page" ? variable : `${variable} ${variable}`;
  styleSheet.insertRule(
    `${styled} { counter-reset: ${begun} ${number}; }`,
    styleSheet.cssRules.length,
  );
}

/** The browser sees that a counter has changed where the box that shows it is made anew. */
function layOutAnew(elements: readonly HTMLElement[]): void {
  for (const { style } of elements) style.display = "none";
  // Asking is what lays out.
  elements[0]?.getBoundingClientRect();
  for (const { style } of elements) style.removeProperty("display");
}
