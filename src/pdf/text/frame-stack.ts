/**
 * Keeps which marked content is open while the operations of a page go by. pdf.js tells tags and
 * identifiers, the content stream itself tells properties and form XObjects: both are read in the
 * order of painting, and this joins them. Input: events; output: the innermost open frame.
 */
import type { MarkedContentBegin, MarkedContentEvent } from "./marked-content.ts";
import type { MarkedFrame } from "./text-piece.ts";

/** How many events may be passed over to find the one that pdf.js tells of. */
const LOOK_AHEAD = 64;

type Entry = { readonly kind: "form" } | { readonly kind: "frame"; readonly frame: MarkedFrame };

export class FrameStack {
  readonly #events: readonly MarkedContentEvent[];
  readonly #entries: Entry[] = [];
  #next = 0;

  constructor(events: readonly MarkedContentEvent[]) {
    this.#events = events;
  }

  top(): MarkedFrame | undefined {
    const entry = this.#entries.findLast((candidate) => candidate.kind === "frame");
    return entry?.kind === "frame" ? entry.frame : undefined;
  }

  /** The outermost open frame whose text replaces the glyphs in it. */
  replacing(): MarkedFrame | undefined {
    let found: MarkedFrame | undefined;
    for (let frame = this.top(); frame !== undefined; frame = frame.outer) {
      if (frame.replacement !== undefined) found = frame;
    }
    return found;
  }

  begin(tag: string, mcid: number | undefined): void {
    const event = this.#take(
      (candidate): candidate is MarkedContentBegin =>
        candidate.kind === "begin" && candidate.tag === tag && candidate.mcid === mcid,
    );
    const replacement = event?.actualText ?? event?.alt;
    const outer = this.top();
    this.#entries.push({
      kind: "frame",
      frame: {
        tag,
        ...(mcid === undefined ? {} : { mcid }),
        ...(event?.stream === undefined ? {} : { stream: event.stream }),
        ...(replacement === undefined ? {} : { replacement }),
        ...(event?.lang === undefined ? {} : { lang: event.lang }),
        ...(outer === undefined ? {} : { outer }),
      },
    });
  }

  /** Closes the innermost frame, never one from outside the form that is being painted. */
  end(): void {
    if (this.#entries.at(-1)?.kind === "frame") this.#entries.pop();
  }

  enterForm(): void {
    this.#take((event): event is MarkedContentEvent => event.kind === "form");
    this.#entries.push({ kind: "form" });
  }

  leaveForm(): void {
    while (this.#entries.length > 0 && this.#entries.pop()?.kind !== "form");
  }

  #take<Event extends MarkedContentEvent>(
    wanted: (event: MarkedContentEvent) => event is Event,
  ): Event | undefined {
    const limit = Math.min(this.#events.length, this.#next + LOOK_AHEAD);
    for (let index = this.#next; index < limit; index += 1) {
      const event = this.#events[index];
      if (event === undefined || !wanted(event)) continue;
      this.#next = index + 1;
      return event;
    }
    return undefined;
  }
}
