/** The cover of a printed edition: the series, the title and by whom it is; a picture, or the ornament. */
import type { JSX } from "preact";
import type { RenderedPublication } from "../../../theme/rendered.ts";
import type { VoicesFields } from "../fields.ts";
import { CoverImage } from "./cover-image.tsx";
import { TitleBlock } from "./title-block.tsx";

export function Cover({
  publication,
  fields,
}: {
  readonly publication: RenderedPublication;
  readonly fields: VoicesFields;
}): JSX.Element {
  return (
    <section class="cover" data-no-hyphens>
      <header>
        {publication.series === undefined ? null : <p class="series">{publication.series}</p>}
        <TitleBlock publication={publication} />
      </header>
      <CoverImage publication={publication} fields={fields} />
    </section>
  );
}
