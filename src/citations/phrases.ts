/**
 * What a processor of citations prints, as values. Input: its HTML, which has the words of untrusted
 * bibliographies in it; output: words, and the few marks and links that sources have. Everything else is
 * left out, and its words stay.
 */
import { parseFragment, type DefaultTreeAdapterTypes } from "parse5";

export type Phrase =
  | string
  | { readonly kind: "mark"; readonly mark: Mark; readonly phrases: readonly Phrase[] }
  | { readonly kind: "address"; readonly address: string; readonly phrases: readonly Phrase[] }
  /** What names a source, and leads to it. */
  | { readonly kind: "source"; readonly key: string; readonly phrases: readonly Phrase[] }
  /** The number in front of a source of the list. */
  | { readonly kind: "number"; readonly phrases: readonly Phrase[] };

export type Mark = "i" | "b" | "sup" | "sub" | "small-caps" | "upright" | "underlined";

/** A source is marked by letters that no text has, as the processor takes no others apart. */
const START = "\uE000";
const MIDDLE = "\uE001";
const END = "\uE002";
const MARKS = /[\uE000-\uE002]/gu;

/** @param source a number. */
export function markSource(printed: string, source: number): string {
  return `${START}${source}${MIDDLE}${printed}${END}`;
}

/** Text that cannot be taken for marks. */
export function withoutSourceMarks(text: string): string {
  return text.replaceAll(MARKS, "");
}

/** @param keys of sources, by the numbers that they are marked with. */
export function readPhrases(
  html: string,
  keys: readonly (string | undefined)[],
): readonly Phrase[] {
  return trimmed(phrasesOf(parseFragment(html).childNodes, keys));
}

export function textOfPhrases(phrases: readonly Phrase[]): string {
  return phrases
    .map((phrase) => (typeof phrase === "string" ? phrase : textOfPhrases(phrase.phrases)))
    .join("");
}

interface OpenSource {
  readonly key: string | undefined;
  readonly phrases: Phrase[];
}

function phrasesOf(
  nodes: readonly DefaultTreeAdapterTypes.ChildNode[],
  keys: readonly (string | undefined)[],
): readonly Phrase[] {
  const all: Phrase[] = [];
  const open: OpenSource[] = [];
  const push = (phrase: Phrase): void => {
    if (phrase !== "") (open.at(-1)?.phrases ?? all).push(phrase);
  };
  const readText = (text: string): void => {
    for (const { groups = {} } of text.matchAll(PIECES)) {
      const { number, end, words } = groups;
      if (number !== undefined) open.push({ key: keys[Number(number)], phrases: [] });
      else if (words !== undefined) push(words);
      else if (end !== undefined) {
        const { key, phrases = [] } = open.pop() ?? {};
        if (key === undefined) phrases.forEach(push);
        else push({ kind: "source", key, phrases });
      }
    }
  };
  for (const node of nodes) {
    if (node.nodeName === "#text" && "value" in node) readText(node.value);
    else if ("tagName" in node) for (const each of elementOf(node, keys)) push(each);
  }
  return all;
}

const PIECES = /\uE000(?<number>\d+)\uE001|(?<end>\uE002)|(?<words>[^\uE000-\uE002]+)/gu;

function elementOf(
  { tagName, attrs, childNodes }: DefaultTreeAdapterTypes.Element,
  keys: readonly (string | undefined)[],
): readonly Phrase[] {
  const phrases = phrasesOf(childNodes, keys);
  const attribute = (wanted: string): string =>
    attrs.find(({ name }) => name === wanted)?.value ?? "";
  if (tagName === "i" || tagName === "b" || tagName === "sup" || tagName === "sub") {
    return [{ kind: "mark", mark: tagName, phrases }];
  }
  if (tagName === "span") {
    const mark = STYLES[attribute("style").replaceAll(/[\s;]/gu, "")];
    return mark === undefined ? phrases : [{ kind: "mark", mark, phrases }];
  }
  if (tagName === "a") {
    const address = attribute("href");
    return /^https?:\/\//iu.test(address) ? [{ kind: "address", address, phrases }] : phrases;
  }
  if (tagName !== "div") return phrases;
  const inside = trimmed(phrases);
  return attribute("class") === "csl-left-margin"
    ? [{ kind: "number", phrases: inside }]
    : [" ", ...inside, " "];
}

const STYLES: Readonly<Record<string, Mark>> = {
  "font-variant:small-caps": "small-caps",
  "font-style:normal": "upright",
  "text-decoration:underline": "underlined",
};

/** Without the space of HTML at its ends. */
function trimmed(phrases: readonly Phrase[]): readonly Phrase[] {
  const cut = phrases.map((phrase, index) => {
    if (typeof phrase !== "string") return phrase;
    const from = index === 0 ? phrase.trimStart() : phrase;
    return index === phrases.length - 1 ? from.trimEnd() : from;
  });
  const kept = cut.filter((phrase) => phrase !== "");
  return kept.length < phrases.length && kept.length > 0 ? trimmed(kept) : kept;
}
