/**
 * The best of several values for a language. Input: BCP 47 tags that there are values for, and a tag.
 * Output: the longest that it begins with (RFC 4647, lookup): `pt-BR` before `pt`, and `pt-Latn-BR` is
 * of Brazil too. Capitals do not count; what is no tag has none.
 */
export function tagFor(tags: Iterable<string>, lang: string): string | undefined {
  const known = new Map([...tags].map((tag) => [tag.toLowerCase(), tag]));
  const subtags = lang.toLowerCase().split("-");
  const [language = "", second = "", third = ""] = subtags;
  // A script between language and region is not what the regions of our languages differ by.
  if (/^[a-z]{4}$/u.test(second) && /^(?:[a-z]{2}|\d{3})$/u.test(third)) {
    const ofRegion = known.get(`${language}-${third}`);
    if (ofRegion !== undefined) return ofRegion;
  }
  for (; subtags.length > 0; subtags.pop()) {
    const tag = known.get(subtags.join("-"));
    if (tag !== undefined) return tag;
  }
  return undefined;
}

/** Whether two tags name the same language, in whatever region. */
export function isSameLanguage(one: string, other: string): boolean {
  return primaryOf(one) === primaryOf(other);
}

function primaryOf(lang: string): string {
  return lang.toLowerCase().split("-")[0] ?? "";
}
