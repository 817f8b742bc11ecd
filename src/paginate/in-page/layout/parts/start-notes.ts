/**
 * Runs in the world that lays out. Notes where a part of the document may begin, and what the pages before
 * leave to it (`StartState`): at each page that begins with an element, where nothing goes on from the page
 * before. It changes nothing.
 */
import { addSteps, readPageSteps, type CounterStep, type CounterSteps } from "../counter-steps.ts";
import type { BreakToken, Chunker, PageOfPaged } from "../paged.ts";
import { isOrderSeen } from "../seen-order.ts";
import type { HandlerMemory } from "../handler-memory.ts";
import type { StartState } from "./layout-part.ts";

export class StartNotes {
  readonly #memory: HandlerMemory;
  /** Where a part begins itself. */
  readonly #own: StartState | undefined;
  /** What pages did with counters, in their order. */
  readonly #steps: CounterSteps[] = [];
  /** By the number of pages before, of those that are laid out. */
  readonly #starts = new Map<number, Omit<StartState, "counters">>();
  /** Known with the first page: styles do not change any more. */
  #mayBegin: boolean | undefined;

  /** @param own where a part begins; undefined where the document does */
  constructor(memory: HandlerMemory, own: StartState | undefined) {
    this.#memory = memory;
    this.#own = own;
  }

  /**
   * In the order of pages; what is laid out may end before the last one. None where pages are chosen by their
   * number, or elements count by themselves: no part stands alone.
   */
  get starts(): StartState[] {
    let counted: CounterSteps = new Map(Object.entries(this.#own?.counters ?? {}));
    return this.#steps.flatMap((steps, index) => {
      counted = addSteps(counted, steps);
      const start = this.#starts.get(index + 1);
      const counters = Object.fromEntries<CounterStep>(counted);
      return start === undefined ? [] : [{ ...start, counters }];
    });
  }

  watch(): void {
    const note = (page: PageOfPaged, chunker: Chunker): void => {
      this.#note(page, chunker);
    };
    class StartWatch extends window.Paged.Handler {
      finalizePage(_element: Element, page: PageOfPaged, _token: unknown, chunker: Chunker): void {
        note(page, chunker);
      }
    }
    window.Paged.registeredHandlers.push(StartWatch);
  }

  #note(page: PageOfPaged, chunker: Chunker): void {
    const { pages, source } = chunker;
    // Of pages that are laid out anew.
    this.#steps.length = Math.min(this.#steps.length, pages.length);
    for (const before of this.#starts.keys()) {
      if (before > pages.length) this.#starts.delete(before);
    }
    const { element, endToken } = page;
    this.#steps[pages.indexOf(page)] = element === undefined ? new Map() : readPageSteps(element);
    // Blank pages, and those for nothing but the rest of a note, which are finished after what they follow.
    if (endToken === undefined) return;
    // Such a page stands there by now.
    const pagesLaidOut = pages.length;
    this.#starts.delete(pagesLaidOut);
    const ref = beginningOf(endToken);
    if (ref === undefined || this.#memory.isNoteOpen) return;
    this.#mayBegin ??= !isOrderSeen(source);
    if (!this.#mayBegin) return;
    const { strings, running } = this.#memory;
    const refs = [...running].map(([name, shown]) => [name, refOf(shown) ?? ""] as const);
    this.#starts.set(pagesLaidOut, {
      ref,
      pagesBefore: (this.#own?.pagesBefore ?? 0) + pagesLaidOut,
      ...{ strings, running: Object.fromEntries<string>(refs) },
      maxChars: chunker.settings.maxChars ?? chunker.maxChars,
    });
  }
}

/** The number of the element that the next page begins with, where all of it is there. */
function beginningOf(token: BreakToken): string | undefined {
  if (!(token.node instanceof Element) || token.offset > 0) return undefined;
  return standsAmongBlocks(token.node) ? refOf(token.node) : undefined;
}

/**
 * Text beside it could stand on the page before or on this one, and its element would not say which. A table
 * has its header on each page.
 */
function standsAmongBlocks(element: Element): boolean {
  const { parentElement } = element;
  if (parentElement?.closest("table") != null) return false;
  for (let above = parentElement; above !== null; above = above.parentElement) {
    for (const child of above.childNodes) {
      if (child instanceof Text && child.data.trim() !== "") return false;
    }
  }
  return true;
}

function refOf(element: Element): string | undefined {
  return element.getAttribute("data-ref") ?? undefined;
}
