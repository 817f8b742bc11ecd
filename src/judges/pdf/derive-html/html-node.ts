/**
 * A small tree of HTML to be written out. Input: names and attributes chosen by the derivation,
 * values from an untrusted PDF; output: text in which such values are only ever values.
 */
import { defaultTreeAdapter, html, serialize, type DefaultTreeAdapterTypes } from "parse5";

/** Undefined values are not written. */
export type HtmlAttributes = Readonly<Record<string, string | undefined>> & {
  readonly alt?: string | undefined;
};

export interface HtmlElement {
  readonly name: string;
  readonly attributes: HtmlAttributes;
  readonly kids: readonly HtmlNode[];
}

export type HtmlNode = HtmlElement | string;

export function element(
  name: string,
  attributes: HtmlElement["attributes"],
  kids: readonly HtmlNode[] = [],
): HtmlElement {
  return { name, attributes, kids };
}

export function formatHtml(node: HtmlNode): string {
  const fragment = defaultTreeAdapter.createDocumentFragment();
  append(fragment, node);
  return serialize(fragment);
}

function append(parent: DefaultTreeAdapterTypes.ParentNode, node: HtmlNode): void {
  if (typeof node === "string") {
    defaultTreeAdapter.insertText(parent, clean(node));
    return;
  }
  const attributes = Object.entries(node.attributes).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value: clean(value) }],
  );
  const made = defaultTreeAdapter.createElement(node.name, html.NS.HTML, attributes);
  defaultTreeAdapter.appendChild(parent, made);
  for (const kid of node.kids) append(made, kid);
}

/** The text that an element holds, attributes left out. */
export function plainText(node: HtmlNode): string {
  return typeof node === "string" ? node : node.kids.map(plainText).join("");
}

/** Control characters and half surrogate pairs are not allowed in HTML. */
function clean(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g, "");
}
