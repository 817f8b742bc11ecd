/** A key figure: a number that stands out, and the sentence that gives it its meaning. */
import type { JSX } from "preact";
import type { RenderedKeyFigure } from "../rendered-publication.ts";
import type { Words } from "../words.ts";

/**
 * An aside with the role of a note: inside an article it is no landmark of the page. Number and
 * sentence are one paragraph, because the sentence may go on from the number.
 */
export function KeyFigure({
  figure,
  words,
}: {
  readonly figure: RenderedKeyFigure;
  readonly words: Words;
}): JSX.Element {
  return (
    <aside
      class="key-figure"
      id={figure.slug}
      role="note"
      aria-label={words.keyFigure}
      data-no-hyphens
    >
      <p>
        <strong class="value">
          {figure.spoken === undefined ? (
            figure.value
          ) : (
            <abbr title={figure.spoken}>{figure.value}</abbr>
          )}
        </strong>{" "}
        <span class="meaning" dangerouslySetInnerHTML={{ __html: figure.bodyHtml }} />
      </p>
    </aside>
  );
}
