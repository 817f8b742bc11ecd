/** After each part of the web edition: a link to its quotation, the part before, the part after. */
import type { JSX } from "preact";
import type { RenderedPart } from "../rendered-publication.ts";
import type { Words } from "../words.ts";

/** The navigation has the part's own name, so that no two are called the same. */
export function PartNavigation({
  part,
  previous,
  next,
  words,
}: {
  readonly part: RenderedPart;
  readonly previous: RenderedPart | undefined;
  readonly next: RenderedPart | undefined;
  readonly words: Words;
}): JSX.Element {
  const isVoice = part.kind === "testimonial";
  return (
    <nav class="part-navigation" aria-labelledby={`${part.slug}-${isVoice ? "name" : "title"}`}>
      <ul>
        {isVoice ? (
          <li class="to-quote">
            <a href={`#${part.slug}-quote`}>{words.linkToQuote(part.title)}</a>
          </li>
        ) : null}
        {previous === undefined ? null : (
          <li>
            <a href={`#${previous.slug}`}>{words.previousPart(previous.title)}</a>
          </li>
        )}
        {next === undefined ? null : (
          <li>
            <a href={`#${next.slug}`}>{words.nextPart(next.title)}</a>
          </li>
        )}
      </ul>
    </nav>
  );
}
