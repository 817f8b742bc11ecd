/**
 * Searches documents for what they do of their own. Input: the text of a document and where it is;
 * output: what was found, in the order of the text. It reads no file.
 *
 * XML is also parsed as HTML: a host may send a drawing as what it is not.
 */
import type { ActiveContent, DocumentPlace } from "./active-content.ts";
import { judgeCss, judgeElement, type InnerDocument } from "./element-rules.ts";
import { htmlElements } from "./html-markup.ts";
import { attributeOf, type MarkupElement } from "./markup.ts";
import { xmlMarkup } from "./xml-markup.ts";

/** Documents within documents, deeper than anybody writes them. */
const MOST_NESTED = 8;

export function findInHtml(html: string, place: DocumentPlace): readonly ActiveContent[] {
  return findIn(html, "html", place, 0);
}

export function findInXml(xml: string, place: DocumentPlace): readonly ActiveContent[] {
  return findIn(xml, "xml", place, 0);
}

export function findInCss(css: string, place: DocumentPlace): readonly ActiveContent[] {
  return judgeCss(css, place.address, place);
}

function findIn(
  text: string,
  language: "html" | "xml",
  place: DocumentPlace,
  depth: number,
): readonly ActiveContent[] {
  const asHtml = judgeElements(htmlElements(text), place, depth);
  return inOrder(language === "html" ? asHtml : [...judgeXml(text, place, depth), ...asHtml]);
}

function judgeXml(text: string, place: DocumentPlace, depth: number): readonly ActiveContent[] {
  const markup = xmlMarkup(text);
  if ("reason" in markup) {
    const { reason, line } = markup;
    return [{ rule: "unreadable", line, message: `The file cannot be read as XML: ${reason}.` }];
  }
  return [
    ...judgeElements(markup.elements, place, depth),
    ...markup.stylesheetLines.map((line) => ({
      rule: "xml-stylesheet" as const,
      line,
      message: "<?xml-stylesheet?> has a style sheet rewrite the file.",
    })),
    ...markup.declarationLines.map((line) => ({
      rule: "xml-declarations" as const,
      line,
      message: "<!DOCTYPE> declares entities or attributes, which can hide what the file holds.",
    })),
  ];
}

function judgeElements(
  elements: readonly MarkupElement[],
  place: DocumentPlace,
  depth: number,
): readonly ActiveContent[] {
  const base = baseOf(elements, place);
  return elements.flatMap((element) => {
    const { found, inner } = judgeElement(element, base, place);
    return [...found, ...inner.flatMap((document) => findInInner(document, place, depth + 1))];
  });
}

function findInInner(
  { text, language, holder, line }: InnerDocument,
  place: DocumentPlace,
  depth: number,
): readonly ActiveContent[] {
  if (depth > MOST_NESTED) {
    return [{ rule: "unreadable", line, message: `${holder} holds documents without end.` }];
  }
  return findIn(text, language, place, depth).map(({ rule, message }) => ({
    rule,
    line,
    message: `In ${holder}: ${message}`,
  }));
}

/** What the first `<base href>` says; browsers take neither `data:` nor `javascript:` there. */
function baseOf(elements: readonly MarkupElement[], { address }: DocumentPlace): URL {
  const element = elements.find(
    (each) =>
      each.namespace === "html" && each.name === "base" && attributeOf(each, "href") !== undefined,
  );
  const base = URL.parse((element && attributeOf(element, "href")) ?? "", address);
  return base === null || !/^https?:$/u.test(base.protocol) ? address : base;
}

/** By line; what two ways of parsing find alike is reported once. */
function inOrder(found: readonly ActiveContent[]): readonly ActiveContent[] {
  const distinct = new Map(
    found.map((each) => [`${each.line} ${each.rule} ${each.message}`, each]),
  );
  return [...distinct.values()].sort((a, b) => a.line - b.line);
}
