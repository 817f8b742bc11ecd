/** A stream as it lies in a file, before anything is unpacked. Types alone. */
import type { RowSize } from "../filters/predictor.ts";

/** What the dictionary of a picture says. */
export interface PictureSize {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bitsPerComponent: number;
}

export interface PackedStream {
  readonly packed: Uint8Array;
  /** Names, the first to undo first. */
  readonly filters: readonly string[];
  readonly rows: readonly RowSize[];
  /** It may hold the samples of a picture, which are many. */
  readonly picture?: PictureSize | undefined;
}
