/**
 * Runs in an isolated world of a page: paints chosen texts in one colour, and lets them be as they were.
 * What does not carry the mark keeps its colours.
 */
import type { PseudoElement } from "../../../browser/isolated-world.ts";

export interface TextTarget {
  /** Matches one element of the main document. */
  readonly selector: string;
  /** This generated text of the element, instead of its own. */
  readonly pseudo?: PseudoElement;
}

export type Ink = "as it is" | "transparent" | "black" | "white";

/** Holds, with spaces between, which texts of the element are painted. */
const MARK = "data-imprimatur-ink";
const PARTS = ["own", "::before", "::after"] as const;

let sheet: CSSStyleSheet | undefined;

export function setInk(targets: readonly TextTarget[], ink: Ink): void {
  removeInk();
  if (ink === "as it is") return;
  for (const { selector, pseudo = "own" } of targets) {
    const element = document.querySelector(selector);
    if (element === null) continue;
    const parts = [...(element.getAttribute(MARK)?.split(" ") ?? []), pseudo];
    element.setAttribute(MARK, parts.join(" "));
  }
  sheet = new CSSStyleSheet();
  sheet.replaceSync(styleOf(ink));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

export function removeInk(): void {
  if (sheet === undefined) return;
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  sheet = undefined;
  for (const element of document.querySelectorAll(`[${MARK}]`)) element.removeAttribute(MARK);
}

/** Descendants keep their own colour: each is measured by itself. SVG text has a `fill`. */
function styleOf(ink: Ink): string {
  const painted = PARTS.map((part) => `[${MARK}~="${part}"]${part === "own" ? "" : part}`);
  return `[${MARK}] *, [${MARK}]::before, [${MARK}]::after { -webkit-text-fill-color: currentcolor; }
    ${painted.join(", ")} { -webkit-text-fill-color: ${ink} !important; fill: ${ink} !important; transition: none !important; }`;
}
