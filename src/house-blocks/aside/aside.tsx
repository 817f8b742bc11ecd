/**
 * An aside. A note by its role, and no landmark: a text may have many, and who jumps from landmark to
 * landmark wants the parts of the page.
 */
import type { ComponentChildren, JSX } from "preact";
import type { BlockProps } from "../../theme/block.ts";

export function Aside({
  id,
  fields: { title },
  body,
  lang,
}: BlockProps<{ readonly title?: ComponentChildren }>): JSX.Element {
  const titleId = `${id}-title`;
  const isNamed = title !== undefined;
  return (
    <aside
      class="aside"
      id={id}
      role="note"
      aria-labelledby={isNamed ? titleId : undefined}
      lang={lang}
    >
      {isNamed ? (
        <p class="aside-title" id={titleId}>
          {title}
        </p>
      ) : null}
      {body}
    </aside>
  );
}
