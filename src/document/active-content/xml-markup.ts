/**
 * The elements of a text that is parsed as XML, with their namespaces. Input: text; output: elements,
 * and the lines of what else decides on a document: instructions that name style sheets, and a
 * document type that declares anything; or why the text is not XML. Declarations are not followed:
 * they can hide what a document holds, so whoever asks refuses them.
 */
import {
  parseXml,
  XmlDocumentType,
  XmlElement,
  XmlError,
  XmlProcessingInstruction,
  type XmlDocument,
  type XmlNode,
  XmlText,
} from "@rgrove/parse-xml";
import { NAMESPACES, XLINK, type MarkupElement } from "./markup.ts";

export interface XmlMarkup {
  /** The root first. */
  readonly elements: readonly MarkupElement[];
  /** Lines of `<?xml-stylesheet …?>`. */
  readonly stylesheetLines: readonly number[];
  /** Lines of document types that declare entities, attributes or anything else. */
  readonly declarationLines: readonly number[];
}

export interface UnreadableXml {
  readonly reason: string;
  readonly line: number;
}

/** Deeper than any drawing, and less than what a parser that calls itself can take. */
const MOST_NESTED = 512;
const TOO_DEEP = "its elements are nested too deep";

export function xmlMarkup(xml: string): XmlMarkup | UnreadableXml {
  try {
    return readDocument(
      parseXml(xml, { includeOffsets: true, preserveDocumentType: true }),
      lineFinder(xml),
    );
  } catch (error) {
    if (error instanceof RangeError) return { reason: TOO_DEEP, line: 1 };
    if (!(error instanceof XmlError)) throw error;
    const [reason = ""] = error.message.split("\n");
    return { reason: reason.replace(/\s*\(line \d+, column \d+\)$/u, ""), line: error.line };
  }
}

/** Asked for nodes in their order, it goes through the text once. */
function lineFinder(xml: string): (node: XmlNode) => number {
  const lineEnd = /\r\n|\r|\n/gu;
  const ends = [...xml.matchAll(lineEnd)].map(({ index }) => index);
  let line = 0;
  return ({ start }) => {
    if (start <= (ends[line - 1] ?? -1)) line = 0;
    while ((ends[line] ?? Infinity) < start) line += 1;
    return line + 1;
  };
}

/** Names of namespaces by their prefix; `""` is that of elements without one. */
type Scope = ReadonlyMap<string, string>;

function readDocument(
  document: XmlDocument,
  lineOf: (node: XmlNode) => number,
): XmlMarkup | UnreadableXml {
  const elements: MarkupElement[] = [];
  const stylesheetLines: number[] = [];
  const declarationLines: number[] = [];
  interface Waiting {
    readonly node: XmlNode;
    readonly scope: Scope;
    readonly depth: number;
  }
  const noScope: Scope = new Map();
  const waiting: Waiting[] = document.children
    .map((node) => ({ node, scope: noScope, depth: 1 }))
    .reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, depth } = next;
    if (node instanceof XmlProcessingInstruction && node.name === "xml-stylesheet") {
      stylesheetLines.push(lineOf(node));
    }
    if (node instanceof XmlDocumentType && node.internalSubset !== null) {
      declarationLines.push(lineOf(node));
    }
    if (!(node instanceof XmlElement)) continue;
    if (depth > MOST_NESTED) return { reason: TOO_DEEP, line: lineOf(node) };
    const scope = scopeIn(node, next.scope);
    elements.push(readElement(node, scope, lineOf(node)));
    const kids = node.children.map((kid) => ({ node: kid, scope, depth: depth + 1 }));
    for (const kid of kids.reverse()) waiting.push(kid);
  }
  return { elements, stylesheetLines, declarationLines };
}

function scopeIn({ attributes }: XmlElement, outer: Scope): Scope {
  const declared = Object.entries(attributes).flatMap(([name, value]) => {
    if (name === "xmlns") return [["", value] as const];
    return name.startsWith("xmlns:") ? [[name.slice("xmlns:".length), value] as const] : [];
  });
  return declared.length === 0 ? outer : new Map([...outer, ...declared]);
}

function readElement(element: XmlElement, scope: Scope, line: number): MarkupElement {
  const { prefix, local } = partsOf(element.name);
  return {
    namespace: NAMESPACES[scope.get(prefix) ?? ""] ?? "other",
    name: local,
    attributes: Object.entries(element.attributes).map(([name, value]) => {
      const parts = partsOf(name);
      const isXlink = parts.prefix !== "" && scope.get(parts.prefix) === XLINK;
      return { name: isXlink ? `xlink:${parts.local}` : name, value };
    }),
    text: element.children.map((kid) => (kid instanceof XmlText ? kid.text : "")).join(""),
    line,
  };
}

function partsOf(name: string): { readonly prefix: string; readonly local: string } {
  const colon = name.indexOf(":");
  return colon === -1
    ? { prefix: "", local: name }
    : { prefix: name.slice(0, colon), local: name.slice(colon + 1) };
}
