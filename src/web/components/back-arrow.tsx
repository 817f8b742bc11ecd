/** The arrow of links that lead back. It is a drawing: no font has to have it. */
import type { JSX } from "preact";

export function BackArrow(): JSX.Element {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path
        d="M13 3v5a2 2 0 0 1-2 2H4m3-3-3 3 3 3"
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
      />
    </svg>
  );
}
