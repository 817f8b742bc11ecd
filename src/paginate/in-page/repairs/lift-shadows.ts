/**
 * Runs in the world that repairs. A shadow of text is text to a PDF: each letter is painted once more, a
 * little aside, and readers that go by places hear spaces and letters that nobody wrote. So text has none.
 */
import { change } from "./changes.ts";
import { displayedElements } from "./displayed-elements.ts";

function hasOwnText({ childNodes }: HTMLElement): boolean {
  return [...childNodes].some((child) => child instanceof Text && child.data.trim() !== "");
}

export function liftShadows(): void {
  for (const element of displayedElements()) {
    if (getComputedStyle(element).textShadow === "none" || !hasOwnText(element)) continue;
    change("shadows", element, { "text-shadow": "none" });
  }
}
