/** A callout: a short text beside the testimonials, with a title of its own. */
import type { JSX } from "preact";
import type { RenderedCallout } from "../rendered-publication.ts";

export function Callout({ callout }: { readonly callout: RenderedCallout }): JSX.Element {
  const { slug, title, body, lang } = callout;
  return (
    <aside
      class="callout"
      id={slug}
      role="note"
      aria-labelledby={`${slug}-title`}
      lang={lang}
      data-no-hyphens
    >
      <h2 id={`${slug}-title`}>{title}</h2>
      <div class="text">{body}</div>
    </aside>
  );
}
