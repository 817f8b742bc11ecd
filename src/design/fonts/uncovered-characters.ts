/**
 * Which characters of a text no font has a glyph for. Input: texts, and the characters that the
 * fonts have. Output: the characters as a reader sees them (a letter with its accents, an emoji with
 * its joiners), each once. Which font an element asks for is not known here; the judges of fonts
 * look at what was painted.
 */

/** The characters that each font has. */
export type Coverage = readonly ReadonlySet<number>[];

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
/** Asks for the coloured picture of a character, which only a font that knows it may give. */
const EMOJI_SELECTOR = 0xfe0f;
/** Spaces of fixed width: where a font has only the space, shapers set it in their width. */
const SPACES = /[\u2000-\u200A\u202F\u205F\u3000]/u;

/** In the order of their first code points. */
export function uncoveredCharacters(texts: Iterable<string>, fonts: Coverage): readonly string[] {
  const seen = new Map<string, boolean>();
  for (const text of texts) {
    for (const { segment } of segmenter.segment(text)) {
      if (!seen.has(segment)) seen.set(segment, isCovered(segment, fonts));
    }
  }
  return [...seen].flatMap(([segment, covered]) => (covered ? [] : [segment])).sort();
}

function isCovered(segment: string, fonts: Coverage): boolean {
  // Line breaks and tabs are spaces to a browser.
  if (/^\s*$/u.test(segment) && !SPACES.test(segment)) return true;
  const forms = [segment, segment.normalize("NFC"), segment.normalize("NFD")].map(glyphsNeeded);
  return fonts.some((font) => forms.some((codes) => codes.every((code) => hasGlyph(font, code))));
}

/** Code points without those that are never painted, such as soft hyphens and joiners. */
function glyphsNeeded(text: string): readonly number[] {
  return [...text].flatMap((character) => {
    const code = character.codePointAt(0) ?? 0;
    const isPainted = !/\p{Default_Ignorable_Code_Point}/u.test(character);
    return isPainted || code === EMOJI_SELECTOR ? [code] : [];
  });
}

function hasGlyph(font: ReadonlySet<number>, code: number): boolean {
  if (font.has(code)) return true;
  const character = String.fromCodePoint(code);
  // A browser sets a no-break space or hyphen as its breaking twin.
  if (SPACES.test(character) || code === 0xa0) return font.has(0x20);
  return code === 0x2011 && font.has(0x2010);
}

/** `“☃” (U+2603)`; what cannot be seen is named by its code alone. */
export function nameCharacter(segment: string): string {
  const codes = [...segment].map(
    (character) =>
      `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`,
  );
  const isSeen = /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u.test(segment);
  return isSeen ? `“${segment}” (${codes.join(" ")})` : codes.join(" ");
}
