/**
 * Undoes what was done to rows of samples before they were packed (ISO 32000-1 §7.4.4.4). Input: unpacked bytes and the parameters of their filter; output: the
 * samples' bytes.
 */
import { mebibytes, MOST_ROW_BYTES, overLimit } from "../limits.ts";

/** What says how large a row is. */
export interface RowSize {
  readonly columns: number;
  readonly colors: number;
  readonly bitsPerComponent: number;
}

export interface PredictorParameters extends RowSize {
  /** 1 none, 2 TIFF, 10 to 15 PNG. */
  readonly predictor: number;
}

/** @throws PublicationError `pdf-too-large`. */
export function requireRow({ columns, colors, bitsPerComponent }: RowSize): void {
  if ((columns * colors * bitsPerComponent) / 8 <= MOST_ROW_BYTES) return;
  throw overLimit(
    `has a predictor with rows of more than ${mebibytes(MOST_ROW_BYTES)} (${columns} columns)`,
    "bytes",
  );
}

/** @throws PublicationError `pdf-too-large` where a row is larger than any picture's. */
export function undoPredictor(bytes: Uint8Array, parameters: PredictorParameters): Uint8Array {
  if (parameters.predictor > 1) requireRow(parameters);
  if (parameters.predictor === 2) return undoTiff(bytes, parameters);
  return parameters.predictor >= 10 ? undoPng(bytes, parameters) : bytes;
}

function undoPng(bytes: Uint8Array, { colors, bitsPerComponent, columns }: PredictorParameters) {
  const pixelBytes = Math.max(1, (colors * bitsPerComponent) >> 3);
  const rowBytes = Math.ceil((colors * bitsPerComponent * columns) / 8);
  const rows = Math.ceil(bytes.length / (rowBytes + 1));
  const out = new Uint8Array(rows * rowBytes);
  for (let row = 0; row < rows; row++) {
    const from = row * (rowBytes + 1);
    const type = bytes[from] ?? 0;
    const to = row * rowBytes;
    for (let at = 0; at < rowBytes; at++) {
      const left = at >= pixelBytes ? (out[to + at - pixelBytes] ?? 0) : 0;
      const up = row > 0 ? (out[to + at - rowBytes] ?? 0) : 0;
      const upLeft = row > 0 && at >= pixelBytes ? (out[to + at - rowBytes - pixelBytes] ?? 0) : 0;
      out[to + at] = (bytes[from + 1 + at] ?? 0) + predicted(type, left, up, upLeft);
    }
  }
  return out;
}

/** The filters of PNG, https://www.w3.org/TR/png/#9Filters */
function predicted(type: number, left: number, up: number, upLeft: number): number {
  switch (type) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const [a, b] = [Math.abs(up - upLeft), Math.abs(left - upLeft)];
      const c = Math.abs(left + up - 2 * upLeft);
      return a <= b && a <= c ? left : b <= c ? up : upLeft;
    }
    default:
      return 0;
  }
}

/** Samples of 8 and 16 bits; others stay as they are, which no known writer makes. */
function undoTiff(bytes: Uint8Array, { colors, bitsPerComponent, columns }: PredictorParameters) {
  const out = Uint8Array.from(bytes);
  const step = (colors * bitsPerComponent) >> 3;
  const rowBytes = step * columns;
  if (rowBytes === 0 || (bitsPerComponent !== 8 && bitsPerComponent !== 16)) return out;
  for (let start = 0; start < out.length; start += rowBytes) {
    const end = Math.min(out.length, start + rowBytes);
    for (let at = start + step; at < end; at++) {
      if (bitsPerComponent === 8) out[at] = (out[at] ?? 0) + (out[at - step] ?? 0);
      else if ((at - start) % 2 === 0) {
        const word = (place: number): number => ((out[place] ?? 0) << 8) | (out[place + 1] ?? 0);
        const sum = word(at) + word(at - step);
        out[at] = sum >> 8;
        out[at + 1] = sum;
      }
    }
  }
  return out;
}
