/** A chapter: its title, what stands below it, and its text. */
import type { JSX } from "preact";
import type { ChapterProps } from "../../../theme/theme.ts";

export function Chapter({
  id,
  titleId,
  headingLevel,
  title,
  subtitle,
  body,
  lang,
}: ChapterProps): JSX.Element {
  const Heading = `h${headingLevel}` as const;
  return (
    <section class="chapter" id={id} aria-labelledby={titleId} lang={lang}>
      <Heading id={titleId}>{title}</Heading>
      {subtitle === undefined ? null : <p class="chapter-subtitle">{subtitle}</p>}
      <div class="text">{body}</div>
    </section>
  );
}
