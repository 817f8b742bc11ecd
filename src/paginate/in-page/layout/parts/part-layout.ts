/**
 * Runs in the world that lays out. Lays out a run of pages alone, as they are in the whole document: Paged.js
 * reads all of the source, begins where the part does, with what the pages before have left (`StartState`),
 * and ends before the page behind it. Without a part, all pages are laid out.
 */
import { stepDeclarations, type CounterSteps } from "../counter-steps.ts";
import type { BreakToken, Chunker } from "../paged.ts";
import { PlaceToken } from "../place-token.ts";
import { isOrderSeen } from "../seen-order.ts";
import type { HandlerMemory } from "../handler-memory.ts";
import type { LayoutPart, StartState } from "./layout-part.ts";

export class PartLayout {
  readonly #part: LayoutPart | undefined;
  /** What the pages before have done with counters. */
  readonly before: CounterSteps;
  /** Of what stands on other pages. */
  readonly pageNumbers: ReadonlyMap<string, number>;

  constructor(part: LayoutPart | undefined) {
    this.#part = part;
    this.before = new Map(Object.entries(part?.start?.counters ?? {}));
    this.pageNumbers = new Map(Object.entries(part?.pageNumbers ?? {}));
  }

  /** @param token where the last page ends. */
  endsAt(token: BreakToken | undefined): boolean {
    if (token === undefined) return true;
    const end = this.#part?.end;
    return token.offset === 0 && end !== undefined && refOf(token.node) === end;
  }

  /** Says how many pages there are. */
  declarePageCount({ pagesArea, pages }: Chunker): void {
    const count = this.#part?.pageCount ?? pages.length;
    pagesArea.style.setProperty("--pagedjs-page-count", String(count));
  }

  /** Behind handlers that read the source. */
  watch(memory: HandlerMemory): void {
    const part = this.#part;
    if (part === undefined) return;
    const begin = (source: ParentNode, chunker: Chunker): void => {
      const { start } = part;
      if (start !== undefined) this.#begin(start, source, chunker, memory);
      this.#stopAtEnd(chunker, start && elementOf(start.ref, source));
    };
    let chunker: Chunker | undefined;
    const end = (): void => {
      // Paged.js has counted those of the part.
      if (chunker !== undefined) this.declarePageCount(chunker);
    };
    class PartWatch extends window.Paged.Handler {
      afterParsed(source: ParentNode, cutting: Chunker): void {
        chunker = cutting;
        begin(source, cutting);
      }

      afterRendered(): void {
        end();
      }
    }
    window.Paged.registeredHandlers.push(PartWatch);
  }

  #begin(
    { pagesBefore, strings, running, maxChars }: StartState,
    source: ParentNode,
    chunker: Chunker,
    memory: HandlerMemory,
  ): void {
    if (isOrderSeen(source)) {
      throw new Error("pages are chosen by their number, so that no part can stand alone");
    }
    const elements = Object.entries(running).map(
      ([name, ref]) => [name, elementOf(ref, source)] as const,
    );
    memory.begin(strings, new Map(elements));
    let own = chunker.total;
    Object.defineProperty(chunker, "total", {
      get: () => pagesBefore + own,
      set: (total: number) => {
        own = total;
      },
    });
    chunker.settings.maxChars = maxChars;
    for (const [property, value] of stepDeclarations(this.before)) {
      chunker.pagesArea.style.setProperty(property, value);
    }
  }

  #stopAtEnd(chunker: Chunker, startsWith: Element | undefined): void {
    const layout = chunker.layout.bind(chunker);
    const first = startsWith && new PlaceToken(startsWith, 0);
    const endsAt = (token: BreakToken | undefined): boolean => this.endsAt(token);
    chunker.layout = async function* (source, start) {
      for await (const token of layout(source, start ?? first)) {
        yield token;
        if (endsAt(token)) return;
      }
    };
  }
}

/** @throws where there is none. */
function elementOf(ref: string, source: ParentNode): Element {
  const element = source.querySelector(`[data-ref="${CSS.escape(ref)}"]`);
  if (element === null) throw new Error(`the source has no element ${ref}`);
  return element;
}

function refOf(node: Node): string | undefined {
  return node instanceof Element ? (node.getAttribute("data-ref") ?? undefined) : undefined;
}
