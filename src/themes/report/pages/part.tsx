/** A part: its number and title, what stands below them, an opening text if it has one, its chapters. */
import type { JSX } from "preact";
import type { PartProps } from "../../../theme/theme.ts";
import { langOf, wordsFor } from "../../../theme/words.ts";
import { BelowTitle } from "../../../web/components/below-title.tsx";
import { headingClass } from "../../../web/components/running-title.tsx";

/** The language is the opening's alone: chapters are in the publication's, or say theirs. */
export function Part({
  id,
  titleId,
  number,
  title,
  subtitle,
  runningTitle,
  summary,
  body,
  lang,
  publicationLang,
  children,
}: PartProps): JSX.Element {
  const ownLang = lang ?? publicationLang;
  const words = wordsFor(ownLang);
  return (
    <section class="part" id={id} aria-labelledby={titleId}>
      <header class="part-opening" lang={lang}>
        <p class="part-number" lang={langOf(words, ownLang)}>
          {words.part(number)}
        </p>
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
