/** A plain chapter: a title and its text, for publications that are more than voices. */
import type { JSX } from "preact";
import type { ChapterProps } from "../../../theme/theme.ts";

export function Chapter({ id, titleId, title, body, lang }: ChapterProps): JSX.Element {
  return (
    <section class="section" id={id} aria-labelledby={titleId} lang={lang}>
      <h2 id={titleId}>{title}</h2>
      <div class="text">{body}</div>
    </section>
  );
}
