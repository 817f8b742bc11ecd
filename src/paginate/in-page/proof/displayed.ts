/**
 * Runs in the world that proves. Finds what is displayed below an element: texts, pictures, and values
 * that controls show. What is hidden, folded away or has no number is left out.
 */
import * as dom from "./dom-access.ts";

export interface DisplayedText {
  readonly text: Text;
  /** The element it stands in; the host where it stands in a shadow tree itself. */
  readonly parent: Element;
  /** Number of the nearest element that has one, in the document itself. */
  readonly ref: string;
}

export interface DisplayedValue {
  readonly control: Element;
  readonly ref: string;
  readonly value: string;
}

const pictures = "img, svg, canvas, video, object, embed";

/** Where a stretch of text stands, in the window's coordinates; empty where it shows nothing. */
export function boxesOf(text: Text, from = 0, to = text.length): DOMRect[] {
  const range = document.createRange();
  range.setStart(text, from);
  range.setEnd(text, to);
  return [...range.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
}

/** In `details` that are closed, where the browser has boxes for what it does not show. */
function isFolded(element: Element): boolean {
  const details = dom.closest(element, "details:not([open])");
  if (details === null) return false;
  const summary = details.querySelector(":scope > summary");
  const around = details.parentElement;
  return summary?.contains(element) !== true || (around !== null && isFolded(around));
}

export function isHidden(element: Element): boolean {
  return getComputedStyle(element).visibility !== "visible" || isFolded(element);
}

function refOf(element: Element): string | undefined {
  const numbered = dom.closest(element, "[data-ref]");
  return numbered === null ? undefined : (dom.attribute(numbered, "data-ref") ?? undefined);
}

/** The element of the document itself in whose shadow a tree stands. */
export function hostOf({ host }: ShadowRoot): Element {
  const around = host.getRootNode();
  return around instanceof ShadowRoot ? hostOf(around) : host;
}

/** As layout marks an element whose text it cut within a word. */
export function endsInHyphen(text: Text, parent: Element): boolean {
  return (
    /(?:^|\s)pagedjs_hyphen(?:\s|$)/.test(dom.attribute(parent, "class") ?? "") &&
    dom.childrenOf(parent).findLast((child) => child instanceof Text) === text
  );
}

/** The text nodes under `root` that hold more than white space and are displayed. */
export function displayedTexts(root: Element | ShadowRoot): DisplayedText[] {
  const found: DisplayedText[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const host = root instanceof ShadowRoot ? hostOf(root) : undefined;
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const parent = text.parentElement ?? host;
    const ref = parent && refOf(host ?? parent);
    if (!(text instanceof Text) || parent === undefined || ref === undefined) continue;
    if (text.data.trim() === "" || isHidden(parent)) continue;
    found.push({ text, parent, ref });
  }
  return found;
}

/** Pictures under `root`, the outermost where one stands in another. */
export function displayedPictures(root: Element): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(pictures)].filter((picture) => {
    const parent = dom.parentOf(picture);
    return (
      dom.attribute(picture, "data-ref") !== null &&
      parent !== null &&
      dom.closest(parent, pictures) === null &&
      picture.getBoundingClientRect().width > 0 &&
      !isHidden(picture)
    );
  });
}

const typed = /^(?:text|search|tel|url|email|number|date|month|week|time|datetime-local|password)$/;

/** What a control shows of its value, which stands in no text node. */
function valueOf(control: Element): string {
  return control instanceof HTMLTextAreaElement ||
    (control instanceof HTMLInputElement && typed.test(control.type))
    ? control.value
    : "";
}

/** Controls under `root` that show a value. */
export function displayedValues(root: Element): DisplayedValue[] {
  return [...root.querySelectorAll("input, textarea")].flatMap((control) => {
    const ref = dom.attribute(control, "data-ref");
    const value = valueOf(control);
    const isShown = value.trim() !== "" && dom.boxOf(control).width > 0 && !isHidden(control);
    return ref !== null && isShown ? { control, ref, value } : [];
  });
}
