/** A callout: a short text that stands apart, with a title of its own. */
import type { ComponentChildren, JSX } from "preact";
import type { BlockProps } from "../../../../theme/block.ts";

export function Callout({
  id,
  fields: { title },
  body,
  lang,
}: BlockProps<{ readonly title: ComponentChildren }>): JSX.Element {
  return (
    <aside
      class="callout"
      id={id}
      role="note"
      aria-labelledby={`${id}-title`}
      lang={lang}
      data-no-hyphens
    >
      <h2 id={`${id}-title`}>{title}</h2>
      <div class="text">{body}</div>
    </aside>
  );
}
