/**
 * How much content is read of a page, whatever the file holds: forms that paint forms multiply, and
 * some paint themselves. One budget is for a page with all that it refers to.
 */
import { MOST_FORM_DEPTH, MOST_JUDGED_OPERATORS } from "../limits.ts";
import type { PdfObject } from "../objects/types.ts";

export interface ContentLimits {
  readonly operations: number;
  /** Of forms, patterns and glyphs in each other. */
  readonly depth: number;
}

const LIMITS: ContentLimits = { operations: MOST_JUDGED_OPERATORS, depth: MOST_FORM_DEPTH };

/** `open`: the stream is being read, and paints itself. */
export type Entrance = "read" | "open" | "deep";

export class ContentBudget {
  readonly #limits: ContentLimits;
  readonly #open: PdfObject[] = [];
  #operations = 0;

  constructor(limits: ContentLimits = LIMITS) {
    this.#limits = limits;
  }

  /** The page paints more than is read. */
  get isSpent(): boolean {
    return this.#operations > this.#limits.operations;
  }

  /** For each operation; false where it is not to be read any more. */
  spend(): boolean {
    this.#operations += 1;
    return !this.isSpent;
  }

  /** Has a stream read that another refers to, if that ends. */
  within(stream: PdfObject, read: () => void): Entrance {
    if (this.#open.includes(stream)) return "open";
    if (this.#open.length >= this.#limits.depth) return "deep";
    this.#open.push(stream);
    read();
    this.#open.pop();
    return "read";
  }
}
