/** Names as a sentence has them. Input: names and a BCP 47 tag; output: `Ana Reis and Maria Costa`. */
import { findLanguage } from "../languages/languages.ts";

export function listOf(names: readonly string[], lang: string): string {
  const language = findLanguage(lang);
  if (language !== undefined) return language.words.list(names);
  // The runtime would join them in the language of the machine.
  if (Intl.ListFormat.supportedLocalesOf([lang]).length === 0) return names.join(", ");
  return new Intl.ListFormat(lang, { type: "conjunction" }).format(names);
}
