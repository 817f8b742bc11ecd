/** What stands on a cover: the publisher's picture, or else the ornament of the theme. */
import type { JSX } from "preact";
import type { RenderedPublication } from "../../../theme/rendered.ts";
import type { VoicesFields } from "../fields.ts";
import { accentsOf } from "../accents.ts";
import { VoicesOrnament } from "./voices-ornament.tsx";

export function CoverImage({
  publication,
  fields,
}: {
  readonly publication: RenderedPublication;
  readonly fields: VoicesFields;
}): JSX.Element {
  const { cover } = publication;
  if (cover === undefined) {
    return <VoicesOrnament accents={accentsOf(publication)} fields={fields} />;
  }
  return (
    <figure class="cover-picture">
      <div>{cover.image}</div>
      {cover.credit === "" ? null : <figcaption>{cover.credit}</figcaption>}
    </figure>
  );
}
