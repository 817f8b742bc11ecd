/** A plain chapter: its title, what stands below it, and its text, for publications that are more than voices. */
import type { JSX } from "preact";
import type { ChapterProps } from "../../../theme/theme.ts";
import { BelowTitle } from "../../../web/components/below-title.tsx";
import { headingClass } from "../../../web/components/running-title.tsx";

export function Chapter({
  id,
  titleId,
  headingLevel,
  title,
  appendix,
  subtitle,
  runningTitle,
  authors,
  summary,
  body,
  lang,
}: ChapterProps): JSX.Element {
  const Heading = `h${headingLevel}` as const;
  return (
    <section
      class="section"
      id={id}
      aria-labelledby={titleId}
      lang={lang}
      role={appendix === undefined ? undefined : "doc-appendix"}
    >
      <Heading id={titleId} class={headingClass(runningTitle)}>
        {title}
      </Heading>
      <BelowTitle of="section" {...{ runningTitle, subtitle, authors, summary }} />
      <div class="text">{body}</div>
    </section>
  );
}
