/**
 * Runs in the world that lays out. Numbers that references get after their page was cut may make it longer
 * than it is: lines run over its end, and nobody sees it. With the last page it is looked where, and from there
 * on the document is laid out anew: references begin with the numbers that they have by then (`References`),
 * so that pages are cut with them.
 *
 * Paged.js means to do so by itself, but compares the page with a place in the source where its edges should
 * be (`checkOverflowAfterResize` of 0.4.3), and never finds any.
 */
import type { FinishedPages } from "./finished-pages.ts";
import type { HandlerMemory } from "./handler-memory.ts";
import type { PageCounterResets } from "./page-counter-resets.ts";
import type { Chunker, PageOfPaged } from "./paged.ts";
import type { References } from "./target-counters.ts";

/**
 * So often layout goes back. Once is enough, but that numbers become longer when pages are added; a document
 * in which they move pages to and fro stays as it is then.
 */
const MOST_RETURNS = 5;

/** What pages have left behind, which has to be as it was before them. */
export interface LeftBehind {
  readonly references: References;
  readonly memory: HandlerMemory;
  readonly resets: PageCounterResets;
  readonly finished: FinishedPages;
}

/** Registered behind what ends a part, so that it is asked when the part has ended. */
export function layOutLateNumbers(left: LeftBehind): void {
  class LateNumbers extends window.Paged.Handler {
    afterParsed(_source: ParentNode, chunker: Chunker): void {
      let returns = 0;
      atEndOf(chunker, () => {
        if (returns < MOST_RETURNS && goesBack(chunker, left)) returns += 1;
      });
    }

    finalizePage(_element: Element, page: PageOfPaged): void {
      left.memory.keep(page);
    }
  }
  window.Paged.registeredHandlers.push(LateNumbers);
}

/** When the last page is there, and before Paged.js is done: it can still be stopped. */
export function atEndOf(chunker: Chunker, look: () => void): void {
  const layout = chunker.layout.bind(chunker);
  chunker.layout = async function* (source, start) {
    yield* layout(source, start);
    look();
  };
}

function goesBack(chunker: Chunker, { references, memory, resets, finished }: LeftBehind): boolean {
  const page = references.overfullPage(chunker);
  if (page === undefined) return false;
  const index = firstToGo(page, chunker.pages);
  if (!memory.goBack(chunker.pages[index - 1])) return false;
  finished.showAll(chunker);
  references.keepNumbers();
  resets.takeBack(chunker.pages.slice(index).flatMap(({ element }) => element ?? []));
  chunker.breakToken = page.startToken === false ? undefined : page.startToken;
  chunker.stop();
  chunker.removePages(index);
  return true;
}

/** Blank pages before it are made anew with it. */
function firstToGo(page: PageOfPaged, pages: readonly PageOfPaged[]): number {
  let index = pages.indexOf(page);
  while (pages[index - 1]?.blank === true) index -= 1;
  return index;
}
