/** One testimonial: who speaks, the quotation that sums it up, the text, its key figures. */
import type { JSX } from "preact";
import type { RenderedTestimonial } from "../rendered-publication.ts";
import type { Words } from "../words.ts";
import { KeyFigure } from "./key-figure.tsx";
import { Photo } from "./photo.tsx";

/**
 * The speaker is the caption of the quotation, so the quotation carries its source; the caption
 * comes first because the publisher's text gives the name first.
 */
export function Testimonial({
  testimonial,
  words,
}: {
  readonly testimonial: RenderedTestimonial;
  readonly words: Words;
}): JSX.Element {
  const { slug, titleHtml, roleHtml, entityHtml, quoteHtml, bodyHtml, figures, photo } =
    testimonial;
  return (
    <article
      class="testimonial"
      id={slug}
      aria-labelledby={`${slug}-name`}
      lang={testimonial.lang}
      data-accent={testimonial.accent}
      data-extent={testimonial.extent}
    >
      <figure class="quotation">
        <figcaption class="speaker" data-no-hyphens>
          <h2 id={`${slug}-name`} dangerouslySetInnerHTML={{ __html: titleHtml }} />
          <p class="role" dangerouslySetInnerHTML={{ __html: roleHtml }} />
          <p class="entity" dangerouslySetInnerHTML={{ __html: entityHtml }} />
        </figcaption>
        <blockquote id={`${slug}-quote`} data-no-hyphens>
          <p
            dangerouslySetInnerHTML={{
              __html: `${words.openQuote}${quoteHtml}${words.closeQuote}`,
            }}
          />
        </blockquote>
      </figure>
      {photo === undefined ? null : <Photo photo={photo} />}
      <div class="text" dangerouslySetInnerHTML={{ __html: bodyHtml }} />
      {figures.map((figure) => (
        <KeyFigure key={figure.slug} figure={figure} words={words} />
      ))}
    </article>
  );
}
