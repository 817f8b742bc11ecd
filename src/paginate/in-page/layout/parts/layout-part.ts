/**
 * Parts of a document, as they are handed to and from the world that lays out, and known to those who ask for
 * one. Types alone.
 */
import type { CounterStep } from "../counter-steps.ts";

/**
 * Where a page begins with an element, and what the pages before it leave to it. With the source, it is all
 * that layout needs to go on from there. Plain data, which may be kept as JSON.
 */
export interface StartState {
  /** The number of the element. */
  readonly ref: string;
  /** Blank ones count. */
  readonly pagesBefore: number;
  /** Counters of pages, footnotes and style sheets. */
  readonly counters: Readonly<Record<string, CounterStep>>;
  /** The last of each name that was set. */
  readonly strings: Readonly<Record<string, string>>;
  /** The numbers of the elements that the margins show, by their names. */
  readonly running: Readonly<Record<string, string>>;
  /** See `Chunker` of `paged.ts`. */
  readonly maxChars: number | undefined;
}

/** How many pages a batch has. Batches are as many as `count`, unless they had fewer or more pages then. */
export interface BatchSizes {
  readonly count: number;
  readonly leastPages: number;
  readonly mostPages: number;
}

/** Pages that stand in the document together. */
export interface PageBatch {
  /** The number of the element that it begins with; undefined of the first. */
  readonly start: string | undefined;
  /** That of the one behind it; undefined of the last. */
  readonly end: string | undefined;
  readonly pagesBefore: number;
  readonly pageCount: number;
}

/** What is known of a document, or of a part of it, when it is laid out. Plain data. */
export interface LayoutRecord {
  /** Where parts may begin, in the order of pages; none where nobody asked. */
  readonly starts: readonly StartState[];
  readonly pageCount: number;
  /** What references are given, by what they point at, without `#`; none where nobody asked for starts. */
  readonly pageNumbers: Readonly<Record<string, number>>;
  /** One of all pages where nobody asked for several. */
  readonly batches: readonly PageBatch[];
}

/** A run of pages, laid out alone. */
export interface LayoutPart {
  /** The document's own beginning where undefined. */
  readonly start?: StartState | undefined;
  /** The number of the element that the page behind it begins with; to the last page where undefined. */
  readonly end?: string | undefined;
  /** Of the whole document; of the part where undefined. */
  readonly pageCount?: number | undefined;
  /** Of what stands on other pages. */
  readonly pageNumbers?: Readonly<Record<string, number>> | undefined;
}
