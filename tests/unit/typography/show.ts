/** No-break spaces written so that a test shows them: `~` is U+00A0, `^` is U+202F. */
export function show(text: string): string {
  return text.replaceAll("\u00A0", "~").replaceAll("\u202F", "^");
}

/** The other way round, for input. */
export function withSpaces(text: string): string {
  return text.replaceAll("~", "\u00A0").replaceAll("^", "\u202F");
}
