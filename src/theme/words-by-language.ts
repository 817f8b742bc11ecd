/**
 * Words in the language of a publication. Input: words by language, and a BCP 47 tag. Output: those of
 * its primary subtag (`fr-CA` → French), English where there are none; and lists as a language writes
 * them.
 */
export interface WordsByLanguage<Words> {
  readonly en: Words;
  readonly [language: string]: Words;
}

export function wordsIn<Words>(words: WordsByLanguage<Words>, lang: string): Words {
  const { language } = new Intl.Locale(lang);
  return Object.hasOwn(words, language) ? (words[language] ?? words.en) : words.en;
}

/** `Ana Reis and Maria Costa`, in the language. */
export function listOf(names: readonly string[], lang: string): string {
  return new Intl.ListFormat(lang, { type: "conjunction" }).format(names);
}
