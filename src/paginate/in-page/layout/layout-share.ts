/**
 * Runs in the world that lays out. How much of the source is laid out when a page begins, by its letters:
 * who waits wants to know how many pages there will be. Input: the numbered source; it changes nothing.
 */
import type { BreakToken } from "./paged.ts";

export class LayoutShare {
  /** Letters before each element, by its number. */
  readonly #before = new Map<string, number>();
  #total = 0;
  #share = 0;

  /** From 0 to 1, of what stands on the pages before the one that was begun last. */
  get share(): number {
    return this.#share;
  }

  watch(): void {
    this.#measure();
    // The first page begins at no node.
    const begin = (token: Partial<BreakToken> | undefined): void => {
      const { node, offset = 0 } = token ?? {};
      if (node !== undefined) this.#share = this.#shareBefore(node, offset);
    };
    class ShareWatch extends window.Paged.Handler {
      beforePageLayout(_page: unknown, _source: unknown, token: Partial<BreakToken> | undefined) {
        begin(token);
      }
    }
    window.Paged.registeredHandlers.push(ShareWatch);
  }

  #measure(): void {
    const walker = document.createTreeWalker(
      document.body,
      NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node instanceof Text) this.#total += node.data.trim().length;
      else if (node instanceof Element) {
        const ref = node.getAttribute("data-ref");
        if (ref !== null) this.#before.set(ref, this.#total);
      }
    }
  }

  #shareBefore(node: Node, offset: number): number {
    const element = node instanceof Element ? node : node.parentElement;
    const before = this.#before.get(element?.getAttribute("data-ref") ?? "");
    if (before === undefined || this.#total === 0) return this.#share;
    return Math.min(1, (before + (node instanceof Text ? offset : 0)) / this.#total);
  }
}
