/**
 * Language tags and country codes, as far as the runtime's own tables (CLDR) know them. Input: what
 * an author typed. Output: whether it is usable. It chooses no language and translates nothing.
 */

/** Made when they are needed: the tables take longer to load than the rest of a command's start. */
const languageNames = namesOf("language");
const countryNames = namesOf("region");

function namesOf(type: "language" | "region"): () => Intl.DisplayNames {
  let names: Intl.DisplayNames | undefined;
  // "none" returns undefined for a code without a name, where the default returns the code.
  return () => (names ??= new Intl.DisplayNames("en", { type, fallback: "none" }));
}

/**
 * True for a well-formed BCP 47 tag (RFC 5646) whose primary language subtag has a name: `fr`,
 * `en-GB`, `zh-Hant`. False for `english`, `fr_FR`, `xx` and private-use tags.
 */
export function isKnownLanguage(tag: string): boolean {
  try {
    return languageNames().of(new Intl.Locale(tag).language) !== undefined;
  } catch {
    return false;
  }
}

/** True for an ISO 3166-1 alpha-2 code in capitals that names a country: `FR`, `MA`. */
export function isKnownCountry(code: string): boolean {
  return /^[A-Z]{2}$/u.test(code) && code !== "ZZ" && countryNames().of(code) !== undefined;
}
