/**
 * Words in the language of a publication. Input: words by language, and a BCP 47 tag. Output: those of
 * its primary subtag (`fr-CA` → French), English where there are none.
 */
export interface WordsByLanguage<Words> {
  readonly en: Words;
  readonly [language: string]: Words;
}

export function wordsIn<Words>(words: WordsByLanguage<Words>, lang: string): Words {
  const { language } = new Intl.Locale(lang);
  return Object.hasOwn(words, language) ? (words[language] ?? words.en) : words.en;
}
