/**
 * Areas of image maps as the source has them: plain data, read in the page by
 * `in-page/read-source-tree.ts`. No code.
 */

/** A picture's inner box in the source, before layout made it fit a page, in CSS pixels. */
export interface PictureBox {
  readonly width: number;
  readonly height: number;
  /** From the edges of the picture's border box to the inner box. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface SourceArea {
  /** The number of the `area` element. */
  readonly ref: string;
  readonly shape: "rect" | "circle" | "poly" | "default";
  /** In CSS pixels of the picture's inner box, as the shape has them. */
  readonly coordinates: readonly number[];
  readonly href: string;
  /** The same, written out. */
  readonly address: string;
  /** Its name, empty where it has none: `aria-label`, `alt`, `title`. */
  readonly name: string;
}

export interface ImageMap {
  readonly box: PictureBox;
  /** In order: where two lie over one another, the first is the one that is met. */
  readonly areas: readonly SourceArea[];
}
