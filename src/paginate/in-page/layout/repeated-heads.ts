/**
 * Runs in the world that lays out. A table that goes over to another page begins there with its head again, as
 * in browsers that print: Paged.js leaves it on the first page alone. What stands there is a copy, marked as
 * one: it is seen, and not read once more.
 *
 * A head is repeated where its `display` is that of one (`display: table-row-group` keeps it from it), where it
 * stands whole on a page before, and where the page has room for it and for the row behind it.
 */
import { REPEATED_HEAD } from "../repeated-heads.ts";
import type { PageEdges } from "./paged.ts";

/** Of a page's height. Browsers repeat no head that takes more of it. */
const LARGEST_SHARE = 1 / 4;

/** What a table does at a page's end: for browsers it is in styles; Paged.js takes what authors say. */
const STYLES = `
  :where(table) > thead { break-inside: avoid; }
  :where(table) > :is(thead, caption) { break-after: avoid; }
  [${REPEATED_HEAD}], [${REPEATED_HEAD}] *, [${REPEATED_HEAD}] *::before, [${REPEATED_HEAD}] *::after {
    counter-increment: none !important;
    counter-reset: none !important;
    counter-set: none !important;
  }`;

/** Heads as they were laid out, by the numbers of their elements. */
const laidOut = new Map<string, HTMLTableSectionElement>();

/** Registered behind those who change what is rendered, as notes in it are taken to the page's foot. */
export function repeatHeads(): void {
  let isPageBegun = false;
  class RepeatedHeads extends window.Paged.Handler {
    afterParsed(): void {
      const style = document.createElement("style");
      style.textContent = STYLES;
      document.head.append(style);
    }
    onPageLayout(): void {
      isPageBegun = true;
    }
    renderNode(rendered: Node, node: Node): void {
      // What a page begins with has got the elements around it anew, and the table with them.
      if (isPageBegun) repeatAround(rendered, node);
      isPageBegun = false;
      if (rendered instanceof HTMLTableSectionElement && rendered.localName === "thead") {
        laidOut.set(rendered.dataset.ref ?? "", rendered);
      }
    }
  }
  window.Paged.registeredHandlers.push(RepeatedHeads);
}

/**
 * Takes heads away again where the first row behind them has no room on the page: it begins on none, or reaches
 * over its end, as with a picture that nothing divides.
 */
export function dropHeadsInTheWay(rendered: Element, { right, bottom }: PageEdges): void {
  for (const copy of rendered.querySelectorAll(`[${REPEATED_HEAD}]`)) {
    const behind = copy.nextElementSibling;
    const row = behind?.matches("tr") === true ? behind : behind?.querySelector("tr");
    const box = row?.getClientRects()[0];
    if (box !== undefined && (box.left >= right || box.bottom > bottom + 1)) copy.remove();
  }
}

/** @param node of the source. */
function repeatAround(rendered: Node, node: Node): void {
  const tables = new Map<string, HTMLTableElement>();
  for (let around = node.parentElement; around !== null; around = around.parentElement) {
    const inner = around.closest("table");
    if (inner !== null) tables.set(inner.dataset.ref ?? "", inner);
  }
  const start = rendered instanceof Element ? rendered : rendered.parentElement;
  for (let around = start?.parentElement ?? null; around !== null; around = around.parentElement) {
    const source = tables.get(around.dataset.ref ?? "");
    if (source !== undefined) repeatHead(around, source, node);
  }
}

function repeatHead(fragment: HTMLElement, { tHead }: HTMLTableElement, node: Node): void {
  const head = laidOut.get(tHead?.dataset.ref ?? "");
  if (tHead === null || head === undefined || !comesBehind(node, tHead)) return;
  // Of a head that goes over to a page itself, some is on either.
  if (head.rows.length !== tHead.rows.length || head.hasAttribute("data-split-from")) return;
  const copy = copyOf(head);
  keepWidths(head, copy);
  fragment.prepend(copy);
  const page = fragment.closest(".pagedjs_page_content");
  const room = page?.getBoundingClientRect().height ?? 0;
  const isHead = getComputedStyle(copy).display === "table-header-group";
  if (!isHead || copy.getBoundingClientRect().height > room * LARGEST_SHARE) copy.remove();
  // The page on which the head itself stands may have left the document when the next copy is made.
  else laidOut.set(tHead.dataset.ref ?? "", copy);
}

/** Columns go by what is in them, which is something else on each page: the next one keeps those of the last. */
function keepWidths(head: HTMLTableSectionElement, copy: HTMLTableSectionElement): void {
  const cells = [...copy.rows].flatMap((row) => [...row.cells]);
  for (const [index, cell] of [...head.rows].flatMap((row) => [...row.cells]).entries()) {
    const { width } = getComputedStyle(cell);
    if (width !== "") cells[index]?.style.setProperty("width", width);
  }
}

function comesBehind(node: Node, head: Element): boolean {
  const position = head.compareDocumentPosition(node);
  return (
    (position & Node.DOCUMENT_POSITION_FOLLOWING) > 0 &&
    (position & Node.DOCUMENT_POSITION_CONTAINED_BY) === 0
  );
}

/** As it looks, and nothing that links, is linked to, or calls a note: it does so where it stands. */
function copyOf(head: HTMLTableSectionElement): HTMLTableSectionElement {
  const copy = head.cloneNode(true) as HTMLTableSectionElement;
  for (const note of copy.querySelectorAll("[data-footnote-call], [data-note]")) note.remove();
  for (const element of [copy, ...copy.querySelectorAll("*")]) {
    for (const name of ["id", "name", "href", "xlink:href"]) element.removeAttribute(name);
  }
  copy.setAttribute(REPEATED_HEAD, "");
  return copy;
}
