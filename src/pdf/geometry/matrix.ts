/** Transformation matrices as PDF writes them (ISO 32000-1 §8.3.3): `[a b c d e f]`. */

export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** What `inner` does first and `outer` after it. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}

/** `multiply` with a move by x and y in the inner space, which is what nearly all text asks for. */
export function moved([a, b, c, d, e, f]: Matrix, x: number, y: number): Matrix {
  return [a, b, c, d, a * x + c * y + e, b * x + d * y + f];
}

/** Where a point of the matrix's space lies in the space around it. */
export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The operands of `cm` or `Tm`; those that are missing are the identity's. */
export function matrixOf(numbers: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers;
  return [a, b, c, d, e, f];
}

/** Six finite numbers in an array of any kind; anything else changes nothing. */
export function readMatrix(value: unknown): Matrix {
  const list = Array.isArray(value)
    ? (value as readonly unknown[])
    : ArrayBuffer.isView(value) && !(value instanceof DataView)
      ? Array.from(value as Float32Array)
      : [];
  const [a, b, c, d, e, f] = list.map((item) =>
    typeof item === "number" && Number.isFinite(item) ? item : undefined,
  );
  return a === undefined ||
    b === undefined ||
    c === undefined ||
    d === undefined ||
    e === undefined ||
    f === undefined
    ? IDENTITY
    : [a, b, c, d, e, f];
}

/** How long a unit is in the direction in which it is shortest. */
export function leastScale([a, b, c, d]: Matrix): number {
  const half = (a * a + b * b + c * c + d * d) / 2;
  const area = a * d - b * c;
  return Math.sqrt(Math.max(0, half - Math.sqrt(Math.max(0, half * half - area * area))));
}
