/**
 * Runs in the world that lays out. What handlers of Paged.js keep from page to page: named strings, running
 * elements, and notes that go on on the next page. Made before Paged.js makes its handlers; read when a
 * page is finished, and written before the first, or where layout goes back.
 */
import { handlerIndex } from "./handler-index.ts";
import type { Footnotes, PageOfPaged, RunningHeaders, StringSets } from "./paged.ts";

/** Running elements by their names. */
type Running = ReadonlyMap<string, Element>;

/** What is kept when a page is finished. */
interface Kept {
  readonly strings: Readonly<Record<string, string>>;
  readonly running: Running;
  readonly isNoteOpen: boolean;
}

export class HandlerMemory {
  #strings: StringSets | undefined;
  #headers: RunningHeaders | undefined;
  #notes: Footnotes | undefined;
  #given: Kept;
  readonly #kept = new WeakMap<PageOfPaged, Kept>();

  /** @throws where Paged.js has no such handlers. */
  constructor() {
    this.#given = { strings: {}, running: new Map(), isNoteOpen: false };
    heed("StringSets", "afterPageLayout", (handler) => {
      this.#heedStrings(handler as StringSets);
    });
    heed("RunningHeaders", "afterPageLayout", (handler) => {
      this.#heedHeaders(handler as RunningHeaders);
    });
    heed("Footnotes", "beforePageLayout", (handler) => {
      this.#notes = handler as Footnotes;
    });
  }

  /** @param running elements as they stand in the source. */
  begin(strings: Readonly<Record<string, string>>, running: Running): void {
    this.#given = { strings, running, isNoteOpen: false };
  }

  get strings(): Readonly<Record<string, string>> {
    return { ...this.#strings?.pageLastString };
  }

  get running(): Running {
    const selectors = Object.entries(this.#headers?.runningSelectors ?? {});
    return new Map(
      selectors.flatMap(([name, { first }]) => (first === undefined ? [] : [[name, first]])),
    );
  }

  /** Keeps what there is behind a page. */
  keep(page: PageOfPaged): void {
    const { strings, running, isNoteOpen } = this;
    this.#kept.set(page, { strings, running, isNoteOpen });
  }

  /**
   * Has layout go on behind a page, or at the beginning.
   * @returns false where it cannot: a note goes on there.
   */
  goBack(page: PageOfPaged | undefined): boolean {
    const { strings, running, isNoteOpen } = (page && this.#kept.get(page)) ?? this.#given;
    if (isNoteOpen) return false;
    if (this.#strings !== undefined) this.#strings.pageLastString = { ...strings };
    for (const [name, selector] of Object.entries(this.#headers?.runningSelectors ?? {})) {
      selector.first = running.get(name);
    }
    return true;
  }

  /** Whether a note has not found room on its page. */
  get isNoteOpen(): boolean {
    return (this.#notes?.needsLayout.length ?? 0) > 0;
  }

  #heedStrings(handler: StringSets): void {
    this.#strings = handler;
    handler.pageLastString ??= { ...this.#given.strings };
  }

  #heedHeaders(handler: RunningHeaders): void {
    if (this.#headers === handler) return;
    this.#headers = handler;
    for (const [name, element] of this.#given.running) {
      const selector = handler.runningSelectors[name];
      if (selector !== undefined) selector.first ??= element;
    }
  }
}

type Hooks = Partial<Record<string, (this: object, ...given: unknown[]) => unknown>>;

/** Has a handler seen each time before one of its hooks is called. */
function heed(name: string, hook: string, see: (handler: object) => void): void {
  const prototype = window.Paged.registeredHandlers[handlerIndex(name)]?.prototype as Hooks;
  const original = prototype[hook];
  if (original === undefined) throw new Error(`Paged.js has no ${hook} of ${name}`);
  prototype[hook] = function (...given) {
    see(this);
    return original.apply(this, given);
  };
}
