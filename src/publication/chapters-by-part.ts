/**
 * A publication's chapters, part by part. Input: chapters in the order of reading, each with its part if
 * it is in one; output: the same as groups. Pure.
 */
import type { Chapter, Part } from "./publication.ts";

/** Chapters that follow each other, all in one part or all in none. */
export interface ChapterGroup<OneChapter, OnePart> {
  readonly part: OnePart | undefined;
  readonly chapters: readonly OneChapter[];
}

export function chaptersByPart(
  chapters: readonly Chapter[],
): readonly ChapterGroup<Chapter, Part>[] {
  const starts = chapters.flatMap(({ part }, index) =>
    index > 0 && chapters[index - 1]?.part === part ? [] : [index],
  );
  return starts.map((start, index) => ({
    part: chapters[start]?.part,
    chapters: chapters.slice(start, starts[index + 1]),
  }));
}
