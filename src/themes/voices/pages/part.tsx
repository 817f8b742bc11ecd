/** A part: its title, what stands below it, an opening text if it has one, and its chapters. */
import type { JSX } from "preact";
import type { PartProps } from "../../../theme/theme.ts";
import { BelowTitle } from "../../../web/components/below-title.tsx";
import { headingClass } from "../../../web/components/running-title.tsx";

/** The language is the opening's alone: chapters are in the publication's, or say theirs. */
export function Part({
  id,
  titleId,
  title,
  subtitle,
  runningTitle,
  summary,
  body,
  lang,
  children,
}: PartProps): JSX.Element {
  return (
    <section class="part" id={id} aria-labelledby={titleId}>
      <header class="part-opening" lang={lang}>
        <h2 id={titleId} class={headingClass(runningTitle)} data-no-hyphens>
          {title}
        </h2>
        <BelowTitle of="part" {...{ runningTitle, subtitle, summary }} />
        {body === undefined ? null : <div class="text">{body}</div>}
      </header>
      {children}
    </section>
  );
}
