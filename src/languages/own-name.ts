/**
 * What a language is called by those who speak it. Input: a BCP 47 tag. Output: the name by the
 * runtime's tables (CLDR), `fr` → “français”, with the capitals that the language has; undefined where
 * the tables have no words of the language, as the runtime would answer in its own.
 */
export function ownNameOf(tag: string): string | undefined {
  if (Intl.DisplayNames.supportedLocalesOf(tag).length === 0) return undefined;
  return new Intl.DisplayNames([tag], { type: "language", fallback: "none" }).of(tag);
}
