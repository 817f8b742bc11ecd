/**
 * A glossary as an edition shows it: its list in a section that says what it is. It has no name, since
 * the chapter that it stands in is mostly called so, and landmarks are known by their names.
 */
import type { ComponentChildren, JSX } from "preact";

export function showGlossary(list: ComponentChildren, id: string | undefined): JSX.Element {
  return (
    <section class="glossary" id={id} role="doc-glossary">
      {list}
    </section>
  );
}

export type ShownGlossary = typeof showGlossary;
