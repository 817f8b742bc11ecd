/**
 * What stands between the title of a chapter or a part and its text: what it says of itself, and the
 * title that its pages have at their head. Whatever is undefined is left out.
 */
import type { ComponentChildren, JSX } from "preact";
import { RunningTitle } from "./running-title.tsx";

export function BelowTitle({
  of,
  runningTitle,
  subtitle,
  authors,
  summary,
}: {
  /** What the classes of its lines begin with, such as `chapter`. */
  readonly of: string;
  readonly runningTitle: ComponentChildren;
  readonly subtitle: ComponentChildren;
  readonly authors?: string | undefined;
  readonly summary: ComponentChildren;
}): JSX.Element {
  const lines = { subtitle, authors, summary };
  return (
    <>
      <RunningTitle title={runningTitle} />
      {Object.entries(lines).map(([name, line]) =>
        line === undefined ? null : (
          <p key={name} class={`${of}-${name}`}>
            {line}
          </p>
        ),
      )}
    </>
  );
}
