/** An epigraph: a quotation, and outside of it whose words they are. */
import type { ComponentChildren, JSX } from "preact";
import type { BlockProps } from "../../theme/block.ts";

export function Epigraph({
  id,
  fields: { source },
  body,
  lang,
}: BlockProps<{ readonly source?: ComponentChildren }>): JSX.Element {
  return source === undefined ? (
    <blockquote class="epigraph" id={id} lang={lang}>
      {body}
    </blockquote>
  ) : (
    <figure class="epigraph" id={id} lang={lang}>
      <blockquote>{body}</blockquote>
      <figcaption>{source}</figcaption>
    </figure>
  );
}
