/**
 * Typography for HTML, fragment or whole document: `typesetHtml` retouches text and the attributes
 * that are read as text, `hyphenateHtml` puts soft hyphens into running text. Both return the HTML
 * as parse5 writes it; elements, attributes and comments stay as they were.
 *
 * Order: typeset first, hyphenate last, and only for an edition that wants it (soft hyphens get in
 * the way of searching and copying).
 */
import { parse, parseFragment, serialize, type DefaultTreeAdapterTypes } from "parse5";
import { type Hyphenator } from "./hyphenate.ts";
import { attributeOf, readText, type Paragraph } from "./paragraphs.ts";
import { OBJECT } from "./rule.ts";
import { typeset } from "./typeset.ts";

type Element = DefaultTreeAdapterTypes.Element;

export interface TypesetHtmlOptions {
  /** BCP 47 tag of the text outside any `lang` attribute. */
  readonly lang: string;
}

export interface HyphenateHtmlOptions {
  /** BCP 47 tag of the text outside any `lang` attribute. */
  readonly lang: string;
  /** By language tag as the HTML has it; `fr` also serves `fr-CA`. Other languages stay whole. */
  readonly hyphenators: ReadonlyMap<string, Hyphenator>;
  /** Elements with one of these classes stay whole. */
  readonly skipClasses?: readonly string[];
}

const LITERAL_ELEMENTS: ReadonlySet<string> = new Set([
  ...["code", "kbd", "samp", "pre", "listing", "plaintext", "xmp"],
  ...["script", "style", "textarea", "svg", "math"],
]);
export const HEADINGS: ReadonlySet<string> = new Set(["h1", "h2", "h3", "h4", "h5", "h6"]);
const TEXT_ATTRIBUTES: ReadonlySet<string> = new Set(["alt", "title", "aria-label"]);

/** `html` with the micro-typography of its languages. */
export function typesetHtml(html: string, { lang }: TypesetHtmlOptions): string {
  const root = parseHtml(html);
  const { paragraphs, elements } = readText(root, lang, isLiteral);
  for (const paragraph of paragraphs) {
    const runs = typeset(paragraph.passages, paragraph.lang);
    paragraph.passages.forEach(({ node }, index) => {
      if (node !== undefined) node.value = runs[index]?.text ?? node.value;
    });
  }
  for (const { element, lang: ownLang } of elements) {
    for (const attribute of element.attrs) {
      if (!TEXT_ATTRIBUTES.has(attribute.name)) continue;
      const runs = typeset([{ text: attribute.value, lang: ownLang, literal: false }], ownLang);
      attribute.value = runs[0]?.text ?? attribute.value;
    }
  }
  return serialize(root);
}

/**
 * `html` with soft hyphens in running text; headings, `[data-no-hyphens]` and the document's head
 * stay whole, and so do words that are partly in one element and partly in another, and the last
 * word of a paragraph, half of which would make a line of its own.
 */
export function hyphenateHtml(html: string, options: HyphenateHtmlOptions): string {
  const root = parseHtml(html);
  const skipClasses = new Set(options.skipClasses);
  const staysWhole = (element: Element) =>
    isLiteral(element) ||
    element.tagName === "head" ||
    HEADINGS.has(element.tagName) ||
    attributeOf(element, "data-no-hyphens") !== undefined ||
    (attributeOf(element, "class") ?? "").split(/\s+/u).some((name) => skipClasses.has(name));
  for (const paragraph of readText(root, options.lang, staysWhole).paragraphs) {
    hyphenateParagraph(paragraph, options.hyphenators);
  }
  return serialize(root);
}

/** `html` as `edit` leaves its tree. */
export function editHtml(
  html: string,
  edit: (root: DefaultTreeAdapterTypes.ParentNode) => void,
): string {
  const root = parseHtml(html);
  edit(root);
  return serialize(root);
}

/** The languages that the elements of `html` say they are in, as they are written. */
export function languagesIn(html: string): ReadonlySet<string> {
  const languages = new Set<string>();
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    const lang = "attrs" in node ? attributeOf(node, "lang") : undefined;
    if (lang !== undefined && lang !== "") languages.add(lang);
    if ("childNodes" in node) node.childNodes.forEach(visit);
  };
  visit(parseHtml(html));
  return languages;
}

function hyphenateParagraph(
  { passages }: Paragraph,
  hyphenators: ReadonlyMap<string, Hyphenator>,
): void {
  const texts = passages.map(({ text, literal }) => (literal ? OBJECT : text));
  passages.forEach(({ node, lang, literal, text }, index) => {
    const hyphenator = hyphenatorFor(lang, hyphenators);
    if (node === undefined || literal || hyphenator === undefined) return;
    const before = texts.slice(0, index).join("");
    const after = texts.slice(index + 1).join("");
    const start = WORD_END.test(before.slice(-1)) ? lengthOfHead(text) : 0;
    const isLast = !/[\p{L}\p{N}]/u.test(after);
    const endsInsideWord = WORD_END.test(after.slice(0, 1));
    const end = isLast
      ? startOfLastWord(text)
      : endsInsideWord
        ? text.length - lengthOfTail(text)
        : text.length;
    if (start >= end) return;
    const whole = text.slice(start, end);
    node.value =
      text.slice(0, start) + hyphenator(whole, before + text.slice(0, start)) + text.slice(end);
  });
}

const WORD_END = /[\p{L}\p{M}\p{N}\uFFFC\u00AD-]/u;

/** How many code units of `text` go on with the word of the element before. */
function lengthOfHead(text: string): number {
  let length = 0;
  while (length < text.length && WORD_END.test(text.charAt(length))) length += 1;
  return length;
}

/** How many code units of `text` begin a word that the next element goes on with. */
function lengthOfTail(text: string): number {
  let length = 0;
  while (length < text.length && WORD_END.test(text.charAt(text.length - 1 - length))) length += 1;
  return length;
}

/** Where the last word of `text` begins. */
function startOfLastWord(text: string): number {
  return text.search(/\S*[\p{L}\p{N}]\S*[^\p{L}\p{N}]*$/u);
}

function hyphenatorFor(
  lang: string,
  hyphenators: ReadonlyMap<string, Hyphenator>,
): Hyphenator | undefined {
  return hyphenators.get(lang) ?? hyphenators.get(lang.split("-")[0] ?? "");
}

export function isLiteral(element: Element): boolean {
  return LITERAL_ELEMENTS.has(element.tagName);
}

function parseHtml(
  html: string,
): DefaultTreeAdapterTypes.Document | DefaultTreeAdapterTypes.DocumentFragment {
  return /^\s*(?:<!doctype|<html[\s>])/iu.test(html) ? parse(html) : parseFragment(html);
}
