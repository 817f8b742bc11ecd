/** A callout: a short text beside the testimonials, with a title of its own. */
import type { JSX } from "preact";
import type { RenderedCallout } from "../rendered-publication.ts";

export function Callout({ callout }: { readonly callout: RenderedCallout }): JSX.Element {
  const { slug, titleHtml, bodyHtml, lang } = callout;
  return (
    <aside
      class="callout"
      id={slug}
      role="note"
      aria-labelledby={`${slug}-title`}
      lang={lang}
      data-no-hyphens
    >
      <h2 id={`${slug}-title`} dangerouslySetInnerHTML={{ __html: titleHtml }} />
      <div class="text" dangerouslySetInnerHTML={{ __html: bodyHtml }} />
    </aside>
  );
}
