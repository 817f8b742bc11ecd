/** A chapter: its title, what stands below it, and its text. */
import type { JSX } from "preact";
import type { ChapterProps } from "../../../theme/theme.ts";

export function Chapter({ id, titleId, title, subtitle, body, lang }: ChapterProps): JSX.Element {
  return (
    <section class="chapter" id={id} aria-labelledby={titleId} lang={lang}>
      <h2 id={titleId}>{title}</h2>
      {subtitle === undefined ? null : <p class="chapter-subtitle">{subtitle}</p>}
      <div class="text">{body}</div>
    </section>
  );
}
