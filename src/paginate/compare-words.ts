/**
 * Compares what the pages show with the print source, word for word. Input: both as read in the
 * browser; output: each difference. It knows no browser, and takes time linear in the text.
 *
 * Layout moves things: footnotes to the foot of the page, running elements to the margins. So the
 * two are not compared as one string, but element by element: what an element's fragments show, in
 * the order of the pages, is the element's own text. White space and soft hyphens do not count.
 */
import type {
  PagesSnapshot,
  ShownPicture,
  ShownText,
  SourceSnapshot,
  SourceText,
} from "./in-page/page-snapshots.ts";

export interface WordDifference {
  /**
   * - `lost`: in the source, on no page
   * - `clipped`: on a page, but outside of what the page shows
   * - `added`: on a page once more, or not in the source
   */
  readonly kind: "lost" | "clipped" | "added";
  /** The words, one space between them; empty for a picture. */
  readonly words: string;
  /** From 1. For lost words, the page that should have shown them, or the one before it. */
  readonly pageNumber: number;
  /** The source's element, e.g. `p#summary`. */
  readonly element: string;
  /** The words stand in a shadow tree of the element. */
  readonly inShadow?: true;
}

export function compareWords(
  source: SourceSnapshot,
  shown: PagesSnapshot,
): readonly WordDifference[] {
  const inPlace = {
    texts: shown.texts.filter((text) => text.isCopy !== true),
    pictures: shown.pictures.filter((picture) => picture.isCopy !== true),
  };
  const differences = [
    ...compareTexts(source, inPlace),
    ...compareCopies(source, shown),
    ...comparePictures(source, inPlace),
  ];
  return mergeNeighbours(differences);
}

/** One letter that counts: neither white space nor a soft hyphen. */
interface Letter {
  readonly letter: string;
  /** Which word of the element's text it belongs to. */
  readonly word: number;
  readonly pageNumber: number;
  readonly isClipped: boolean;
}

interface ElementText {
  readonly letters: readonly Letter[];
  readonly words: readonly string[];
}

function* compareTexts(source: SourceSnapshot, shown: PagesSnapshot): Generator<WordDifference> {
  const sourceTexts = Map.groupBy(source.texts, (text) => text.ref);
  const inFlow = Map.groupBy(
    shown.texts.filter((text) => !text.repeats),
    (text) => text.ref,
  );
  const repeated = Map.groupBy(
    shown.texts.filter((text) => text.repeats),
    (text) => text.ref,
  );
  let pageNumber = 1;
  for (const [ref, texts] of sourceTexts) {
    const expected = elementText(texts.map((text) => ({ ...text, clipped: [], pageNumber: 0 })));
    const element = source.elementNames[ref] ?? "an element";
    const isOffscreen = texts.every((text) => text.offscreen);
    const asSeen = seeingAsIn(texts);
    const occurrences = repeated.get(ref);
    if (occurrences !== undefined && showsWhole(expected, occurrences.map(asSeen))) continue;
    const seen = (inFlow.get(ref) ?? []).map((text) =>
      isOffscreen ? { ...text, clipped: [] } : asSeen(text),
    );
    const actual = elementText(withoutPrintedHyphens(seen, expected));
    const inShadow = texts.some((text) => text.inShadow) && { inShadow: true as const };
    for (const difference of compareElement(expected, actual, element, pageNumber)) {
      yield { ...difference, ...inShadow };
    }
    pageNumber = actual.letters.at(-1)?.pageNumber ?? pageNumber;
  }
  for (const [ref, texts] of inFlow) {
    if (sourceTexts.has(ref)) continue;
    const { words } = elementText(texts);
    const element = source.elementNames[ref] ?? "an element";
    yield { kind: "added", words: words.join(" "), pageNumber: texts[0]?.pageNumber ?? 1, element };
  }
}

/** What is hidden on the pages alone is cut off: no word of it is seen. */
function seeingAsIn(texts: readonly SourceText[]): (text: ShownText) => ShownText {
  const isUnseen = texts.every((text) => text.unseen === true);
  return (text) =>
    text.unseen && !isUnseen ? { ...text, clipped: [[0, text.text.length]] } : text;
}

/** On each page to which a table goes over, its head says what it says in the source. */
function* compareCopies(source: SourceSnapshot, shown: PagesSnapshot): Generator<WordDifference> {
  const sourceTexts = Map.groupBy(source.texts, (text) => text.ref);
  const copies = shown.texts.filter((text) => text.isCopy === true);
  for (const onPage of Map.groupBy(
    copies,
    ({ ref, pageNumber }) => `${pageNumber} ${ref}`,
  ).values()) {
    const [{ ref, pageNumber } = { ref: "", pageNumber: 1 }] = onPage;
    const texts = sourceTexts.get(ref) ?? [];
    const expected = elementText(texts.map((text) => ({ ...text, clipped: [], pageNumber })));
    const isOffscreen = texts.every((text) => text.offscreen);
    const asSeen = seeingAsIn(texts);
    const seen = onPage.map((text) => (isOffscreen ? { ...text, clipped: [] } : asSeen(text)));
    const element = source.elementNames[ref] ?? "an element";
    yield* compareElement(expected, elementText(seen), element, pageNumber);
  }
}

/**
 * The texts without the hyphens that layout has printed at the ends of pages. It is the source that
 * says so: such a hyphen stands where a word of it goes on, and where it has none itself.
 */
function withoutPrintedHyphens(
  texts: readonly ShownText[],
  { letters }: ElementText,
): readonly ShownText[] {
  if (!texts.some((text) => text.endsInHyphen)) return texts;
  let at = 0;
  return texts.map((shown) => {
    const hyphen = shown.text.at(-1) ?? "";
    const shorter = shown.endsInHyphen ? { ...shown, text: shown.text.slice(0, -1) } : shown;
    const end = at + elementText([shorter]).letters.length;
    const goesOn =
      letters[end] !== undefined &&
      letters[end].word === letters[end - 1]?.word &&
      letters[end].letter !== hyphen;
    const text = goesOn ? shorter : shown;
    at += elementText([text]).letters.length;
    return text;
  });
}

/** A running or fixed element may come on many pages; one of them shows all of it. */
function showsWhole(expected: ElementText, occurrences: readonly ShownText[]): boolean {
  const text = lettersOf(expected);
  return Map.groupBy(occurrences, (occurrence) => occurrence.pageNumber)
    .values()
    .some((onPage) => {
      const actual = elementText(onPage);
      return lettersOf(actual).includes(text) && actual.letters.every((each) => !each.isClipped);
    });
}

function* compareElement(
  expected: ElementText,
  actual: ElementText,
  element: string,
  pageBefore: number,
): Generator<WordDifference> {
  yield* clippedWords(actual, element);
  if (lettersOf(expected) === lettersOf(actual)) return;
  const [from, fromEnd] = commonEnds(expected.letters, actual.letters);
  const lost = wordsBetween(expected, from, expected.letters.length - fromEnd);
  const added = wordsBetween(actual, from, actual.letters.length - fromEnd);
  const pageNumber = (actual.letters[from] ?? actual.letters.at(-1))?.pageNumber ?? pageBefore;
  const lastCommon = from > 0 ? actual.letters[from - 1]?.pageNumber : undefined;
  if (lost !== "") {
    yield { kind: "lost", words: lost, pageNumber: lastCommon ?? pageNumber, element };
  }
  if (added !== "") yield { kind: "added", words: added, pageNumber, element };
}

function* clippedWords(actual: ElementText, element: string): Generator<WordDifference> {
  let words: string[] = [];
  let pageNumber = 0;
  let lastWord = -1;
  for (const letter of [...actual.letters, undefined]) {
    const goesOn =
      letter?.isClipped === true && (words.length === 0 || letter.pageNumber === pageNumber);
    if (!goesOn && words.length > 0) {
      yield { kind: "clipped", words: words.join(" "), pageNumber, element };
      words = [];
      lastWord = -1;
    }
    if (letter?.isClipped === true && letter.word !== lastWord) {
      words.push(actual.words[letter.word] ?? "");
      ({ pageNumber, word: lastWord } = letter);
    }
  }
}

function* comparePictures(source: SourceSnapshot, shown: PagesSnapshot): Generator<WordDifference> {
  const byRef = Map.groupBy(shown.pictures, (picture: ShownPicture) => picture.ref);
  for (const { ref, unseen } of source.pictures) {
    const element = source.elementNames[ref] ?? "a picture";
    const pictures = byRef.get(ref) ?? [];
    const [first] = pictures;
    const isClipped = (picture: ShownPicture): boolean =>
      unseen !== true && (picture.clipped || picture.unseen === true);
    if (first === undefined) yield { kind: "lost", words: "", pageNumber: 1, element };
    else if (pictures.every(isClipped)) {
      yield { kind: "clipped", words: "", pageNumber: first.pageNumber, element };
    } else if (pictures.length > 1 && pictures.every((picture) => !picture.repeats)) {
      yield { kind: "added", words: "", pageNumber: pictures[1]?.pageNumber ?? 1, element };
    }
  }
}

/** A word that is cut at the end of a page goes on in the next fragment: nothing comes between. */
function elementText(
  texts: readonly Pick<ShownText, "text" | "clipped" | "pageNumber">[],
): ElementText {
  const letters: Letter[] = [];
  const words: string[] = [];
  let isInWord = false;
  for (const { text, clipped, pageNumber } of texts) {
    for (let offset = 0; offset < text.length; offset++) {
      const letter = text.charAt(offset);
      if (letter === "\u00AD") continue;
      if (/\s/.test(letter)) {
        isInWord = false;
        continue;
      }
      if (!isInWord) words.push("");
      isInWord = true;
      const word = words.length - 1;
      words[word] = `${words[word] ?? ""}${letter}`;
      const isClipped = clipped.some(([from, to]) => offset >= from && offset < to);
      letters.push({ letter, word, pageNumber, isClipped });
    }
  }
  return { letters, words };
}

function lettersOf(text: ElementText): string {
  return text.words.join("");
}

/** How many letters two texts have in common from the start, and from the end of what is left. */
function commonEnds(a: readonly Letter[], b: readonly Letter[]): readonly [number, number] {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start]?.letter === b[start]?.letter) start++;
  let end = 0;
  while (end < shorter - start && a.at(-1 - end)?.letter === b.at(-1 - end)?.letter) end++;
  return [start, end];
}

function wordsBetween(text: ElementText, from: number, to: number): string {
  if (to <= from) return "";
  const first = text.letters[from]?.word ?? 0;
  const last = text.letters[to - 1]?.word ?? first;
  return text.words.slice(first, last + 1).join(" ");
}

/** Words that follow one another on a page, through several elements of one name, make one difference. */
function mergeNeighbours(differences: readonly WordDifference[]): readonly WordDifference[] {
  const merged: WordDifference[] = [];
  for (const difference of differences) {
    const last = merged.at(-1);
    const continues =
      last !== undefined &&
      last.words !== "" &&
      difference.words !== "" &&
      last.kind === difference.kind &&
      last.element === difference.element &&
      last.pageNumber === difference.pageNumber;
    if (continues)
      merged[merged.length - 1] = { ...last, words: `${last.words} ${difference.words}` };
    else merged.push(difference);
  }
  return merged;
}
