/**
 * Pages that a folded sheet has beyond what the text needs: as a bookbinder's endpapers they say
 * nothing. Layout leaves out those that are not needed to fill the last sheet.
 */
import type { JSX } from "preact";

/** Never more than one less than the pages of a folded sheet. */
const MOST = 3;

export function Endpapers({
  accents = [],
}: {
  /** Accents of the theme that they have, in turns. */
  readonly accents?: readonly number[];
}): JSX.Element {
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
