/**
 * Soft hyphens in words that a narrow line has no room for, in what is else never divided: titles, what
 * stands on covers, and the text of an edition without hyphenation. Input: HTML; output: the same, in
 * which such words may be divided where there are patterns for their language.
 *
 * A long word of a title is in an element of its own, which styles make a box: it goes to the next line
 * as a whole, and is divided only where it is longer than a line.
 */
import { defaultTreeAdapter as tree, html as names, type DefaultTreeAdapterTypes } from "parse5";
import { loadHyphenator, type Hyphenator } from "./hyphenate.ts";
import { editHtml, HEADINGS, isLiteral, languagesIn } from "./html.ts";
import { attributeOf } from "./paragraphs.ts";

type Element = DefaultTreeAdapterTypes.Element;
type TextNode = DefaultTreeAdapterTypes.TextNode;
type Place = "title" | "cover" | "text";

export const LONG_WORD_CLASS = "long-word";

/**
 * From how many letters on a word may be too long, by where it stands: a window of 320 pixels has room
 * for some 12 letters of the largest title, 16 of what is set large, 30 of text.
 */
const LEAST: Readonly<Record<Place, number>> = { title: 13, cover: 16, text: 24 };

type Hyphenators = Readonly<Record<Place, Hyphenator>>;

/** @param lang BCP 47 tag of the text outside any `lang` attribute. */
export async function divideLongWords(html: string, lang: string): Promise<string> {
  const byLang = new Map<string, Hyphenators>();
  for (const tag of new Set([lang, ...languagesIn(html)])) {
    byLang.set(tag, {
      title: await loadHyphenator(tag, LEAST.title),
      cover: await loadHyphenator(tag, LEAST.cover),
      text: await loadHyphenator(tag, LEAST.text),
    });
  }
  return editHtml(html, (root) => {
    visit(root, lang, "text", byLang);
  });
}

function visit(
  parent: DefaultTreeAdapterTypes.ParentNode,
  lang: string,
  place: Place,
  byLang: ReadonlyMap<string, Hyphenators>,
): void {
  const hyphenate = byLang.get(lang)?.[place];
  for (const child of [...parent.childNodes]) {
    if (tree.isTextNode(child)) {
      if (hyphenate === undefined) continue;
      if (place === "title") boxLongWords(child, hyphenate);
      else child.value = hyphenate(child.value);
    } else if (tree.isElementNode(child) && !isLiteral(child) && child.tagName !== "head") {
      visit(child, attributeOf(child, "lang") ?? lang, placeOf(child, place), byLang);
    }
  }
}

function placeOf(element: Element, around: Place): Place {
  if (around === "title" || HEADINGS.has(element.tagName)) return "title";
  return attributeOf(element, "data-no-hyphens") === undefined ? around : "cover";
}

/** What stands against a word, such as quotation marks, is in its box: no line ends between them. */
function boxLongWords(text: TextNode, hyphenate: Hyphenator): void {
  const { parentNode } = text;
  const pieces = text.value.split(/([^ \t\n\r]+)/u);
  if (parentNode === null || pieces.every((piece) => hyphenate(piece) === piece)) return;
  for (const piece of pieces) {
    const divided = hyphenate(piece);
    if (divided === piece) {
      tree.insertTextBefore(parentNode, piece, text);
      continue;
    }
    const box = tree.createElement("span", names.NS.HTML, [
      { name: "class", value: LONG_WORD_CLASS },
    ]);
    tree.insertText(box, divided);
    tree.insertBefore(parentNode, box, text);
  }
  tree.detachNode(text);
}
