/** The cover of a printed edition: the voices as an ornament, the series, the title. */
import type { JSX } from "preact";
import type { RenderedPublication } from "../rendered-publication.ts";

export function PrintCover({
  publication,
}: {
  readonly publication: RenderedPublication;
}): JSX.Element {
  return (
    <section class="cover" data-no-hyphens>
      <header>
        {publication.series === undefined ? null : <p class="series">{publication.series}</p>}
        <h1>{publication.title}</h1>
      </header>
    </section>
  );
}
