/** The back cover of a brochure: the voices as an ornament, who publishes it, with the logo, and what. */
import type { JSX } from "preact";
import type { RenderedPublication } from "../../../theme/rendered.ts";
import type { VoicesFields } from "../fields.ts";
import { accentsOf } from "../accents.ts";
import { VoicesOrnament } from "./voices-ornament.tsx";

export function BackCover({
  publication,
  fields,
}: {
  readonly publication: RenderedPublication;
  readonly fields: VoicesFields;
}): JSX.Element {
  const { publisher, series, title, logo } = publication;
  return (
    <section class="back-cover" data-no-hyphens>
      <VoicesOrnament accents={accentsOf(publication)} fields={fields} />
      {logo === undefined ? null : <div class="logo">{logo.image}</div>}
      <p class="publisher">{publisher}</p>
      {series === undefined ? null : <p class="series">{series}</p>}
      <p class="title">{title}</p>
    </section>
  );
}
