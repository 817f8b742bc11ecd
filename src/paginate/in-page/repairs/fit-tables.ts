/**
 * Runs in the world that repairs. A table wider than its page first breaks what may be broken: lines that do
 * not wrap, widths in fixed lengths, long words. Where that is not enough it shrinks, to a size that can
 * still be read; and where that is not enough either, its page is turned. Words of an ordinary length
 * stay whole.
 */
import { change } from "./changes.ts";
import { isHidden } from "./displayed-elements.ts";
import { areaAt, forgetLimits, limitsOf } from "./limits.ts";
import { forgetAreas, type PageArea } from "./page-areas.ts";

/** Words up to this length are not broken, in letters. */
const ordinaryWord = 14;
const scales = [1, 0.9, 0.8, 0.7, 0.6];
/** The smallest type that a table shrinks to: 7 points, in CSS pixels. */
const smallestType = (7 * 96) / 72;
const turnedPage = "imprimatur-turned";
const turnedMark = "data-imprimatur-turned";

function* textsOf(element: HTMLElement): Generator<Text> {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (walker.currentNode instanceof Text) yield walker.currentNode;
  }
}

/** The smallest type in it, in pixels. */
function typeIn(table: HTMLElement): number {
  let smallest = parseFloat(getComputedStyle(table).fontSize);
  for (const { parentElement, data } of textsOf(table)) {
    if (parentElement === null || data.trim() === "") continue;
    smallest = Math.min(smallest, parseFloat(getComputedStyle(parentElement).fontSize));
  }
  return smallest;
}

/** Cells with rules of their own about lines and widths follow their table. */
function loosen(table: HTMLElement): void {
  change("tables", table, { width: "auto", "table-layout": "auto", "min-width": "0" });
  for (const element of table.querySelectorAll<HTMLElement>("*")) {
    const { whiteSpace, minWidth, width } = getComputedStyle(element);
    const isStiff = whiteSpace === "nowrap" || whiteSpace === "pre" || parseFloat(minWidth) > 0;
    const isPart = element.matches("td, th, col, colgroup");
    if (!isStiff && !(isPart && width !== "auto")) continue;
    const kept = whiteSpace.startsWith("pre") ? "pre-wrap" : "normal";
    element.style.setProperty("white-space", kept, "important");
    element.style.setProperty("min-width", "0", "important");
    if (isPart) element.style.setProperty("width", "auto", "important");
  }
}

/** How wide the widest word of an ordinary length is, in pixels; undefined where none is longer. */
function ordinaryWidth(cell: HTMLElement): number | undefined {
  const range = document.createRange();
  let hasLongWord = false;
  let widest = 0;
  for (const text of textsOf(cell)) {
    if (text.data.trim() === "") continue;
    for (const [run] of text.data.matchAll(/\S+/g)) {
      if (run.length > ordinaryWord) hasLongWord = true;
    }
    for (const { 0: word, index } of text.data.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
      if (word.length > ordinaryWord) continue;
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      widest = Math.max(widest, ...[...range.getClientRects()].map((box) => box.width));
    }
  }
  return hasLongWord ? widest : undefined;
}

function breakLongWords(table: HTMLElement): void {
  const cells = [...table.querySelectorAll<HTMLElement>("td, th, caption")];
  const widths = cells.map(ordinaryWidth);
  for (const [index, cell] of cells.entries()) {
    const width = widths[index];
    if (width === undefined || cell.querySelector("table") !== null) continue;
    const { paddingLeft, paddingRight } = getComputedStyle(cell);
    const padding = parseFloat(paddingLeft) + parseFloat(paddingRight);
    cell.style.setProperty("overflow-wrap", "anywhere", "important");
    cell.style.setProperty("min-width", `${Math.ceil(width + padding)}px`, "important");
  }
}

function fits(table: HTMLElement, right: number): boolean {
  return table.getBoundingClientRect().right <= right + 1;
}

function shrink(table: HTMLElement, scale: number): void {
  if (scale < 1) table.style.setProperty("zoom", String(scale), "important");
  else table.style.removeProperty("zoom");
  forgetLimits();
}

/** The first size at which it fits; the smallest where it fits at none. */
function shrinkToFit(table: HTMLElement, sizes: readonly number[], right: number): boolean {
  return sizes.some((scale) => {
    shrink(table, scale);
    return fits(table, right);
  });
}

function wordsOf({ textContent }: HTMLElement): string {
  return textContent.replace(/\s+/g, "");
}

/** The outermost element that holds the table alone, in the flow of the page. */
function frameOf(table: HTMLElement): HTMLElement | undefined {
  let frame = table;
  for (let around = table.parentElement; around !== null; around = around.parentElement) {
    if (around === document.body) return frame;
    const { display, float, position, columnCount } = getComputedStyle(around);
    const isPlain =
      /^(?:block|flow-root)$/.test(display) && float === "none" && columnCount === "auto";
    if (!isPlain || position === "absolute" || position === "fixed") return undefined;
    if (wordsOf(around) === wordsOf(table)) frame = around;
  }
  return undefined;
}

function turn(frame: HTMLElement, { sheetWidth, sheetHeight }: PageArea): void {
  frame.setAttribute(turnedMark, "");
  forgetLimits();
  if (document.head.querySelector(`style[${turnedMark}]`) !== null) return;
  const style = document.createElement("style");
  style.setAttribute(turnedMark, "");
  style.textContent = `@page ${turnedPage} { size: ${sheetHeight}px ${sheetWidth}px } [${turnedMark}] { page: ${turnedPage} }`;
  document.head.append(style);
  forgetAreas();
}

function repair(table: HTMLElement): void {
  const { left, right } = limitsOf(table.parentElement ?? table);
  const start = Math.min(Math.max(table.getBoundingClientRect().left, left), right);
  const area = areaAt(table);
  const sizes = scales.filter((scale) => scale * typeIn(table) >= smallestType || scale === 1);
  loosen(table);
  if (fits(table, right)) return;

  breakLongWords(table);
  if (shrinkToFit(table, sizes, right)) return;
  const frame = area.sheetHeight > area.sheetWidth ? frameOf(table) : undefined;
  if (frame === undefined) return;
  const turnedWidth = area.sheetHeight - area.left - area.right;
  frame.style.setProperty("width", `${turnedWidth}px`, "important");
  shrinkToFit(table, sizes, start + turnedWidth);
  frame.style.removeProperty("width");
  turn(frame, area);
}

export function fitTables(): void {
  for (const table of document.body.querySelectorAll<HTMLElement>("*")) {
    if (!/^(?:inline-)?table$/.test(getComputedStyle(table).display) || isHidden(table)) continue;
    const { parentElement: parent } = table;
    if (parent === null) continue;
    const { left, right } = limitsOf(parent);
    const box = table.getBoundingClientRect();
    if (box.right > right + 1 || box.left < left - 1) repair(table);
  }
}
