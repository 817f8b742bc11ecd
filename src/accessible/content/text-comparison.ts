/**
 * Comparing what glyphs read as with what the source says, in spite of what may be printed
 * differently: spaces, hyphens, ligatures, letters in visual order. Pure functions.
 */

export function readsAs(shown: string, expected: string): boolean {
  if (shown === expected) return true;
  return plainText(shown).trimEnd() === plainText(expected).trimEnd();
}

/** Composed, every white space a space, without what shows nothing. */
export function plainText(text: string): string {
  return withoutUnseen(text).normalize("NFC").replace(/\s/g, " ");
}

/** Soft hyphens, joiners and other characters that show nothing and are found in no glyph. */
export function withoutUnseen(text: string): string {
  return text.replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, "");
}

/** Text without what may be printed differently: spaces, hyphens, marks that show nothing. */
export function simplified(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s\u00AD\u200B-\u200F\u2010\u2011\u2060-\u2069\uFEFF-]/g, "");
}

/** A key that two texts share where they have the same letters, in whatever order. */
export function sortedLetters(text: string): string {
  const letters = simplified(text);
  // Every text of a document is sorted: as numbers, several times faster than as strings.
  const codes = new Uint16Array(letters.length);
  for (let at = 0; at < letters.length; at++) codes[at] = letters.charCodeAt(at);
  return codes.sort().join();
}

export function hasLetters(text: string, letters: string): boolean {
  if (text.includes(letters)) return true;
  const counts = new Map<string, number>();
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  for (const letter of letters) {
    const count = counts.get(letter) ?? 0;
    if (count === 0) return false;
    counts.set(letter, count - 1);
  }
  return true;
}

export function withoutLetters(text: string, letters: string): string {
  const rest = Array.from(text);
  for (const letter of letters) {
    const at = rest.indexOf(letter);
    if (at >= 0) rest.splice(at, 1);
  }
  return rest.join("");
}
