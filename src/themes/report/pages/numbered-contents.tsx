/**
 * The contents, with the numbers of chapters where the publication wants them. What is a part, or a
 * block and no chapter of text, has no number.
 */
import type { JSX } from "preact";
import { CHAPTER_KIND } from "../../../publication/schemas/chapter-schema.ts";
import type { PageProps } from "../../../theme/theme.ts";
import { Contents } from "../../../web/components/contents.tsx";
import type { ReportFields } from "../fields.ts";
import { ChapterTitle } from "./chapter-title.tsx";

export function NumberedContents({
  publication,
  words,
  fields,
}: Pick<PageProps<ReportFields>, "publication" | "words" | "fields">): JSX.Element {
  return (
    <Contents
      publication={publication}
      words={words}
      titleOf={(entry) =>
        "kind" in entry && entry.kind === CHAPTER_KIND ? (
          <ChapterTitle
            nth={entry.nth}
            appendix={entry.appendix}
            publicationLang={publication.lang}
            fields={fields}
          >
            {entry.title}
          </ChapterTitle>
        ) : (
          entry.title
        )
      }
    />
  );
}
