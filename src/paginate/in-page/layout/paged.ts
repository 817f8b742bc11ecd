/**
 * The parts of Paged.js 0.4 that we hook into, which it sets as globals of the world that lays out, and
 * what is handed to and from that world. Types alone.
 */
import type { BatchSizes, LayoutPart } from "./parts/layout-part.ts";

/** Where a page ends in the source: before `node`, or inside its text at `offset`. */
export interface BreakToken {
  readonly node: Node;
  readonly offset: number;
}

export interface PagedLayout {
  readonly bounds: DOMRect;
  readonly gap: number;
  readonly hooks: {
    readonly afterOverflowRemoved: {
      trigger(removed: DocumentFragment, rendered: Element, layout: PagedLayout): unknown;
    };
  };
  append: (
    this: PagedLayout,
    node: Node,
    destination: Element,
    breakToken: BreakToken | undefined,
    shallow?: boolean,
    rebuild?: boolean,
  ) => Node;
  hasOverflow: (rendered: Element, bounds?: DOMRect) => boolean;
  textBreak: (
    this: PagedLayout,
    text: Text,
    left: number,
    right: number,
    top: number,
    bottom: number,
  ) => number | undefined;
  createBreakToken: (
    this: PagedLayout,
    overflow: Range,
    rendered: Element,
    source: Node,
  ) => BreakToken | undefined;
  findBreakToken: (
    this: PagedLayout,
    rendered: Element,
    source: Node,
    bounds: DOMRect | undefined,
    previous: BreakToken | undefined,
    extract?: boolean,
  ) => BreakToken | undefined;
  rebuildTableFromBreakToken: (
    this: PagedLayout,
    token: BreakToken | undefined,
    rendered: Element,
  ) => void;
  removeOverflow: (
    this: PagedLayout,
    overflow: Range,
    breakLetter: string | undefined,
  ) => DocumentFragment;
  hyphenateAtBreak: (this: PagedLayout, start: Node, breakLetter: string | undefined) => void;
}

/** A handler's methods are called by the name of Paged.js's hook. */
export interface PagedHandler {
  readonly name: string;
  new (chunker: unknown, polisher: unknown, caller: unknown): object;
  readonly prototype: object;
}

/** The handler that empties the source of white space that does not count. */
export interface WhiteSpaceFilter {
  filterEmpty: (this: Partial<WhiteSpaceFilter>, text: Text) => number;
}

/** The handler that marks what is not displayed. */
export interface UndisplayedFilter {
  readonly sortDisplayedSelectors: unknown;
  filter: (content: ParentNode) => void;
}

/** A `target-counter()` of a style sheet, for one selector. */
export interface CounterTarget {
  /** `attr`, or a function that Paged.js does not know. */
  readonly func: string;
  /** Names of attributes, of which the first that an element has says what it points at. */
  readonly args: readonly string[];
  readonly counter: string;
  readonly selector: string;
  /** Of a counter, and of an attribute by which rules find the reference. */
  readonly variable: string;
}

/** A page that was begun. */
export interface PageOfPaged {
  /** Undefined of one that was removed, to be laid out anew. */
  readonly element: HTMLElement | undefined;
  /** Whether nothing was laid out on it: the next one has to be a left or a right one. */
  readonly blank: boolean;
  /** Where the next page begins; undefined of the last one, and of blank ones. */
  readonly endToken: BreakToken | undefined;
  /** Where it begins; none of the first one, and of blank ones. */
  readonly startToken?: BreakToken | false | undefined;
  readonly layoutMethod?: PagedLayout | undefined;
  /** What is laid out stands in it. */
  readonly wrapper?: Element | undefined;
  removeListeners: () => void;
}

/** What cuts the source into pages. */
export interface Chunker {
  readonly pages: readonly PageOfPaged[];
  /** How many pages there are: by it the next one has its number and its side. */
  total: number;
  readonly settings: {
    /** After so many letters of a page it is looked whether the page is full; set with the second page. */
    maxChars?: number | undefined;
  };
  /** Letters of a page, on average. */
  readonly maxChars?: number | undefined;
  readonly pagesArea: HTMLElement;
  /** Where it goes on when it was stopped; at the beginning where undefined. */
  breakToken: BreakToken | undefined;
  /** It begins anew when the page that it is at is there. */
  stop: () => void;
  removePages: (fromIndex: number) => void;
  readonly source: ParentNode;
  /** Lays out one page after the other, and gives where each ends; undefined with the last one. */
  layout: (
    source: ParentNode,
    start: BreakToken | undefined,
  ) => AsyncGenerator<BreakToken | undefined>;
}

/** A `string-set` of a style sheet. */
export interface NamedString {
  readonly identifier: string;
  readonly selector: string;
  /** `content`, `attr`, or a function that Paged.js does not know. */
  readonly func: string | undefined;
  /** The name of an attribute. */
  readonly value: string | undefined;
}

/** The handler of `string-set`. */
export interface StringSets {
  readonly stringSetSelectors: Readonly<Record<string, NamedString>>;
  /** By the names of strings; undefined before the first page. */
  pageLastString?: Record<string, string> | undefined;
  afterPageLayout: (this: StringSets, page: HTMLElement) => void;
}

/** The handler of counters: it writes a rule for each page on which that of pages begins anew. */
export interface PageCounters {
  /** Has the numbers of the elements that have had it begin anew. */
  readonly resetCountersMap: Map<string, unknown>;
  afterPageLayout: (this: PageCounters, page: HTMLElement, ...more: unknown[]) => void;
}

/** The handler of `position: running()`. */
export interface RunningHeaders {
  /** By names; `first` is what the margins show. */
  readonly runningSelectors: Readonly<Record<string, { first?: Element | undefined }>>;
}

/** The handler of footnotes. */
export interface Footnotes {
  /** What has not found room on the page, and goes on on the next one. */
  readonly needsLayout: readonly unknown[];
}

/** The handler of `@page` rules: when a page is finished, it looks which margin boxes have content. */
export interface MarginReader {
  finalizePage: (
    this: MarginReader,
    fragment: Element,
    page: PageOfPaged,
    token: BreakToken | undefined,
    chunker: Chunker,
  ) => void;
}

/** The handler of `target-counter()`. */
export interface TargetCounters {
  readonly counterTargets: Readonly<Record<string, CounterTarget>>;
  readonly styleSheet: CSSStyleSheet;
  beforePageLayout: (this: TargetCounters) => void;
  renderNode: (rendered: Node) => void;
  afterPageLayout: (
    this: TargetCounters,
    page: Element,
    pageOfPaged: unknown,
    token: BreakToken | undefined,
    chunker: Chunker,
  ) => void;
}

/** A length of `size`, as Paged.js's CSS parser has it. */
interface PageLength {
  readonly value: string;
  readonly unit: string;
}

export interface PageSizeRule {
  readonly width?: PageLength | undefined;
  readonly height?: PageLength | undefined;
  readonly orientation?: string | undefined;
  readonly format?: string | undefined;
}

/** The handler that reads `@page` rules. */
export interface PageSizeReader {
  getSize: (this: Partial<PageSizeReader>, declaration: unknown) => PageSizeRule;
}

/** A style sheet as Paged.js reads it: what `text` is when it is parsed counts. */
export interface ParsedSheet {
  text: string;
}

/** Where the page ends, in the window's coordinates. */
export interface PageEdges {
  readonly right: number;
  readonly bottom: number;
}

/** Where layout came to a standstill. */
export interface Standstill {
  readonly pageNumber: number;
  /** Of the source's element; undefined where it has none. */
  readonly ref: string | undefined;
  /** What it is where it has none, e.g. `#text`. */
  readonly nodeName: string;
}

export interface LayoutOptions {
  /** The document is printed as a browser prints it. */
  readonly asBrowser: boolean;
  /** What of it is laid out; all of it where undefined. */
  readonly part?: LayoutPart | undefined;
  /** Whether the record says where parts may begin. */
  readonly notesStarts?: boolean;
  /** Pages are shown in batches, see `showBatch`; all together where undefined. */
  readonly batches?: BatchSizes | undefined;
}

declare global {
  interface Window {
    /** Given the number of a page that was begun, and the share of what was laid out before. In this world alone. */
    imprimaturPage: (numberAndShare: string) => void;
    PagedConfig: { auto?: boolean };
    Paged: {
      readonly Handler: PagedHandler;
      readonly registeredHandlers: PagedHandler[];
    };
    PagedPolyfill: {
      readonly polisher: { insert: (css: string) => unknown };
      on(event: "page", listener: (page: PageOfPaged) => void): void;
      preview(): Promise<Chunker>;
    };
  }
}
