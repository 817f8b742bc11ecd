/**
 * Runs in an isolated world of a page: how a finding says where to look, in words that a person can follow:
 * the structure element of a PDF (`data-pdf`), the page of a paginated document, or a selector, with
 * the first words of the text. It judges nothing.
 */
import { refOf } from "../../layout/in-page/source-ref.ts";
import type { FoundElement, FoundPlace } from "../../verdict/found-element.ts";

/** A selector that matches this element and no other of its document. */
export function selectorOf(element: Element): string {
  const steps: string[] = [];
  for (let node: Element | null = element; node !== null; node = node.parentElement) {
    const id = node.getAttribute("id");
    const byId = id === null || id === "" ? "" : `#${CSS.escape(id)}`;
    if (byId !== "" && document.querySelectorAll(byId).length === 1) {
      steps.unshift(byId);
      break;
    }
    const { localName } = node;
    const twins = [...(node.parentElement?.children ?? [])].filter(
      (sibling) => sibling.localName === localName,
    );
    const position = twins.length > 1 ? `:nth-of-type(${twins.indexOf(node) + 1})` : "";
    steps.unshift(`${CSS.escape(localName)}${position}`);
  }
  return steps.join(" > ");
}

/** The first words of a text, in curly quotes; empty if there are none. */
export function quote(text: string): string {
  const words = text.split(/\s+/).filter((word) => word !== "");
  if (words.length === 0) return "";
  return `“${words.slice(0, 6).join(" ")}${words.length > 6 ? "…" : ""}”`;
}

/** `page 2 · Document > P[3]`, `page 4 · p “Face à la…”` or `main > p “Face à la…”`, and the element. */
export function placeOf(element: Element): FoundPlace {
  return { where: wordsOf(element), element: foundElement(element) };
}

function foundElement(element: Element): FoundElement | undefined {
  const place = element.closest("[data-pdf]")?.getAttribute("data-pdf");
  if (place !== null && place !== undefined) return { kind: "tag", place };
  if (element.closest(".pagedjs_page") !== null) {
    const ref = refOf(element);
    return ref === undefined ? undefined : { kind: "print-source-element", ref };
  }
  return { kind: "page-element", nth: orderOf(element), name: element.localName };
}

/** Counted once for all elements of a page, which may be many thousands. */
let orders: ReadonlyMap<Element, number> = new Map();

/** Its place among all elements in the order of the document, from 0. */
function orderOf(element: Element): number {
  const all = document.getElementsByTagName("*");
  const known = orders.get(element);
  // A judge may have put elements in or taken them out since.
  if (known !== undefined && all[known] === element) return known;
  orders = new Map([...all].map((each, index) => [each, index]));
  return orders.get(element) ?? -1;
}

function wordsOf(element: Element): string {
  const label = element.closest("[data-pdf]")?.getAttribute("data-pdf");
  if (label !== null && label !== undefined) return label;
  const isWhole = element.matches("html, head, head *, body");
  // The rendered text, where there is one, keeps the words of neighbouring cells apart.
  const text = element instanceof HTMLElement ? element.innerText : element.textContent;
  const words = isWhole ? "" : quote(text);
  const sheet = element.closest(".pagedjs_page");
  const parts =
    sheet === null
      ? [selectorOf(element).replace(/^html > body > /, "")]
      : ["page", sheet.getAttribute("data-page-number") ?? "?", "·", element.localName];
  return [...parts, words].filter((part) => part !== "").join(" ");
}

/** The place of the first element that each selector matches; the selector where none does. */
export function describePlaces(selectors: readonly string[]): FoundPlace[] {
  return selectors.map((selector) => {
    const element = selector === "" ? null : document.querySelector(selector);
    return element === null ? { where: selector || "document" } : placeOf(element);
  });
}
