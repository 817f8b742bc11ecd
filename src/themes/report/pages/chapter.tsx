/** A chapter: its title, what stands below it, and its text. */
import type { JSX } from "preact";
import type { ChapterProps } from "../../../theme/theme.ts";
import { listOf } from "../../../theme/list-of.ts";
import { RunningTitle } from "../../../web/components/running-title.tsx";
import type { ReportFields } from "../fields.ts";
import { ChapterTitle } from "./chapter-title.tsx";

export function Chapter({
  id,
  titleId,
  headingLevel,
  title,
  nth,
  subtitle,
  runningTitle,
  authors,
  summary,
  body,
  lang,
  ownLang,
  fields,
}: ChapterProps<ReportFields>): JSX.Element {
  const Heading = `h${headingLevel}` as const;
  return (
    <section class="chapter" id={id} aria-labelledby={titleId} lang={lang}>
      <Heading id={titleId}>
        <ChapterTitle nth={nth} fields={fields}>
          {title}
        </ChapterTitle>
      </Heading>
      <RunningTitle title={runningTitle} />
      {subtitle === undefined ? null : <p class="chapter-subtitle">{subtitle}</p>}
      {authors === undefined ? null : <p class="chapter-authors">{listOf(authors, ownLang)}</p>}
      {summary === undefined ? null : <p class="chapter-summary">{summary}</p>}
      <div class="text">{body}</div>
    </section>
  );
}
