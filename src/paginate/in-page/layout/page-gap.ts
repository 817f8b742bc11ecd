/**
 * Runs in the world that lays out. What stands in the document where pages were: it has counted what they have
 * counted, and may be as high.
 */
import { addSteps, stepDeclarations, type CounterSteps } from "./counter-steps.ts";

/** Of a page. */
export interface PageMeasure {
  /** To the next one. */
  readonly heightPx: number;
  readonly steps: CounterSteps;
}

export class PageGap {
  readonly element: HTMLElement;
  #steps: CounterSteps = new Map();
  #heightPx = 0;

  constructor() {
    // Another kind of element than a page is: those may be counted.
    this.element = document.createElement("imprimatur-gap");
    this.element.style.display = "block";
  }

  /** @param measure of the page behind those that it has. */
  add({ heightPx, steps }: PageMeasure): void {
    this.#heightPx += heightPx;
    this.#steps = addSteps(this.#steps, steps);
  }

  write(height: "as high" | "flat"): void {
    const { style } = this.element;
    style.height = height === "flat" ? "0" : `${this.#heightPx}px`;
    for (const [property, value] of stepDeclarations(this.#steps)) {
      style.setProperty(property, value);
    }
  }
}
