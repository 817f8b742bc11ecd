/** A plain section: a title and its text, for publications that are more than testimonials. */
import type { JSX } from "preact";
import type { RenderedSection } from "../rendered-publication.ts";

export function Section({ section }: { readonly section: RenderedSection }): JSX.Element {
  const { slug, title, body, lang } = section;
  return (
    <section class="section" id={slug} aria-labelledby={`${slug}-title`} lang={lang}>
      <h2 id={`${slug}-title`}>{title}</h2>
      <div class="text">{body}</div>
    </section>
  );
}
