/** One testimonial: who speaks, the quotation that sums it up, the text, its key figures. */
import type { ComponentChildren, JSX } from "preact";
import type { BlockProps } from "../../../../theme/block.ts";
import type { RenderedPicture } from "../../../../theme/rendered.ts";
import { wordsFor } from "../../../../theme/words.ts";
import { Picture } from "../../../../web/components/picture.tsx";
import { accentOf } from "../../accents.ts";

interface RenderedTestimonial {
  readonly name: string;
  readonly role: ComponentChildren;
  readonly entity: ComponentChildren;
  readonly quote: ComponentChildren;
  readonly photo?: RenderedPicture | undefined;
}

/** Below how many characters a text is short, and from how many long: half a page of A4, and one. */
const SHORT_TEXT = 1100;
const LONG_TEXT = 2100;

/** Short texts may be set larger, long ones run on. */
function extentOf(source: string): "short" | "medium" | "long" {
  if (source.length < SHORT_TEXT) return "short";
  return source.length < LONG_TEXT ? "medium" : "long";
}

/**
 * The speaker is the caption of the quotation, so the quotation carries its source; the caption
 * comes first because the publisher's text gives the name first.
 */
export function Testimonial({
  id,
  fields,
  body,
  source,
  lang,
  ownLang,
  headingLevel,
  nth,
  after,
}: BlockProps<RenderedTestimonial>): JSX.Element {
  const { name, role, entity, quote, photo } = fields;
  const words = wordsFor(ownLang);
  const Heading = `h${headingLevel}` as const;
  return (
    <article
      class="testimonial"
      id={id}
      aria-labelledby={`${id}-name`}
      lang={lang}
      data-accent={accentOf(nth)}
      data-extent={extentOf(source)}
    >
      <figure class="quotation">
        <figcaption class="speaker" data-no-hyphens>
          <Heading id={`${id}-name`}>{name}</Heading>
          <p class="role">{role}</p>
          <p class="entity">{entity}</p>
        </figcaption>
        <blockquote id={`${id}-quote`} data-no-hyphens>
          <p>
            {words.openQuote}
            {quote}
            {words.closeQuote}
          </p>
        </blockquote>
      </figure>
      {photo === undefined ? null : <Picture picture={photo} className="photo" />}
      <div class="text">{body}</div>
      {after}
    </article>
  );
}
