/** Chapters of text and appendices among a publication's chapters, and the letters of appendices. Pure. */
import type { Chapter } from "./publication.ts";

export type PlainChapter = Extract<Chapter, { readonly kind: "chapter" }>;

export function isPlain(chapter: Chapter): chapter is PlainChapter {
  return chapter.kind === "chapter";
}

export function isAppendix(chapter: Chapter): boolean {
  return isPlain(chapter) && chapter.fields.appendix === true;
}

/** `A` to `Z`, and `A1` after them. @param before what comes before it in the edition. */
export function appendixLetter(chapter: Chapter, before: readonly Chapter[]): string | undefined {
  if (!isAppendix(chapter)) return undefined;
  const nth = before.filter(isAppendix).length;
  const letter = String.fromCodePoint(65 + (nth % 26));
  return nth < 26 ? letter : `${letter}${Math.floor(nth / 26)}`;
}
