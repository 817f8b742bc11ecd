/** The opening of a publication: its series if it has one, its one h1 and its lead. */
import type { JSX } from "preact";
import type { RenderedPublication } from "../../../theme/rendered.ts";
import type { VoicesFields } from "../fields.ts";
import { accentsOf } from "../accents.ts";
import { VoicesOrnament } from "./voices-ornament.tsx";

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
      <h1>{publication.title}</h1>
      <VoicesOrnament accents={accentsOf(publication)} fields={fields} />
      <p class="lead">{publication.lead}</p>
    </header>
  );
}
