/** The opening of a publication: its series, its title and by whom it is, a picture or the ornament, its lead. */
import type { JSX } from "preact";
import type { RenderedPublication } from "../../../theme/rendered.ts";
import type { VoicesFields } from "../fields.ts";
import { CoverImage } from "./cover-image.tsx";
import { TitleBlock } from "./title-block.tsx";

export function Opening({
  publication,
  fields,
}: {
  readonly publication: RenderedPublication;
  readonly fields: VoicesFields;
}): JSX.Element {
  return (
    <header class="opening" data-no-hyphens>
      {publication.series === undefined ? null : <p class="series">{publication.series}</p>}
      <TitleBlock publication={publication} />
      <CoverImage publication={publication} fields={fields} />
      <p class="lead">{publication.lead}</p>
    </header>
  );
}
