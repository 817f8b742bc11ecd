/** A glossary as an edition shows it: its list in a section that has a name. Links lead to its terms. */
import type { ComponentChildren, JSX } from "preact";
import { wordsFor } from "../../theme/words.ts";

export type ShownGlossary = (list: ComponentChildren, id: string | undefined) => JSX.Element;

/** @param lang of the text that it stands in. */
export function showGlossary(lang: string): ShownGlossary {
  return (list, id) => (
    <section class="glossary" id={id} role="doc-glossary" aria-label={wordsFor(lang).glossary}>
      {list}
    </section>
  );
}
