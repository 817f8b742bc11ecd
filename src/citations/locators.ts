/**
 * Places in a source, as authors write them after its key: `pp. 33-35`, `chap. 1`, `S. 12`, `12`. Input:
 * what follows the key, and the words for places in the languages of authors; output: what kind of place,
 * which, and what else is written. A number alone is of pages. Pure, but for reading locales.
 */
import { parseXml, XmlElement } from "@rgrove/parse-xml";
import { readLocale } from "./locales.ts";

export interface Located {
  readonly label?: string;
  readonly locator?: string;
  /** What is not of the place, as it was written. */
  readonly suffix: string;
}

/** Kinds of places by what they are called, in small letters. */
export type PlaceWords = ReadonlyMap<string, string>;

/** As CSL names them. */
const KINDS = new Set(
  (
    "act appendix article-locator book canon chapter column elocation equation figure folio issue line " +
    "note opus page paragraph part rule scene section sub-verbo supplement table timestamp title-locator " +
    "verse version volume"
  ).split(" "),
);

/** What authors write in any language, and locales do not have. */
const ALSO: Readonly<Record<string, string>> = {
  "pg.": "page",
  "pgs.": "page",
  "chaps.": "chapter",
  "ch.": "chapter",
  "para.": "paragraph",
  "paras.": "paragraph",
  "sect.": "section",
  "nr.": "issue",
  "no.": "issue",
  "nos.": "issue",
};

/** @param locales names of locales; where two have the same word, the first is meant. */
export function placeWords(locales: readonly string[]): PlaceWords {
  const words = new Map<string, string>();
  const add = (word: string, kind: string): void => {
    const key = word.trim().toLowerCase();
    if (key !== "" && !words.has(key)) words.set(key, kind);
  };
  for (const locale of locales) {
    const xml = readLocale(locale);
    const root = xml === false ? null : parseXml(xml).root;
    for (const term of root === null ? [] : termsIn(root)) {
      const kind = term.attributes.name ?? "";
      if (!KINDS.has(kind)) continue;
      const forms = term.children.filter((child) => child instanceof XmlElement);
      for (const { text } of forms.length === 0 ? [term] : forms) add(text, kind);
    }
  }
  for (const [word, kind] of Object.entries(ALSO)) add(word, kind);
  return words;
}

function termsIn(root: XmlElement): readonly XmlElement[] {
  return root.children
    .filter((child) => child instanceof XmlElement && child.name === "terms")
    .flatMap((terms) => (terms instanceof XmlElement ? terms.children : []))
    .filter((child) => child instanceof XmlElement);
}

const ONE = String.raw`(?:\p{L}{0,3}\d[\p{L}\d.:]*(?<![.:])|[ivxlcdmIVXLCDM]+(?![\p{L}\d]))`;
const RANGE = String.raw`${ONE}(?:\s*[-–—]\s*${ONE})?`;
const PLACES = new RegExp(String.raw`^${RANGE}(?:\s*[,&]\s*${RANGE})*`, "u");

export function locate(written: string, words: PlaceWords): Located {
  const text = written.replace(/^\s*,?\s*/u, "");
  const word = wordAtStart(text, words);
  const rest = word === undefined ? text : text.slice(word.length).trimStart();
  const locator = PLACES.exec(rest)?.[0];
  // Without a word for it, letters are words of the sentence.
  if (locator === undefined || (word === undefined && !/^\d/u.test(rest))) {
    return { suffix: written };
  }
  return {
    label: words.get(word?.toLowerCase() ?? "") ?? "page",
    locator,
    suffix: rest.slice(locator.length),
  };
}

/** The longest that the text begins with, and that does not go on as another word. */
function wordAtStart(text: string, words: PlaceWords): string | undefined {
  const lowered = text.toLowerCase();
  const found = [...words.keys()]
    .filter((word) => lowered.startsWith(word) && !goesOn(text, word.length))
    .toSorted((one, other) => other.length - one.length);
  return found[0] === undefined ? undefined : text.slice(0, found[0].length);
}

function goesOn(text: string, end: number): boolean {
  return /^\p{L}{2}$/u.test(text.slice(end - 1, end + 1));
}
