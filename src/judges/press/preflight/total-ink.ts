/**
 * How much ink lies where on a page, all separations together. Input: separations of a page and its media box;
 * output: one sample a pixel, and the way between pixels and the page's user space.
 */
import type { BoxPt } from "../../../pdf/geometry/box.ts";
import {
  SEPARATIONS,
  type PageSeparations,
} from "../../../press/separations/render-separations.ts";

/** A sample of a separation in full ink. */
export const FULL_INK = 255;

export interface PixelBox {
  readonly left: number;
  readonly top: number;
  /** The pixel after the last. */
  readonly right: number;
  readonly bottom: number;
}

export class TotalInk {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Row by row from the top left: 255 for each separation in full ink. */
  readonly samples: Uint16Array;
  /** Pixels in a unit of user space. */
  readonly pixelsPerUnit: number;
  readonly #media: BoxPt;

  constructor({ separations, widthPx, heightPx }: PageSeparations, media: BoxPt) {
    this.widthPx = widthPx;
    this.heightPx = heightPx;
    this.#media = media;
    this.pixelsPerUnit = widthPx / (media[2] - media[0]);
    const [first, ...others] = SEPARATIONS.map((name) => separations[name]);
    this.samples = Uint16Array.from(first ?? []);
    const { samples } = this;
    // Iterators over millions of samples would take longer than drawing them.
    for (const separation of others) {
      for (let at = 0; at < samples.length; at++) {
        samples[at] = (samples[at] ?? 0) + (separation[at] ?? 0);
      }
    }
  }

  /** 0 for what is outside. */
  at(x: number, y: number): number {
    const inside = x >= 0 && y >= 0 && x < this.widthPx && y < this.heightPx;
    return inside ? (this.samples[y * this.widthPx + x] ?? 0) : 0;
  }

  /** A box in pixels, with fractions of them. */
  inPixels([left, bottom, right, top]: BoxPt): PixelBox {
    const [x, y] = [this.#media[0], this.#media[3]];
    const scale = this.pixelsPerUnit;
    return {
      left: (left - x) * scale,
      top: (y - top) * scale,
      right: (right - x) * scale,
      bottom: (y - bottom) * scale,
    };
  }

  /** The pixels that lie wholly within a box. */
  pixelsWithin(box: BoxPt): PixelBox {
    const { left, top, right, bottom } = this.inPixels(box);
    // Boxes are written with few decimals: an edge that is a hair off is on its pixel.
    const slack = 0.05;
    return {
      left: Math.max(0, Math.ceil(left - slack)),
      top: Math.max(0, Math.ceil(top - slack)),
      right: Math.min(this.widthPx, Math.floor(right + slack)),
      bottom: Math.min(this.heightPx, Math.floor(bottom + slack)),
    };
  }

  boxOf({ left, top, right, bottom }: PixelBox): BoxPt {
    const [x, y] = [this.#media[0], this.#media[3]];
    const scale = this.pixelsPerUnit;
    return [x + left / scale, y - bottom / scale, x + right / scale, y - top / scale];
  }
}
