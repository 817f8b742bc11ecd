/** The second accents, one for each voice in turns. Input: a publication; output: numbers of accents. */
import type { RenderedChapter, RenderedPublication } from "../../theme/rendered.ts";

/** How many second accents styles/tokens.css has. */
const SECOND_ACCENTS = 6;

/** The block that speaks. */
const VOICE = "testimonial";

/** Which accent the voice has that comes after `nth` others: 1 to the number of accents. */
export function accentOf(nth: number): number {
  return (nth % SECOND_ACCENTS) + 1;
}

export function isVoice({ kind }: Pick<RenderedChapter, "kind">): boolean {
  return kind === VOICE;
}

/** Undefined for a chapter in which nobody speaks. */
export function accentOfChapter(chapter: RenderedChapter): number | undefined {
  return isVoice(chapter) ? accentOf(chapter.nth) : undefined;
}

/** The accents of those who speak, in their order. */
export function accentsOf({ chapters }: RenderedPublication): readonly number[] {
  return chapters.map(accentOfChapter).filter((accent) => accent !== undefined);
}
