/**
 * Takes back what readers do to words without regard to the file. Input: what a page says and the
 * words of a reader that are none of it; output: words. Pure.
 */
import type { PageWords } from "../../../src/judges/pdf/reading/page-words.ts";
import type { ReaderWord } from "../../../src/judges/pdf/reading/reader-words.ts";

/**
 * Splits what a reader ran together because it looks at gaps and not at spaces: a word that is
 * unknown and consists of words that follow each other on the page.
 */
export function splitGlued(page: PageWords, words: readonly ReaderWord[]): readonly ReaderWord[] {
  const known = new Set([...page.words, ...page.beside]);
  return words.flatMap((word) => {
    if (known.has(word.text)) return [word];
    return gluedParts(page.words, word.text).map((text) => ({ ...word, text }));
  });
}

function gluedParts(words: readonly string[], glued: string): readonly string[] {
  for (let from = 0; from < words.length; from++) {
    let joined = "";
    for (let to = from; to < words.length && joined.length < glued.length; to++) {
      joined += words[to] ?? "";
      if (joined === glued) return words.slice(from, to + 1);
      if (!glued.startsWith(joined)) break;
    }
  }
  return [glued];
}

const HYPHEN_END = /[-\u2010\u00ad]$/u;
const HYPHENS = /[-\u2010\u2011]/gu;
/** Words of another column, or of a margin, that may stand between the parts of one. */
const WORDS_BETWEEN = 80;

/**
 * Joins what a reader that sorts a page by lines left apart, because something else stands beside
 * the end of the line, or the start of the next one. Where it took the hyphen for one of layout,
 * the author's is put back.
 */
export function joinOverLines(
  page: PageWords,
  words: readonly ReaderWord[],
): readonly ReaderWord[] {
  const known = new Set([...page.words, ...page.beside]);
  const byLetters = new Map(page.words.map((word) => [word.replace(HYPHENS, ""), word]));
  const rest: (string | undefined)[] = words.map(({ text }) => text);
  return words.flatMap((word, at) => {
    const { text } = word;
    if (rest[at] === undefined) return [];
    if (known.has(text)) return [word];
    const joined = HYPHEN_END.test(text) ? joinedWord(text, at, rest, known) : undefined;
    return [{ ...word, text: joined ?? byLetters.get(text.replace(HYPHENS, "")) ?? text }];
  });
}

/** Takes the second part off the rest. */
function joinedWord(
  start: string,
  at: number,
  rest: (string | undefined)[],
  known: ReadonlySet<string>,
): string | undefined {
  for (let next = at + 1; next <= at + WORDS_BETWEEN && next < rest.length; next++) {
    const end = rest[next];
    if (end === undefined) continue;
    const joined = [start.slice(0, -1) + end, start + end].find((word) => known.has(word));
    if (joined === undefined) continue;
    rest[next] = undefined;
    return joined;
  }
  return undefined;
}
