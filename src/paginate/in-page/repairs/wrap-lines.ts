/**
 * Runs in the world that repairs. Lines that do not wrap and reach beyond the page or out of their box do
 * wrap: those of code with their spaces and line feeds. Cells of tables are left to who repairs tables.
 */
import { change } from "./changes.ts";
import { textsBeyond } from "./displayed-elements.ts";

/** A text that has a rule of its own within one that was repaired is met the next time. */
const rounds = 4;

const wrapping: Readonly<Record<string, string>> = { pre: "pre-wrap", nowrap: "normal" };

/** The outermost element that keeps its lines as this one does. */
function keeperOf(element: HTMLElement): HTMLElement {
  const { whiteSpace } = getComputedStyle(element);
  let keeper = element;
  for (
    let around = keeper.parentElement;
    around && around !== document.body && getComputedStyle(around).whiteSpace === whiteSpace;
    around = around.parentElement
  ) {
    keeper = around;
  }
  return keeper;
}

export function wrapLines(): void {
  for (let round = 0; round < rounds; round++) {
    const keepers = new Map<HTMLElement, string>();
    for (const { parent } of textsBeyond()) {
      const { whiteSpace } = getComputedStyle(parent);
      const wrapped = wrapping[whiteSpace];
      if (wrapped === undefined) continue;
      if (whiteSpace === "nowrap" && parent.closest("table") !== null) continue;
      keepers.set(keeperOf(parent), wrapped);
    }
    if (keepers.size === 0) return;
    for (const [keeper, wrapped] of keepers) {
      change("lines", keeper, { "white-space": wrapped, "overflow-wrap": "anywhere" });
    }
  }
}
