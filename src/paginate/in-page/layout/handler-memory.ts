/**
 * Runs in the world that lays out. What handlers of Paged.js keep from page to page: named strings, running
 * elements, and notes that go on on the next page. Made before Paged.js makes its handlers; read when a
 * page is finished, or written before the first.
 */
import { handlerIndex } from "./handler-index.ts";
import type { Footnotes, RunningHeaders, StringSets } from "./paged.ts";

/** Running elements by their names. */
type Running = ReadonlyMap<string, Element>;

export class HandlerMemory {
  #strings: StringSets | undefined;
  #headers: RunningHeaders | undefined;
  #notes: Footnotes | undefined;
  #given: { readonly strings: Readonly<Record<string, string>>; readonly running: Running };

  /** @throws where Paged.js has no such handlers. */
  constructor() {
    this.#given = { strings: {}, running: new Map() };
    this.#watchStrings();
    this.#watchHeaders();
    this.#watchNotes();
  }

  /** @param running elements as they stand in the source. */
  begin(strings: Readonly<Record<string, string>>, running: Running): void {
    this.#given = { strings, running };
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

  /** Whether a note has not found room on its page. */
  get isNoteOpen(): boolean {
    return (this.#notes?.needsLayout.length ?? 0) > 0;
  }

  #watchStrings(): void {
    const prototype = prototypeOf("StringSets") as StringSets;
    const { afterPageLayout } = prototype;
    const begin = (handler: StringSets): void => {
      this.#strings = handler;
      handler.pageLastString ??= { ...this.#given.strings };
    };
    prototype.afterPageLayout = function (page) {
      begin(this);
      afterPageLayout.call(this, page);
    };
  }

  #watchHeaders(): void {
    const prototype = prototypeOf("RunningHeaders") as RunningHeaders;
    const { afterPageLayout } = prototype;
    const begin = (handler: RunningHeaders): void => {
      if (this.#headers === handler) return;
      this.#headers = handler;
      for (const [name, element] of this.#given.running) {
        const selector = handler.runningSelectors[name];
        if (selector !== undefined) selector.first ??= element;
      }
    };
    prototype.afterPageLayout = function (page) {
      begin(this);
      afterPageLayout.call(this, page);
    };
  }

  #watchNotes(): void {
    const prototype = prototypeOf("Footnotes") as Footnotes;
    const { beforePageLayout } = prototype;
    const note = (handler: Footnotes): void => {
      this.#notes = handler;
    };
    prototype.beforePageLayout = function (page) {
      note(this);
      beforePageLayout.call(this, page);
    };
  }
}

function prototypeOf(name: string): object {
  return window.Paged.registeredHandlers[handlerIndex(name)]?.prototype ?? {};
}
