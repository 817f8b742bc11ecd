/**
 * Reads an HTML tree as paragraphs: what a reader meets as one line of text, cut at every block
 * element, with the language of each stretch inherited from `lang` attributes. It changes nothing.
 */
import { defaultTreeAdapter, type DefaultTreeAdapterTypes } from "parse5";
import { OBJECT } from "./rule.ts";
import { type Run } from "./typeset.ts";

type Element = DefaultTreeAdapterTypes.Element;
type ParentNode = DefaultTreeAdapterTypes.ParentNode;
type TextNode = DefaultTreeAdapterTypes.TextNode;

export interface Passage extends Run {
  /** The text node it was read from; none for a line break or an object such as an image. */
  readonly node: TextNode | undefined;
}

export interface Paragraph {
  /** The language of the block element. */
  readonly lang: string;
  readonly passages: readonly Passage[];
}

export interface LocatedElement {
  readonly element: Element;
  readonly lang: string;
}

export interface TextOfTree {
  readonly paragraphs: readonly Paragraph[];
  /** Every element outside literal ones, in document order. */
  readonly elements: readonly LocatedElement[];
}

const INLINE: ReadonlySet<string> = new Set(
  (
    "a abbr b bdi bdo big button cite code data del dfn em font i ins kbd label mark output q " +
    "ruby s samp small span strike strong sub sup time tt u var"
  ).split(" "),
);

/** Elements that stand in a line as one thing; what is inside them is none of ours. */
const OBJECTS: ReadonlySet<string> = new Set(
  (
    "audio canvas embed iframe img input math meter object picture progress select svg textarea " +
    "video"
  ).split(" "),
);

/** Elements that are not text and take no room in a line. */
const INVISIBLE: ReadonlySet<string> = new Set(
  "link meta noembed noframes noscript script style wbr".split(" "),
);

/**
 * The paragraphs under `root`. Elements that `isLiteral` names are not read: inline, they become
 * literal passages; as blocks, they are left out.
 */
export function readText(
  root: ParentNode,
  lang: string,
  isLiteral: (element: Element) => boolean,
): TextOfTree {
  const paragraphs: Paragraph[] = [];
  const elements: LocatedElement[] = [];
  let passages: Passage[] = [];

  const endParagraph = (blockLang: string) => {
    if (passages.some((passage) => !passage.literal)) {
      paragraphs.push({ lang: blockLang, passages });
    }
    passages = [];
  };

  const readObject = (text: string, ownLang: string) => {
    passages.push({ text, lang: ownLang, literal: true, node: undefined });
  };

  const readChildren = (
    parent: ParentNode,
    ownLang: string,
    blockLang: string,
    literal: boolean,
  ) => {
    for (const child of parent.childNodes) {
      if (defaultTreeAdapter.isTextNode(child)) {
        passages.push({ text: child.value, lang: ownLang, literal, node: child });
      } else if (defaultTreeAdapter.isElementNode(child)) {
        readElement(child, ownLang, blockLang, literal);
      }
    }
  };

  const readElement = (
    element: Element,
    outerLang: string,
    blockLang: string,
    inLiteral: boolean,
  ) => {
    const ownLang = attributeOf(element, "lang") ?? outerLang;
    const literal = inLiteral || isLiteral(element);
    if (!literal) elements.push({ element, lang: ownLang });
    if (INVISIBLE.has(element.tagName)) return;
    if (element.tagName === "br") readObject("\n", ownLang);
    else if (OBJECTS.has(element.tagName)) readObject(OBJECT, ownLang);
    else if (INLINE.has(element.tagName)) readChildren(element, ownLang, blockLang, literal);
    else {
      endParagraph(blockLang);
      if (literal) return;
      const content = "content" in element ? (element.content as ParentNode) : element;
      readChildren(content, ownLang, ownLang, false);
      endParagraph(ownLang);
    }
  };

  readChildren(root, lang, lang, false);
  endParagraph(lang);
  return { paragraphs, elements };
}

export function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}
