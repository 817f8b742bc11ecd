/**
 * Runs in the world that proves, once the document's scripts have been stopped. Makes the source ready
 * to be read and laid out: what scripts left in the state of objects is written where layout takes it
 * from, loose text gets an element around it, and elements get their numbers. It lays out nothing.
 */
import { answerScripting } from "../scripting-answers.ts";
import { REPEATED_HEAD } from "../repeated-heads.ts";
import * as dom from "./dom-access.ts";
import { noteSourceIds } from "./source-ids.ts";

function isXml(): boolean {
  return document.contentType !== "text/html";
}

/** HTML has no CDATA sections: what is in them is text like any other. */
function joinTexts(): void {
  const sections: Node[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_CDATA_SECTION);
  while (walker.nextNode()) sections.push(walker.currentNode);
  for (const section of sections) {
    const text = document.createTextNode(section.textContent ?? "");
    dom.parentOf(section)?.replaceChild(text, section);
  }
  document.body.normalize();
}

/** Without scripts the browser would show what is meant for readers without scripts. */
function hideNoscript(): void {
  for (const element of document.body.querySelectorAll<HTMLElement>("noscript")) {
    element.style.setProperty("display", "none", "important");
  }
}

/** Layout copies attributes, not what scripts and readers have typed and chosen. */
export function keepControls(root: Document): void {
  for (const input of root.querySelectorAll("input")) {
    if (/^(?:checkbox|radio)$/.test(input.type)) {
      if (input.checked !== input.defaultChecked) input.defaultChecked = input.checked;
    } else if (!/^(?:file|hidden|image|range|color)$/.test(input.type)) {
      if (input.value !== input.defaultValue) input.defaultValue = input.value;
    }
  }
  for (const area of root.querySelectorAll("textarea")) {
    if (area.value !== area.defaultValue) area.defaultValue = area.value;
  }
  for (const select of root.querySelectorAll("select")) {
    const options = [...select.querySelectorAll("option")];
    const isAsWritten =
      options.every((option) => option.selected === option.defaultSelected) ||
      (select.selectedIndex <= 0 && !options.some((option) => option.defaultSelected));
    if (isAsWritten) continue;
    const chosen = new Set(options.filter((option) => option.selected));
    for (const option of options) option.defaultSelected = chosen.has(option);
  }
}

function isInline(node: Node): boolean {
  return node instanceof Element
    ? /^(?:inline|ruby|contents)/.test(getComputedStyle(node).display)
    : node instanceof Text;
}

/**
 * Paged.js cuts text only where it has an element around it, so the anonymous block that the
 * browser makes of text directly in the body is made a real one.
 */
function wrapLooseText(): void {
  const body = document.body;
  const loose = [...body.childNodes].filter((node) => node instanceof Text && node.data.trim());
  for (const text of loose) {
    if (dom.parentOf(text) !== body) continue;
    const wrapper = document.createElement("div");
    let first: Node = text;
    for (let before = dom.previousOf(first); before && isInline(before);) {
      first = before;
      before = dom.previousOf(first);
    }
    body.insertBefore(wrapper, first);
    while (wrapper.nextSibling && isInline(wrapper.nextSibling)) {
      wrapper.append(wrapper.nextSibling);
    }
  }
}

/** What layout says of copies that it makes, no document says of itself. */
function denyCopies(): void {
  for (const element of document.body.querySelectorAll(`[${REPEATED_HEAD}]`)) {
    element.removeAttribute(REPEATED_HEAD);
  }
}

/** Numbers in the order of the document: the same source gives the same pages. */
function numberElements(): void {
  for (const [index, element] of [...document.body.querySelectorAll("*")].entries()) {
    dom.setAttribute(element, "data-ref", String(index + 1));
  }
}

/** @throws Error where there is nothing that could be laid out. */
export function prepareSource(): void {
  if (!matchMedia("print").matches) throw new Error("the page is not in print media");
  // The types know documents with a body only.
  const body = document.body as HTMLElement | null;
  if (body === null) throw new Error("the document has no body");
  if (body.localName === "frameset") {
    throw new Error("a frameset holds other documents and no text of its own");
  }
  if (isXml()) joinTexts();
  answerScripting();
  hideNoscript();
  keepControls(document);
  wrapLooseText();
  denyCopies();
  numberElements();
  noteSourceIds();
}
