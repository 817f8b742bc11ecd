/** A chapter: its title, what stands below it, and its text. */
import type { JSX } from "preact";
import type { ChapterProps } from "../../../theme/theme.ts";
import type { ReportFields } from "../fields.ts";
import { ChapterTitle } from "./chapter-title.tsx";

export function Chapter({
  id,
  titleId,
  title,
  nth,
  subtitle,
  body,
  lang,
  fields,
}: ChapterProps<ReportFields>): JSX.Element {
  return (
    <section class="chapter" id={id} aria-labelledby={titleId} lang={lang}>
      <h2 id={titleId}>
        <ChapterTitle nth={nth} fields={fields}>
          {title}
        </ChapterTitle>
      </h2>
      {subtitle === undefined ? null : <p class="chapter-subtitle">{subtitle}</p>}
      <div class="text">{body}</div>
    </section>
  );
}
