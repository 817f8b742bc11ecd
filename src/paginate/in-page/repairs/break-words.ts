/** Runs in the world that repairs. A word longer than its line breaks where the line ends. */
import { change } from "./changes.ts";
import { textsBeyond } from "./displayed-elements.ts";

function blockOf(element: HTMLElement): HTMLElement {
  let block = element;
  while (
    block.parentElement !== null &&
    block.parentElement !== document.body &&
    /^(?:inline|contents)$/.test(getComputedStyle(block).display)
  ) {
    block = block.parentElement;
  }
  return block;
}

export function breakWords(): void {
  const blocks = new Set([...textsBeyond()].map(({ parent }) => blockOf(parent)));
  for (const block of blocks) {
    change("words", block, { "overflow-wrap": "anywhere", "min-width": "0" });
  }
}
