/**
 * How broad a path is: the smaller side of the rectangle round it. Input: the operators that make the
 * path; output: a breadth in the units of the path. ISO 32000-1 §8.5.2.
 */
export class PathSize {
  #left = Infinity;
  #right = -Infinity;
  #bottom = Infinity;
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

  /** Infinite for a path without points. */
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
