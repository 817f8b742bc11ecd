/** The lead of a printed edition, on a page of its own. */
import type { JSX } from "preact";
import type { RenderedPublication } from "../../../theme/rendered.ts";

export function LeadPage({
  publication,
}: {
  readonly publication: RenderedPublication;
}): JSX.Element {
  return (
    <section class="lead-page" data-no-hyphens>
      <p class="lead">{publication.lead}</p>
    </section>
  );
}
