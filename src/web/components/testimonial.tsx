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
  const { slug, title, role, entity, quote, body, figures, photo } = testimonial;
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
          <h2 id={`${slug}-name`}>{title}</h2>
          <p class="role">{role}</p>
          <p class="entity">{entity}</p>
        </figcaption>
        <blockquote id={`${slug}-quote`} data-no-hyphens>
          <p>
            {words.openQuote}
            {quote}
            {words.closeQuote}
          </p>
        </blockquote>
      </figure>
      {photo === undefined ? null : <Photo photo={photo} />}
      <div class="text">{body}</div>
      {figures.map((figure) => (
        <KeyFigure key={figure.slug} figure={figure} words={words} />
      ))}
    </article>
  );
}
