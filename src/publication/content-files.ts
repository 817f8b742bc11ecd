/** A publication's files of texts, in the order of reading. Input: its chapters; output: files. Pure. */
import { chaptersByPart } from "./chapters-by-part.ts";
import type { Chapter, ContentFile } from "./publication.ts";

export function contentFilesOf(chapters: readonly Chapter[]): readonly ContentFile[] {
  return chaptersByPart(chapters).flatMap(({ part, chapters: inGroup }) => [
    ...(part === undefined ? [] : [part]),
    ...inGroup.flatMap((chapter) => [chapter, ...chapter.after]),
  ]);
}
