/**
 * Soft hyphens (U+00AD) where a word may be divided, after the TeX patterns in the `hyphen`
 * package. `hyphens: auto` cannot be relied on: browsers without dictionaries ignore it.
 *
 * Input and output are plain text. The patterns of a language are loaded once, asynchronously;
 * hyphenating is then synchronous. Knows no HTML: that is `hyphenateHtml`.
 */
import type { Hyphenation } from "../../languages/language.ts";
import { findLanguage } from "../../languages/languages.ts";
import { findAddresses } from "./addresses.ts";

/** What the package exports for each language; it ships no types. */
interface HyphenModule {
  readonly default: {
    /** `text` with U+00AD where its words may be divided. */
    readonly hyphenateSync: (text: string) => string;
  };
}

/**
 * `text` with soft hyphens. `before` is what precedes it in its paragraph: it tells a capital at
 * the head of a sentence from a proper noun.
 */
export type Hyphenator = (text: string, before?: string) => string;

/** Shorter words stay whole. */
const MINIMUM_WORD_LENGTH = 6;
/** A name is divided only where it is so long that a narrow line has no room for it. */
const LONG_NAME_LENGTH = 20;
/** Letters kept together at either end of a word, in languages that say nothing of it. */
const PART_LENGTHS = { left: 3, right: 3 };
const SOFT_HYPHEN = "\u00AD";

/** The languages `hyphen` has patterns for, under the names of its folders. */
const patternTags: ReadonlySet<string> = new Set(
  (
    "af as be bg bn ca cop cs cy da de de-1901 de-1996 de-ch-1901 el el-monoton el-polyton en " +
    "en-gb en-us es et ethi eu fi fi-x-school fr fur ga gl grc gu hi hr hsb hu hy ia id is it ka " +
    "kmr kn la la-x-classic la-x-liturgic lt lv mk ml mn mn-cyrl mn-cyrl-x-lmc mr mul-ethi nb nl " +
    "nn no oc or pa pi pl pms pt rm ro ru sa sh sh-cyrl sh-latn sk sl sq sr sr-cyrl sv ta te th " +
    "tk tr uk zh zh-latn-pinyin"
  ).split(" "),
);

/** Languages where a capital inside a sentence does not mean a proper noun. */
const capitalisedNouns: ReadonlySet<string> = new Set(["de"]);

/** Letters, digits, hyphens and what is found inside words: the whole is divided, or nothing is. */
const CHUNK = /[\p{L}\p{M}\p{N}_\u00AD\u2010\u2011-]+/gu;
const DIVISIBLE = /^\p{L}[\p{Ll}\p{Lo}\p{M}]+$/u;

/**
 * The hyphenator of a BCP 47 tag; where no patterns are known, one that changes nothing.
 * @param least how many letters a word has at least that is divided.
 */
export async function loadHyphenator(
  lang: string,
  least = MINIMUM_WORD_LENGTH,
): Promise<Hyphenator> {
  const tag = patternTagOf(lang);
  if (tag === undefined) return (text) => text;
  const { default: language } = (await import(`hyphen/${tag}/index.js`)) as HyphenModule;
  const lengths = findLanguage(lang)?.hyphenation ?? PART_LENGTHS;
  const divideProperNouns = capitalisedNouns.has(tag.split("-")[0] ?? "");
  return (text, before = "") => {
    const addresses = findAddresses(text);
    return text.replace(CHUNK, (chunk, index: number) => {
      const inAddress = addresses.some(({ start, end }) => index >= start && index < end);
      if (inAddress || chunk.length < least || !DIVISIBLE.test(chunk)) return chunk;
      const capitalised = /^\p{Lu}/u.test(chunk);
      const isName = capitalised && !divideProperNouns && !startsSentence(before, text, index);
      if (isName && chunk.length < LONG_NAME_LENGTH) return chunk;
      return keepEnds(language.hyphenateSync(chunk).split(SOFT_HYPHEN), lengths).join(SOFT_HYPHEN);
    });
  };
}

/** The hyphenators of several languages under their tags, as `hyphenateHtml` takes them. */
export async function loadHyphenators(
  langs: Iterable<string>,
): Promise<ReadonlyMap<string, Hyphenator>> {
  const hyphenators = new Map<string, Hyphenator>();
  for (const lang of langs) hyphenators.set(lang.toLowerCase(), await loadHyphenator(lang));
  return hyphenators;
}

/** `en-GB-oxendict` → `en-gb`; `fr-CA` → `fr`: the longest tag there are patterns for. */
function patternTagOf(lang: string): string | undefined {
  const subtags = lang.toLowerCase().split("-");
  for (; subtags.length > 0; subtags.pop()) {
    const tag = subtags.join("-");
    if (patternTags.has(tag)) return tag;
  }
  return undefined;
}

/** True when nothing but marks and spaces stands between the word and a sentence's end. */
function startsSentence(before: string, text: string, index: number): boolean {
  const preceding = before + text.slice(0, index);
  let last = preceding.length - 1;
  while (last >= 0 && /[\s«“‘„‚‹¿¡"'(–—→]/u.test(preceding.charAt(last))) last -= 1;
  return last < 0 || /[.!?…:»”]/u.test(preceding.charAt(last));
}

/** Joins the first parts, and the last, until neither end is shorter than it may be. */
function keepEnds(parts: readonly string[], { left, right }: Hyphenation): readonly string[] {
  const kept = [...parts];
  while (kept.length > 1 && (kept[0] ?? "").length < left) {
    kept.splice(0, 2, kept.slice(0, 2).join(""));
  }
  while (kept.length > 1 && (kept.at(-1) ?? "").length < right) {
    kept.splice(-2, 2, kept.slice(-2).join(""));
  }
  return kept;
}
