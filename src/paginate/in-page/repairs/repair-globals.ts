/**
 * What is repaired for paper, and our functions in the world that repairs, kept on `window.repairs`.
 * Types alone, no code.
 *
 * A function that runs in the page is sent there as text, so it refers to nothing outside itself
 * but the globals of its world.
 */

/**
 * - `missing`: words stand for pictures and frames that did not come
 * - `shells`: boxes that scroll open up, bars that stay in sight stand in the text, boxes wider than the
 *   page become as wide as it
 * - `columns`: columns that are taller than a page stand one below the other
 * - `pictures`: pictures larger than the page shrink
 * - `lines`: lines that do not wrap, do
 * - `tables`: tables wider than the page break long words, shrink, or turn their page
 * - `words`: words longer than the line break
 * - `shadows`: text has no shadow, which readers would read once more
 */
export type RepairName =
  "missing" | "shells" | "columns" | "pictures" | "lines" | "tables" | "words" | "shadows";

/** One repair, and what it has changed. */
export interface Repair {
  readonly name: RepairName;
  /** How to name the elements to a person, e.g. `table#prices`; in the order of the document. */
  readonly elements: readonly string[];
}

/** What a page gives its content, in CSS pixels. */
export interface PageArea {
  readonly sheetWidth: number;
  readonly sheetHeight: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** Between these, in the window's coordinates, content is on the paper and in sight. */
export interface Limits {
  readonly left: number;
  readonly right: number;
}

export interface InRepairs {
  /** The content area of pages with this name, `""` for those without; the narrower of left and right. */
  readonly areaOf: (pageName: string) => PageArea;
  /** To be called when there are new rules for pages. */
  readonly forgetAreas: () => void;
  /** Of the page that an element asks for. */
  readonly areaAt: (element: Element) => PageArea;
  readonly limitsOf: (element: Element) => Limits;
  /** To be called when boxes have moved. */
  readonly forgetLimits: () => void;
  /** Hidden from sight by its author, alone or for everybody. */
  readonly isHidden: (element: Element) => boolean;
  readonly hasText: (element: Element) => boolean;
  /** Elements that are displayed, in the order of the document. */
  readonly elements: () => Generator<HTMLElement>;
  /** Displayed texts that reach beyond their limits. */
  readonly textsBeyond: () => Generator<{ readonly text: Text; readonly parent: HTMLElement }>;
  /** Gives an element declarations that go before all others, and notes it. */
  readonly change: (
    name: RepairName,
    element: HTMLElement | SVGElement,
    declarations: Readonly<Record<string, string>>,
  ) => void;
  /** By name; each changes what it finds. */
  readonly kinds: Map<RepairName, () => void>;
  /** Measures the document as it would stand on paper, changes it, and says what was changed. */
  run: (names: readonly RepairName[]) => readonly Repair[];
}

declare global {
  interface Window {
    repairs: InRepairs;
  }
}
