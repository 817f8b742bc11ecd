/** What a publication is called, and by whom it is: on a title page, or at the head of the web page. */
import type { JSX } from "preact";
import type { RenderedPublication } from "../../../theme/rendered.ts";
import { dateOf } from "../../../theme/date-of.ts";
import { listOf } from "../../../theme/list-of.ts";
import { wordsFor } from "../../../theme/words.ts";

export function Title({ publication }: { readonly publication: RenderedPublication }): JSX.Element {
  const { title, subtitle, series, authors, lead, publisher, date, cover, logo, lang } =
    publication;
  const { separator } = wordsFor(lang);
  return (
    <header class="title-page" data-no-hyphens>
      {cover === undefined ? null : <div class="cover-picture">{cover.image}</div>}
      {series === undefined ? null : <p class="series">{series}</p>}
      <h1>{title}</h1>
      {subtitle === undefined ? null : <p class="subtitle">{subtitle}</p>}
      {authors === undefined ? null : (
        <p class="authors">
          {listOf(
            authors.map(({ name }) => name),
            lang,
          )}
        </p>
      )}
      <p class="lead">{lead}</p>
      <div class="publisher">
        {logo === undefined ? null : <div class="logo">{logo.image}</div>}
        <p>{[publisher, ...(date === undefined ? [] : [dateOf(date, lang)])].join(separator)}</p>
      </div>
    </header>
  );
}
