/**
 * All texts of an edition as its index sees them. Input: chapters, the theme, and the HTML of each text;
 * output: texts in the order of reading, with the titles that the index calls their places by.
 */
import { chaptersByPart } from "../../../publication/chapters-by-part.ts";
import { ownValue } from "../../../publication/fields/marked-fields.ts";
import type { Chapter, ContentFile } from "../../../publication/publication.ts";
import type { Theme } from "../../../theme/theme.ts";
import type { Bodies } from "../../eleventy/texts.ts";
import { inlineText } from "../../inline-text.ts";
import type { IndexedText } from "./gather-index.ts";

/** All texts in the order of reading, with the titles that the index calls their places by. */
export function indexedTexts(
  chapters: readonly Chapter[],
  theme: Theme,
  bodies: Bodies,
): readonly IndexedText[] {
  const textOf = ({ slug, file }: ContentFile, title: string): IndexedText => ({
    ...{ slug, title },
    html: bodies.get(file) ?? "",
  });
  return chaptersByPart(chapters).flatMap(({ part, chapters: inGroup }) => [
    ...(part === undefined ? [] : [textOf(part, inlineText(part.fields.title))]),
    ...inGroup.flatMap((chapter) => {
      const title = plainTitle(chapter, theme);
      return [textOf(chapter, title), ...chapter.after.map((block) => textOf(block, title))];
    }),
  ]);
}

function plainTitle(chapter: Chapter, { blocks }: Theme): string {
  const place = blocks.get(chapter.kind)?.file?.place;
  const field = place?.kind === "chapter" ? place.title : "title";
  const written = ownValue(chapter.fields, field);
  return typeof written === "string" ? inlineText(written) : "";
}
