/** A callout: a short text that stands apart, with a title of its own. */
import type { ComponentChildren, JSX } from "preact";
import type { BlockProps } from "../../../../theme/block.ts";

export function Callout({
  id,
  fields: { title },
  body,
  lang,
  headingLevel,
}: BlockProps<{ readonly title: ComponentChildren }>): JSX.Element {
  const Heading = `h${headingLevel}` as const;
  return (
    <aside
      class="callout"
      id={id}
      role="note"
      aria-labelledby={`${id}-title`}
      lang={lang}
      data-no-hyphens
    >
      <Heading id={`${id}-title`}>{title}</Heading>
      <div class="text">{body}</div>
    </aside>
  );
}
