/**
 * Runs in the world that lays out. Lets the numbers of pages, and of footnotes, go on from where a document
 * has them begin anew. Paged.js 0.4.3 writes `counter-reset` for the page: that makes a counter of the page's
 * own, and the pages after it count on as if nothing had been. `counter-set` gives the counter that all
 * pages share its number.
 */

import { handlerIndex } from "./handler-index.ts";
import type { PageCounters } from "./paged.ts";

interface Polisher {
  readonly styleSheet: CSSStyleSheet;
}

export class PageCounterResets {
  #counters: PageCounters | undefined;
  #styleSheet: CSSStyleSheet | undefined;
  #rulesSeen = 0;

  /** @throws where Paged.js has no such handler. */
  watch(): void {
    const { registeredHandlers } = window.Paged;
    const index = handlerIndex("Counters");
    const prototype = registeredHandlers[index]?.prototype as PageCounters;
    const see = (counters: PageCounters): void => {
      this.#counters = counters;
    };
    const { afterPageLayout } = prototype;
    prototype.afterPageLayout = function (this: PageCounters, ...given) {
      see(this);
      afterPageLayout.apply(this, given);
    };
    const begin = (polisher: Polisher): void => {
      this.#styleSheet = polisher.styleSheet;
    };
    const repair = (page: HTMLElement): void => {
      this.#repair(page);
    };
    class ResetsRepair extends window.Paged.Handler {
      constructor(chunker: unknown, polisher: unknown, caller: unknown) {
        super(chunker, polisher, caller);
        begin(polisher as Polisher);
      }

      afterPageLayout(page: HTMLElement): void {
        repair(page);
      }
    }
    // Behind Paged.js's own handler, and before references are given the numbers.
    registeredHandlers.splice(index + 1, 0, ResetsRepair);
  }

  /** Takes back what was written for pages that are laid out anew. */
  takeBack(pages: readonly HTMLElement[]): void {
    const resetting = "[data-counter-page-reset]:not([data-split-from])";
    for (const element of pages.flatMap((page) => [...page.querySelectorAll(resetting)])) {
      this.#counters?.resetCountersMap.delete(element.getAttribute("data-ref") ?? "");
    }
    if (this.#styleSheet === undefined) return;
    const selectors = new Set(pages.map(selectorOf));
    const { cssRules } = this.#styleSheet;
    for (let at = cssRules.length - 1; at >= 0; at -= 1) {
      const rule = cssRules[at];
      if (!(rule instanceof CSSStyleRule) || !selectors.has(rule.selectorText)) continue;
      this.#styleSheet.deleteRule(at);
      if (at < this.#rulesSeen) this.#rulesSeen -= 1;
    }
  }

  #repair(page: HTMLElement): void {
    if (this.#styleSheet === undefined) return;
    const selector = selectorOf(page);
    const { cssRules } = this.#styleSheet;
    for (; this.#rulesSeen < cssRules.length; this.#rulesSeen += 1) {
      const rule = cssRules[this.#rulesSeen];
      if (!(rule instanceof CSSStyleRule) || rule.selectorText !== selector) continue;
      rule.style.counterSet = rule.style.counterReset;
      rule.style.counterReset = "";
      // Paged.js keeps the page from counting as well, where notes alone begin anew.
      if (!/\bpage\b/u.test(rule.style.counterSet)) rule.style.counterIncrement = "";
    }
  }
}

function selectorOf({ dataset }: HTMLElement): string {
  return `[data-page-number="${dataset.pageNumber ?? ""}"]`;
}
