/** A plain chapter: a title and its text, for publications that are more than voices. */
import type { JSX } from "preact";
import type { ChapterProps } from "../../../theme/theme.ts";

export function Chapter({
  id,
  titleId,
  headingLevel,
  title,
  body,
  lang,
}: ChapterProps): JSX.Element {
  const Heading = `h${headingLevel}` as const;
  return (
    <section class="section" id={id} aria-labelledby={titleId} lang={lang}>
      <Heading id={titleId}>{title}</Heading>
      <div class="text">{body}</div>
    </section>
  );
}
