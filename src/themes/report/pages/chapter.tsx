/** A chapter: its title, what stands below it, and its text. */
import type { JSX } from "preact";
import type { ChapterProps } from "../../../theme/theme.ts";
import { BelowTitle } from "../../../web/components/below-title.tsx";
import { headingClass } from "../../../web/components/running-title.tsx";
import type { ReportFields } from "../fields.ts";
import { ChapterTitle } from "./chapter-title.tsx";

export function Chapter({
  id,
  titleId,
  headingLevel,
  title,
  nth,
  appendix,
  publicationLang,
  subtitle,
  runningTitle,
  authors,
  summary,
  body,
  lang,
  fields,
}: ChapterProps<ReportFields>): JSX.Element {
  const Heading = `h${headingLevel}` as const;
  return (
    <section
      class="chapter"
      id={id}
      aria-labelledby={titleId}
      lang={lang}
      role={appendix === undefined ? undefined : "doc-appendix"}
    >
      <Heading id={titleId} class={headingClass(runningTitle)}>
        <ChapterTitle {...{ nth, appendix, publicationLang, fields }}>{title}</ChapterTitle>
      </Heading>
      <BelowTitle of="chapter" {...{ runningTitle, subtitle, authors, summary }} />
      <div class="text">{body}</div>
    </section>
  );
}
