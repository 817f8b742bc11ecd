/** What a publication is called: its one h1, and below it the subtitle and the authors, if it has them. */
import type { JSX } from "preact";
import type { RenderedPublication } from "../../../theme/rendered.ts";
import { listOf } from "../../../theme/list-of.ts";

export function TitleBlock({
  publication: { title, subtitle, authors, lang },
}: {
  readonly publication: RenderedPublication;
}): JSX.Element {
  if (subtitle === undefined && authors === undefined) return <h1>{title}</h1>;
  return (
    <hgroup>
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
    </hgroup>
  );
}
