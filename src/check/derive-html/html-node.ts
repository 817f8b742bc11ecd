/**
 * A small tree of HTML to be written out. Input: names and attributes chosen by the derivation,
 * values from an untrusted PDF; output: text in which such values are only ever values.
 */

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

const VOID = new Set(["img", "input", "meta", "link"]);

export function element(
  name: string,
  attributes: HtmlElement["attributes"],
  kids: readonly HtmlNode[] = [],
): HtmlElement {
  return { name, attributes, kids };
}

export function formatHtml(node: HtmlNode): string {
  if (typeof node === "string") return escapeText(node);
  const attributes = Object.entries(node.attributes)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${escapeValue(value)}"`]))
    .join("");
  const start = `<${node.name}${attributes}>`;
  return VOID.has(node.name)
    ? start
    : `${start}${node.kids.map(formatHtml).join("")}</${node.name}>`;
}

/** The text that an element holds, attributes left out. */
export function plainText(node: HtmlNode): string {
  return typeof node === "string" ? node : node.kids.map(plainText).join("");
}

function escapeText(text: string): string {
  return clean(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function escapeValue(text: string): string {
  return escapeText(text).replaceAll('"', "&quot;").replaceAll("'", "&#39;");
}

/** Control characters and half surrogate pairs are not allowed in HTML. */
function clean(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g, "");
}
