/** The contents, with the numbers of chapters where the publication wants them. */
import type { JSX } from "preact";
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
      titleOf={({ title, nth }) => (
        <span class="entry">
          <ChapterTitle nth={nth} fields={fields}>
            {title}
          </ChapterTitle>
        </span>
      )}
    />
  );
}
