/** A plain chapter: its title, what stands below it, and its text, for publications that are more than voices. */
import type { JSX } from "preact";
import type { ChapterProps } from "../../../theme/theme.ts";
import { listOf } from "../../../theme/list-of.ts";
import { RunningTitle } from "../../../web/components/running-title.tsx";

export function Chapter({
  id,
  titleId,
  headingLevel,
  title,
  subtitle,
  runningTitle,
  authors,
  summary,
  body,
  lang,
  ownLang,
}: ChapterProps): JSX.Element {
  const Heading = `h${headingLevel}` as const;
  return (
    <section class="section" id={id} aria-labelledby={titleId} lang={lang}>
      <Heading id={titleId}>{title}</Heading>
      <RunningTitle title={runningTitle} />
      {subtitle === undefined ? null : <p class="section-subtitle">{subtitle}</p>}
      {authors === undefined ? null : <p class="section-authors">{listOf(authors, ownLang)}</p>}
      {summary === undefined ? null : <p class="section-summary">{summary}</p>}
      <div class="text">{body}</div>
    </section>
  );
}
