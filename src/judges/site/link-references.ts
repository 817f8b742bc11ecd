/**
 * Reads from HTML and CSS every reference to another place or file, and from HTML every place that
 * a fragment can name. Input: a file's text; output: values. It resolves and judges nothing.
 */
import { parse } from "parse5";
import type { DefaultTreeAdapterTypes } from "parse5";
import { inDocumentOrder } from "../../document/document-order.ts";

export interface Reference {
  /** As written, e.g. `../pdf/a.pdf#page=2`. */
  readonly address: string;
  /** Counted from 1. */
  readonly line: number;
  /** The element of the page that has it; undefined in style sheets and in what is no part of it. */
  readonly element?: PageElement | undefined;
}

/** By its place in the order of the document, and its name. */
export interface PageElement {
  readonly nth: number;
  readonly name: string;
}

export interface HtmlReferences {
  readonly references: readonly Reference[];
  /** What fragments may point to: ids, and names of `<a>`. */
  readonly anchors: ReadonlySet<string>;
  /** The address of `<base href>`, which all others are relative to. */
  readonly base: string | undefined;
}

const addressAttributes: ReadonlySet<string> = new Set([
  "href",
  "xlink:href",
  "src",
  "poster",
  "data",
]);
const sourceSetAttributes: ReadonlySet<string> = new Set(["srcset", "imagesrcset"]);

export function readHtmlReferences(html: string): HtmlReferences {
  const references: Reference[] = [];
  const anchors = new Set<string>();
  let base: string | undefined;
  const document = parse(html, { sourceCodeLocationInfo: true });
  const placeOf = new Map([...inDocumentOrder(document)].map((element, nth) => [element, nth]));
  for (const element of elementsOf(document)) {
    const line = element.sourceCodeLocation?.startLine ?? 1;
    const nth = placeOf.get(element);
    const own = { line, element: nth === undefined ? undefined : { nth, name: element.tagName } };
    for (const { prefix, name, value } of element.attrs) {
      const attribute = prefix === undefined || prefix === "" ? name : `${prefix}:${name}`;
      if (attribute === "id" || (attribute === "name" && element.tagName === "a")) {
        anchors.add(value);
      } else if (element.tagName === "base") {
        if (attribute === "href") base ??= value;
      } else if (addressAttributes.has(attribute)) {
        references.push({ address: value.trim(), ...own });
      } else if (sourceSetAttributes.has(attribute)) {
        references.push(...candidatesOf(value).map((address) => ({ address, ...own })));
      } else if (attribute === "style") {
        references.push(...withLinesFrom(line, readCssReferences(value)));
      }
    }
    if (element.tagName === "style") {
      const css = element.childNodes.map((node) => ("value" in node ? node.value : "")).join("");
      references.push(...withLinesFrom(line, readCssReferences(css)));
    }
  }
  return { references, anchors, base };
}

/** `url(…)` and the string of `@import`, comments aside. */
export function readCssReferences(css: string): readonly Reference[] {
  const text = css.replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, " "));
  const pattern =
    /url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')/gi;
  return [...text.matchAll(pattern)].map((match) => {
    const [, quoted, singleQuoted, bare, imported, singleImported] = match;
    return {
      address: quoted ?? singleQuoted ?? bare ?? imported ?? singleImported ?? "",
      line: text.slice(0, match.index).split("\n").length,
    };
  });
}

function withLinesFrom(start: number, references: readonly Reference[]): readonly Reference[] {
  return references.map(({ address, line }) => ({ address, line: start + line - 1 }));
}

/** The addresses of a source set: `a.png 1x, b.png 2x` gives `a.png`, `b.png`. */
function candidatesOf(sourceSet: string): readonly string[] {
  // A comma inside an address (as in data:) is not followed by a space.
  return sourceSet
    .split(/,\s+|,$/)
    .map((candidate) => candidate.trim().split(/\s+/)[0] ?? "")
    .filter((address) => address !== "");
}

function* elementsOf(
  node: DefaultTreeAdapterTypes.ParentNode,
): Generator<DefaultTreeAdapterTypes.Element> {
  for (const child of node.childNodes) {
    if (!("tagName" in child)) continue;
    yield child;
    yield* elementsOf(child);
    if ("content" in child) yield* elementsOf(child.content);
  }
}
