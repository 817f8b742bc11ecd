/**
 * Pages that a folded sheet has beyond what the text needs: as a bookbinder's endpapers they are
 * coloured, and say nothing. Layout leaves out those that are not needed to fill the last sheet.
 */
import type { JSX } from "preact";
import type { RenderedPublication } from "../../../theme/rendered.ts";
import { accentsOf } from "../accents.ts";

/** Never more than one less than the pages of a folded sheet. */
const MOST = 3;

export function Endpapers({
  publication,
}: {
  readonly publication: RenderedPublication;
}): JSX.Element {
  const accents = accentsOf(publication);
  return (
    <>
      {Array.from({ length: MOST }, (_, index) => (
        <div
          key={index}
          class="endpaper"
          data-endpaper
          data-accent={accents[index % Math.max(1, accents.length)]}
          aria-hidden="true"
        />
      ))}
    </>
  );
}
