/**
 * Runs in the world that lays out. Lets the numbers of pages, and of footnotes, go on from where a document
 * has them begin anew. Paged.js 0.4.3 writes `counter-reset` for the page: that makes a counter of the page's
 * own, and the pages after it count on as if nothing had been. `counter-set` gives the counter that all
 * pages share its number.
 */

import { handlerIndex } from "./handler-index.ts";

interface Polisher {
  readonly styleSheet: CSSStyleSheet;
}

/** @throws where Paged.js has no such handler. */
export function letNumbersGoOn(): void {
  const { registeredHandlers } = window.Paged;
  class PageCounterResets extends window.Paged.Handler {
    readonly #styleSheet: CSSStyleSheet;
    #rulesSeen = 0;

    constructor(chunker: unknown, polisher: unknown, caller: unknown) {
      super(chunker, polisher, caller);
      this.#styleSheet = (polisher as Polisher).styleSheet;
    }

    /** Behind Paged.js's own handler. */
    afterPageLayout({ dataset }: HTMLElement): void {
      const selector = `[data-page-number="${dataset.pageNumber ?? ""}"]`;
      const { cssRules } = this.#styleSheet;
      for (; this.#rulesSeen < cssRules.length; this.#rulesSeen += 1) {
        const rule = cssRules[this.#rulesSeen];
        if (!(rule instanceof CSSStyleRule) || rule.selectorText !== selector) continue;
        rule.style.counterSet = rule.style.counterReset;
        rule.style.counterReset = "";
      }
    }
  }
  // Before references are given the numbers.
  registeredHandlers.splice(handlerIndex("Counters") + 1, 0, PageCounterResets);
}
