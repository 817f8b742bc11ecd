/**
 * One speech bubble for each voice, in its colour: an ornament made from content, which nobody
 * hears. Without styles it is small and without colour. A publication may want none.
 */
import type { JSX } from "preact";
import type { VoicesFields } from "../fields.ts";

const COLUMNS = 3;
const CELL = 100;
const GAP = 8;

/** A square bubble with a tail at its lower left, in a cell of 100 units. */
const BUBBLE = "M0 0H92V76H40L18 96V76H0Z";

export function VoicesOrnament({
  accents,
  fields: { ornament },
}: {
  readonly accents: readonly number[];
  readonly fields: VoicesFields;
}): JSX.Element | null {
  if (ornament === "none") return null;
  const columns = Math.min(COLUMNS, Math.max(1, accents.length));
  const rows = Math.max(1, Math.ceil(accents.length / columns));
  const [width, height] = [columns * CELL - GAP, rows * CELL];
  return (
    <svg
      class="voices"
      viewBox={`0 0 ${width} ${height}`}
      width={width / CELL}
      height={height / CELL}
      aria-hidden="true"
      focusable="false"
    >
      {accents.map((accent, index) => (
        <path
          key={index}
          d={BUBBLE}
          transform={`translate(${(index % columns) * CELL} ${Math.floor(index / columns) * CELL})`}
          style={`fill: var(--accent-${accent}, transparent)`}
        />
      ))}
    </svg>
  );
}
