/**
 * A text as an edition has it: without passages for others, and with breaks of pages where it has pages.
 * Input: a text that markdown-it rendered, parsed, and the formats that the edition is of; the text is
 * changed. What has become empty goes too, and notes that nothing calls any more: the others are
 * numbered anew.
 */
import type { DefaultTreeAdapterTypes } from "parse5";
import { inDocumentOrder } from "../../document/document-order.ts";
import { BLOCK_ELEMENT } from "../../markdown/blocks/fenced-block.ts";
import {
  NOTE_AGAIN,
  NOTE_CALL_ELEMENT,
  NOTE_LIST_ELEMENT,
  NOTE_NUMBER,
} from "../../markdown/notes.ts";
import { PAGE_BREAK_ELEMENT } from "../../markdown/blocks/page-breaks.ts";
import { isShownIn, PASSAGE_ELEMENT, type Format } from "../../markdown/blocks/passages.ts";

type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** Whether HTML of texts has passages for some editions alone, or words that look so. */
export function havePassages(bodies: ReadonlyMap<string, string>): boolean {
  return bodies.values().some((html) => html.includes(`${PASSAGE_ELEMENT} data-`));
}

export function keepShown(text: Parent, formats: readonly Format[]): void {
  const elements = [...inDocumentOrder(text)];
  const passages = elements.filter(({ tagName }) => tagName === PASSAGE_ELEMENT);
  const isShown = (passage: Element): boolean =>
    isShownIn((name) => attributeOf(passage, name), formats);
  for (const passage of passages) {
    if (isShown(passage)) replace(passage, passage.childNodes);
    else remove(passage);
  }
  if (!passages.every(isShown)) numberNotes(text);
  // What follows a break is known when passages are gone.
  for (const element of elements.filter(({ tagName }) => tagName === PAGE_BREAK_ELEMENT)) {
    if (formats.includes("pdf") && breaksPages(element)) becomeBreak(element);
    else remove(element);
  }
}

/** Of several breaks in a row, the last one does; one at either end of a text parts nothing. */
function breaksPages(element: Element): boolean {
  const siblings = element.parentNode?.childNodes.filter((node) => "tagName" in node) ?? [];
  const place = siblings.indexOf(element);
  const next = siblings[place + 1];
  return place > 0 && next !== undefined && next.tagName !== PAGE_BREAK_ELEMENT;
}

/** Pages break before what follows it: by itself it is nothing. */
function becomeBreak(element: Element): void {
  element.tagName = "div";
  element.nodeName = "div";
  element.attrs = [{ name: "class", value: PAGE_BREAK_ELEMENT }];
}

/** What would be empty without what was in it. */
const EMPTIED: readonly string[] = ["p", "li", "ul", "ol", "blockquote", BLOCK_ELEMENT];

function remove(element: Element): void {
  const { parentNode } = element;
  replace(element, []);
  if (parentNode === null || !("tagName" in parentNode)) return;
  const isEmpty = parentNode.childNodes.every(
    (node) => "value" in node && node.value.trim() === "",
  );
  if (isEmpty && EMPTIED.includes(parentNode.tagName)) remove(parentNode);
}

function replace(element: Element, nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): void {
  const { parentNode } = element;
  if (parentNode === null) return;
  for (const node of nodes) node.parentNode = parentNode;
  parentNode.childNodes.splice(parentNode.childNodes.indexOf(element), 1, ...nodes);
}

function numberNotes(text: Parent): void {
  const elements = [...inDocumentOrder(text)];
  const counts = new Map<string, { readonly number: number; calls: number }>();
  for (const call of elements.filter(({ tagName }) => tagName === NOTE_CALL_ELEMENT)) {
    const former = attributeOf(call, NOTE_NUMBER) ?? "";
    const count = counts.get(former) ?? { number: counts.size + 1, calls: 0 };
    setAttribute(call, NOTE_NUMBER, count.number);
    setAttribute(call, NOTE_AGAIN, count.calls);
    count.calls += 1;
    counts.set(former, count);
  }
  for (const list of elements.filter(({ tagName }) => tagName === NOTE_LIST_ELEMENT)) {
    const kept = list.childNodes.flatMap((note) => {
      const count =
        "tagName" in note ? counts.get(attributeOf(note, NOTE_NUMBER) ?? "") : undefined;
      return count === undefined || !("tagName" in note) ? [] : [{ note, number: count.number }];
    });
    for (const { note, number } of kept) setAttribute(note, NOTE_NUMBER, number);
    list.childNodes = kept.toSorted((a, b) => a.number - b.number).map(({ note }) => note);
    if (kept.length === 0) replace(list, []);
  }
}

function attributeOf({ attrs }: Element, name: string): string | undefined {
  return attrs.find((attribute) => attribute.name === name)?.value;
}

function setAttribute({ attrs }: Element, name: string, value: number): void {
  const attribute = attrs.find((each) => each.name === name);
  if (attribute !== undefined) attribute.value = String(value);
}
