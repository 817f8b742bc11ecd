/**
 * The box round a path, curves by their control points. Input: its operators; output: a box in the
 * space of the path. ISO 32000-1 §8.5.2.
 */

/** Left, bottom, right, top; the left is beyond the right where there is no point. */
export type PathBounds = readonly [number, number, number, number];

export class PathBox {
  #left = Infinity;
  #bottom = Infinity;
  #right = -Infinity;
  #top = -Infinity;

  add(operator: string, numbers: readonly number[]): void {
    if (operator === "re") {
      const [x = 0, y = 0, width = 0, height = 0] = numbers;
      this.#point(x, y);
      this.#point(x + width, y + height);
      return;
    }
    for (let at = 0; at + 1 < numbers.length; at += 2) {
      this.#point(numbers[at] ?? 0, numbers[at + 1] ?? 0);
    }
  }

  get box(): PathBounds {
    return [this.#left, this.#bottom, this.#right, this.#top];
  }

  /** The smaller side; infinite for a path without points. */
  get breadth(): number {
    const breadth = Math.min(this.#right - this.#left, this.#top - this.#bottom);
    return breadth >= 0 ? breadth : Infinity;
  }

  #point(x: number, y: number): void {
    this.#left = Math.min(this.#left, x);
    this.#right = Math.max(this.#right, x);
    this.#bottom = Math.min(this.#bottom, y);
    this.#top = Math.max(this.#top, y);
  }
}
