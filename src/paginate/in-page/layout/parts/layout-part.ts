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

/** What is known of a document, or of a part of it, when it is laid out. Plain data. */
export interface LayoutRecord {
  /** Where parts may begin, in the order of pages; none where nobody asked. */
  readonly starts: readonly StartState[];
  /** Of what a part ends before; undefined where the document ends. */
  readonly next: StartState | undefined;
  readonly pageCount: number;
  /** What references are given, by what they point at, without `#`. */
  readonly pageNumbers: Readonly<Record<string, number>>;
  /** What a part has not been told: the number of all pages, or what references of its own point at. */
  readonly lacks: { readonly pageCount: boolean; readonly pageNumbers: boolean };
}

/** A run of pages, laid out alone. */
export interface LayoutPart {
  /** The document's own beginning where undefined. */
  readonly start?: StartState | undefined;
  /** The number of the element that the page behind it begins with; to the last page where undefined. */
  readonly end?: string | undefined;
  /** Where the end is not known: it ends where the next one may begin, when it has so many pages. */
  readonly leastPages?: number | undefined;
  /** Of the whole document; of the part where undefined. */
  readonly pageCount?: number | undefined;
  /** Of what stands on other pages. */
  readonly pageNumbers?: Readonly<Record<string, number>> | undefined;
}
