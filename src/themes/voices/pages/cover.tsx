/** The cover of a printed edition: the voices as an ornament, the series, the title. */
import type { JSX } from "preact";
import type { RenderedPublication } from "../../../theme/rendered.ts";
import type { VoicesFields } from "../fields.ts";
import { accentsOf } from "../accents.ts";
import { VoicesOrnament } from "./voices-ornament.tsx";

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
        <h1>{publication.title}</h1>
      </header>
      <VoicesOrnament accents={accentsOf(publication)} fields={fields} />
    </section>
  );
}
