/**
 * Types of what lives in the page that is being paginated: the parts of Paged.js 0.4 that we hook
 * into, and our own functions, kept on `window.imprimatur`. No code.
 *
 * A function that runs in the page is sent there as text, so it refers to nothing outside itself
 * but the page's globals.
 */

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
  new (chunker: unknown, polisher: unknown, caller: unknown): object;
  readonly prototype: object;
}

/** The handler that empties the source of white space that does not count. */
export interface WhiteSpaceFilter {
  filterEmpty: (this: Partial<WhiteSpaceFilter>, text: Text) => number;
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

/** Where the page ends, in the window's coordinates. */
export interface PageEdges {
  readonly right: number;
  readonly bottom: number;
}

/** Text of one text node of the print source, in the order of the document. */
export interface SourceText {
  /** The `data-ref` of the element that the text stands in. */
  readonly ref: string;
  readonly text: string;
  /** Moved off the canvas by its author, for screen readers only. */
  readonly offscreen: boolean;
}

/** A picture or other replaced element of the print source. */
export interface SourcePicture {
  readonly ref: string;
}

export interface SourceSnapshot {
  readonly texts: readonly SourceText[];
  readonly pictures: readonly SourcePicture[];
  /** By `data-ref`: how to name the element to a person, e.g. `p#summary`. */
  readonly elementNames: Readonly<Record<string, string>>;
}

/** Text of one text node of the pages, in the order of the pages. */
export interface ShownText {
  readonly pageNumber: number;
  readonly ref: string;
  /** Without a hyphen printed at the page's end. */
  readonly text: string;
  /** Stretches of `text`, from and to, that the page does not show. */
  readonly clipped: readonly (readonly [from: number, to: number])[];
  /** Stands in a margin box or is fixed to every page, so that it may come again and again. */
  readonly repeats: boolean;
}

export interface ShownPicture {
  readonly pageNumber: number;
  readonly ref: string;
  readonly clipped: boolean;
  readonly repeats: boolean;
}

export interface PagesSnapshot {
  readonly texts: readonly ShownText[];
  readonly pictures: readonly ShownPicture[];
}

export interface FailedResource {
  readonly kind: "font" | "image";
  /** A font's family, weight and style; an image's address. */
  readonly name: string;
}

/** Where layout came to a standstill. */
export interface Standstill {
  readonly pageNumber: number;
  readonly element: string;
}

/** Our functions and notes in the page. */
export interface InPage {
  prepareSource: () => Promise<void>;
  /** Has a document that was parsed as XML answer as an HTML document would. */
  answerAsHtml: () => void;
  readSource: () => SourceSnapshot;
  readPages: () => PagesSnapshot;
  /** The offset of the first letter of a text that is not on the page. */
  firstLetterBeyond: (text: Text, edges: PageEdges) => number | undefined;
  /** From the first thing that is not on the page to the end of what is rendered. */
  firstPlaceBeyond: (rendered: Element, edges: PageEdges) => Range | undefined;
  printHyphen: (text: Text) => void;
  takeBackHyphen: (text: Text) => void;
  repairLayout: () => void;
  repairPages: () => void;
  keepCounters: () => void;
  watchProgress: () => void;
  source?: SourceSnapshot;
  standstill?: Standstill;
  /** Text nodes of pages that end in a hyphen which the source does not have. */
  readonly printedHyphens: WeakMap<Text, "added" | "in place of a soft hyphen">;
  /** `data-ref` of elements whose white space between inline elements is kept. */
  readonly keptWhiteSpace: Set<string>;
}

declare global {
  interface Window {
    imprimatur: InPage;
    PagedConfig: { auto?: boolean; before?: () => Promise<void> };
    Paged: {
      readonly Handler: PagedHandler;
      readonly registeredHandlers: PagedHandler[];
    };
  }
}
