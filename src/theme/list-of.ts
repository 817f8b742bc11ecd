/** Names as a sentence has them. Input: names and a BCP 47 tag; output: `Ana Reis and Maria Costa`. */
export function listOf(names: readonly string[], lang: string): string {
  return new Intl.ListFormat(lang, { type: "conjunction" }).format(names);
}
