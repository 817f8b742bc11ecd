/**
 * A title as it stands at the head of pages, where it is another than the heading. Nobody sees or hears
 * it where it stands: a style sheet for pages takes it with `string-set`.
 */
import type { ComponentChildren, JSX } from "preact";

export function RunningTitle({
  title,
}: {
  /** Undefined where the heading will do. */
  readonly title: ComponentChildren;
}): JSX.Element | null {
  return title === undefined ? null : (
    <span class="running-title" hidden>
      {title}
    </span>
  );
}

/** Of the heading that it stands below: then the head of pages is not the heading's. */
export function headingClass(runningTitle: ComponentChildren): string | undefined {
  return runningTitle === undefined ? undefined : "renamed";
}
