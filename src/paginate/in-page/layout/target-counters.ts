/**
 * Runs in the world that lays out. Gives references the numbers of the pages and counters that they point
 * at (`target-counter`), as Paged.js 0.4.3 does, but in linear time. After each page, Paged.js looks for
 * open references on all pages, goes through all pages for each that it can close, and has the document
 * laid out twice for each.
 *
 * Here each page is searched once, what a page does with the counter of pages is kept, and the references
 * that are closed with a page are laid out together. The numbers are given at the same time, or with the
 * last page where their own was taken out (see `finished-pages.ts`). Two are found that Paged.js misses:
 * that of a page on which other counters begin anew too, and that of an id which a selector would have to
 * escape, or an address does.
 *
 * Where a number makes a page longer than it is, layout goes back there (`late-numbers.ts`). References that
 * are laid out anew begin with the number that they had, and so their pages are cut with it; with the last
 * page, those that are another by then are set right.
 */
import type { FinishedPages, NumberedReferences } from "./finished-pages.ts";
import { handlerIndex } from "./handler-index.ts";
import type { Chunker, CounterTarget, PageOfPaged, TargetCounters } from "./paged.ts";
import { PageNumbers } from "./page-numbers.ts";
import type { PartLayout } from "./parts/part-layout.ts";

/** A list of references whose numbers are joined; see `page-lists.ts`. */
export const PAGE_LIST = "[data-page-list]";

/** A number that an element, or what is generated before or behind it, was given. */
interface Given {
  readonly target: CounterTarget;
  readonly fragment: string;
  number: number;
  readonly rule: CSSStyleRule;
}

interface WrongNumber {
  readonly element: HTMLElement;
  readonly given: Given;
  /** The right one. */
  readonly number: number;
}

export class References implements NumberedReferences {
  readonly #finished: FinishedPages;
  readonly #part: PartLayout;
  readonly #numbers: PageNumbers;
  readonly #open = new Map<HTMLElement, Set<CounterTarget>>();
  readonly #given = new Map<HTMLElement, Given[]>();
  /** Those that were given a number after their page was cut. */
  readonly #late = new Set<HTMLElement>();
  /** Numbers that were given when pages were laid out before, by `keyOf`. */
  readonly #earlier = new Map<string, number>();
  #styleSheet: CSSStyleSheet | undefined;
  /** Since the first page was laid out. */
  #chunker: Chunker | undefined;
  #targets: readonly CounterTarget[] = [];

  constructor(finished: FinishedPages, part: PartLayout) {
    this.#finished = finished;
    this.#part = part;
    this.#numbers = new PageNumbers(finished, part);
  }

  /** @throws where Paged.js has no such handler. */
  watch(): void {
    const handler = window.Paged.registeredHandlers[handlerIndex("TargetCounters")];
    const prototype = handler?.prototype as TargetCounters;
    const read = (own: TargetCounters): void => {
      this.#styleSheet ??= own.styleSheet;
      this.#targets = Object.values(own.counterTargets).filter(({ func }) => func === "attr");
    };
    const noteAndClose = (page: Element, chunker: Chunker): void => {
      this.#chunker = chunker;
      if (this.#targets.length === 0) return;
      // What stands in the margins of a page comes when it is finished, after this.
      this.#noteOpen(page.previousElementSibling);
      this.#noteOpen(page);
      this.#numbers.note(chunker);
      this.close(chunker);
    };
    prototype.beforePageLayout = function (this: TargetCounters) {
      read(this);
    };
    prototype.afterPageLayout = function (page, _page, _token, chunker) {
      noteAndClose(page, chunker);
    };
    prototype.renderNode = (rendered) => {
      this.#begin(rendered);
    };
  }

  /** Gives those the numbers that are known that are in the document. */
  close(chunker: Chunker): void {
    const closed: HTMLElement[] = [];
    const numberFor = this.#numbers.now(chunker);
    for (const [element, wanted] of this.#open) {
      // On its page, nobody could see that it has grown.
      if (this.#finished.hold(element)) continue;
      for (const target of wanted) {
        const fragment = fragmentOf(element, target);
        if (fragment === undefined) continue;
        const number = numberFor(fragment, target);
        if (number === undefined || !this.#give(element, target, fragment, number)) continue;
        wanted.delete(target);
        this.#late.add(element);
        closed.push(element);
      }
      // Others were on a page that is laid out anew.
      if (wanted.size === 0 || !element.isConnected) this.#open.delete(element);
    }
    layOutAnew(closed);
  }

  /**
   * Those that wait for their number, have been given one after their page was cut, or would be given another
   * one now.
   */
  *moving(chunker: Chunker): Generator<Element> {
    yield* this.#open.keys();
    yield* this.#late;
    for (const { element } of this.#wrong(chunker)) yield element;
  }

  /** With their pages in the document: sets right the numbers of what stands on another page by now. */
  setRight(chunker: Chunker): void {
    const changed: HTMLElement[] = [];
    for (const { element, given, number } of this.#wrong(chunker)) {
      given.number = number;
      given.rule.style.counterReset = counterReset(given.target, number);
      this.#late.add(element);
      changed.push(element);
    }
    layOutAnew(changed);
  }

  /** Those that have another number than they would be given now. */
  *#wrong(chunker: Chunker): Generator<WrongNumber> {
    const numberFor = this.#numbers.now(chunker);
    for (const [element, all] of this.#given) {
      if (!element.isConnected && !this.#finished.hold(element)) {
        this.#given.delete(element);
        continue;
      }
      for (const given of all) {
        const number = numberFor(given.fragment, given.target);
        if (number !== undefined && number !== given.number) yield { element, given, number };
      }
    }
  }

  /** The first page that numbers have made longer than it is. Those that may be are in the document. */
  overfullPage({ pages, source }: Chunker): PageOfPaged | undefined {
    const late = new Set<Element>();
    for (const element of this.#late) {
      const page = element.isConnected ? element.closest(".pagedjs_page") : null;
      if (page !== null) late.add(page);
    }
    return pages.find(
      (page) => page.element !== undefined && late.has(page.element) && isOverfull(page, source),
    );
  }

  /** Those that are laid out from here on begin with the numbers that they have. */
  keepNumbers(): void {
    this.#late.clear();
    for (const { target, fragment, number } of [...this.#given.values()].flat()) {
      this.#earlier.set(keyOf(target, fragment), number);
    }
  }

  /** The number of a page that an element shows; undefined where it shows none yet. */
  pageNumberOf(element: Element): number | undefined {
    const all = element instanceof HTMLElement ? this.#given.get(element) : undefined;
    return all?.find(({ target }) => target.counter === "page")?.number;
  }

  /**
   * The numbers of pages that references anywhere in the source point at, by what they point at, without
   * `#`: of those that are laid out, or were given.
   */
  pageNumbers(chunker: Chunker): ReadonlyMap<string, number> {
    const found = new Map<string, number>();
    const numberFor = this.#numbers.now(chunker);
    for (const target of this.#targets.filter(({ counter }) => counter === "page")) {
      for (const element of chunker.source.querySelectorAll(elementSelector(target))) {
        const fragment = fragmentOf(element, target);
        if (fragment === undefined || found.has(fragment)) continue;
        const number = numberFor(fragment, target);
        if (number !== undefined) found.set(fragment, number);
      }
    }
    return found;
  }

  #noteOpen(page: Element | null): void {
    for (const target of this.#targets) {
      const query = openSelector(target);
      for (const element of page?.querySelectorAll<HTMLElement>(query) ?? []) {
        this.#open.set(element, (this.#open.get(element) ?? new Set()).add(target));
      }
    }
  }

  /** Before the page is cut: what is known without looking at pages. */
  #begin(rendered: Node): void {
    if (!(rendered instanceof HTMLElement)) return;
    // What stands in a list of pages is joined before it is cut, so that it is as long as it will be.
    const isListed = rendered.closest(PAGE_LIST) ?? rendered.querySelector(PAGE_LIST);
    const laidOut = isListed === null ? undefined : this.#chunker;
    const numberFor = laidOut && this.#numbers.now(laidOut);
    const isNothingKnown = this.#earlier.size === 0 && this.#part.pageNumbers.size === 0;
    if (isNothingKnown && numberFor === undefined) return;
    for (const target of this.#targets) {
      const query = openSelector(target);
      const inside = rendered.querySelectorAll<HTMLElement>(query);
      for (const element of rendered.matches(query) ? [rendered, ...inside] : inside) {
        const fragment = fragmentOf(element, target);
        if (fragment === undefined) continue;
        const others = target.counter === "page" ? this.#part.pageNumbers.get(fragment) : undefined;
        const number =
          others ?? this.#earlier.get(keyOf(target, fragment)) ?? numberFor?.(fragment, target);
        if (number !== undefined) this.#give(element, target, fragment, number);
      }
    }
  }

  #give(element: HTMLElement, target: CounterTarget, fragment: string, number: number): boolean {
    const rule = this.#styleSheet && insertRule(element, target, number, this.#styleSheet);
    if (rule === undefined) return false;
    const given = this.#given.get(element) ?? [];
    given.push({ target, fragment, number, rule });
    this.#given.set(element, given);
    return true;
  }
}

/** Whether it would have to be cut at another place than it was. */
function isOverfull({ layoutMethod, wrapper, startToken, endToken }: PageOfPaged, source: Node) {
  if (layoutMethod === undefined || wrapper === undefined) return false;
  const start = startToken === false ? undefined : startToken;
  const place = layoutMethod.findBreakToken(wrapper, source, undefined, start, false);
  if (place === undefined) return false;
  return place.node !== endToken?.node || place.offset !== endToken.offset;
}

/** What it points at in its document, without `#`. */
function fragmentOf(element: Element, { args }: CounterTarget): string | undefined {
  const address = args.map((name) => element.getAttribute(name)).find((value) => value !== null);
  return address?.startsWith("#") === true ? address.slice(1) : undefined;
}

function keyOf({ counter }: CounterTarget, fragment: string): string {
  return `${counter} ${fragment}`;
}

const PSEUDO = /::?/;

/** Without its pseudo-element. */
function elementSelector({ selector }: CounterTarget): string {
  return selector.split(PSEUDO)[0] ?? selector;
}

/** Of those that have no number. */
function openSelector(target: CounterTarget): string {
  return `${elementSelector(target)}:not([data-${target.variable}])`;
}

let references = 0;

function insertRule(
  element: HTMLElement,
  target: CounterTarget,
  number: number,
  styleSheet: CSSStyleSheet,
): CSSStyleRule | undefined {
  const { variable, selector } = target;
  references += 1;
  element.setAttribute(`data-${variable}`, String(references));
  const [, pseudo] = selector.split(PSEUDO);
  const styled = `[data-${variable}="${references}"]${pseudo === undefined ? "" : `::${pseudo}`}`;
  const at = styleSheet.insertRule(
    `${styled} { counter-reset: ${counterReset(target, number)}; }`,
    styleSheet.cssRules.length,
  );
  const rule = styleSheet.cssRules[at];
  return rule instanceof CSSStyleRule ? rule : undefined;
}

function counterReset({ variable, counter }: CounterTarget, number: number): string {
  return counter === "page" ? `${variable} ${number}` : `${variable} ${variable} ${number}`;
}

/** The browser sees that a counter has changed where the box that shows it is made anew. */
function layOutAnew(elements: readonly HTMLElement[]): void {
  for (const { style } of elements) style.display = "none";
  // Asking is what lays out.
  elements[0]?.getBoundingClientRect();
  for (const { style } of elements) style.removeProperty("display");
}
