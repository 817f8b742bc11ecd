/**
 * The elements of a text that is parsed as HTML: those in `<template>` and in SVG and MathML too,
 * those that only browsers without scripts make of `<noscript>`, and start tags that the parser drops
 * and another version of the standard keeps (in `<select>`). Input: text; output: elements.
 */
import { Parser, type DefaultTreeAdapterTypes, type Token } from "parse5";
import { NAMESPACES, type MarkupElement } from "./markup.ts";

type Element = DefaultTreeAdapterTypes.Element;
type ParentNode = DefaultTreeAdapterTypes.ParentNode;

export function htmlElements(html: string): readonly MarkupElement[] {
  return [true, false].flatMap((scriptingEnabled) => parseElements(html, scriptingEnabled));
}

/** Takes note of every start tag, whatever the tree has of it. */
class TagReader extends Parser<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> {
  readonly tags: Token.TagToken[] = [];

  override onStartTag(token: Token.TagToken): void {
    // The parser gives names and attributes their case in SVG later, in the token itself.
    this.tags.push({ ...token, attrs: [...token.attrs] });
    super.onStartTag(token);
  }
}

function parseElements(html: string, scriptingEnabled: boolean): readonly MarkupElement[] {
  const reader = new TagReader({ scriptingEnabled, sourceCodeLocationInfo: true });
  reader.tokenizer.write(html, true);
  const elements = [...elementsOf(reader.document)];
  const kept = new Set(elements.map(({ sourceCodeLocation }) => sourceCodeLocation?.startOffset));
  const dropped = reader.tags.filter(({ location }) => !kept.has(location?.startOffset));
  return [...elements.map(markupOf), ...dropped.map(markupOfTag)];
}

/** In the order of the text; with a stack of its own, since elements may be nested without end. */
function* elementsOf(root: ParentNode): Generator<Element> {
  const waiting: DefaultTreeAdapterTypes.Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ("tagName" in node) yield node;
    const kids = "childNodes" in node ? node.childNodes : [];
    const content = "content" in node ? [node.content] : [];
    // One by one: a call cannot take as many arguments as an element has children.
    for (const child of [...kids, ...content].reverse()) waiting.push(child);
  }
}

function markupOf(element: Element): MarkupElement {
  return {
    namespace: NAMESPACES[element.namespaceURI] ?? "other",
    name: element.tagName,
    attributes: element.attrs.map(({ prefix, name, value }) => ({
      name: prefix === undefined || prefix === "" ? name : `${prefix}:${name}`,
      value,
    })),
    text: element.childNodes.map((child) => ("value" in child ? child.value : "")).join(""),
    line: element.sourceCodeLocation?.startLine ?? 1,
  };
}

function markupOfTag({ tagName, attrs, location }: Token.TagToken): MarkupElement {
  return {
    namespace: "html",
    name: tagName,
    attributes: attrs.map(({ name, value }) => ({ name, value })),
    text: "",
    line: location?.startLine ?? 1,
  };
}
