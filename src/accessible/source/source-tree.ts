/**
 * The print source's elements and text as they stood before Paged.js cut them: what the PDF's tags
 * are made of. Plain data, read in the page by `in-page/read-source-tree.ts`. No code.
 */
import type { ImageMap } from "../image-maps/source-areas.ts";

/** Text of a run of neighbouring text nodes, as the source has it (white space not collapsed). */
export interface SourceText {
  readonly kind: "text";
  readonly text: string;
}

/** The kinds of generated text that can have an alternative. */
export type GeneratedSlot = "before" | "after" | "marker";

export interface SourceElement {
  readonly kind: "element";
  /** The element's number in document order; Paged.js keeps it as `data-ref` on every fragment. */
  readonly ref: string;
  /** Local name, lower case: `p`, `svg`, `math`. */
  readonly name: string;
  /** The attributes that mean something to a reader; see the list in the page's code. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Computed `display`, e.g. `block`, `inline`, `list-item`, `none`. */
  readonly display: string;
  /** Computed `visibility: hidden` or `collapse`: its own text is not shown. */
  readonly invisible: boolean;
  /** The value of `list-style-type` for list items. */
  readonly listStyle?: string;
  /** What generated text is read as, where `content` says so: `"→ " / ""` (CSS Content 3, 2.1). */
  readonly alternatives?: Readonly<Partial<Record<GeneratedSlot, string>>>;
  /** Alternatives of pictures that styles put before or after the element: `url(…) / "alt"`. */
  readonly generatedPictures?: readonly string[];
  /** Hidden from sight alone: clipped to nothing, moved off the page, or without opacity. */
  readonly unseen?: boolean;
  /** A picture, or a drawing with one, that did not load. */
  readonly broken?: true;
  /** What a form control shows or holds, e.g. `on` for a ticked box. */
  readonly value?: string;
  /** Of a picture with `usemap`. */
  readonly imageMap?: ImageMap;
  readonly children: readonly SourceNode[];
}

export type SourceNode = SourceText | SourceElement;

export interface SourceTree {
  readonly title: string;
  /** The document's language, a BCP 47 tag; empty where it has none. */
  readonly language: string;
  /**
   * `<meta name content>` by name in small letters, e.g. `author`, `dcterms.identifier`, each as often
   * as the source says it.
   */
  readonly metadata: Readonly<Record<string, readonly string[]>>;
  /** The address in `<link rel="license">`, as it is written. */
  readonly licence?: string;
  readonly body: SourceElement;
}
