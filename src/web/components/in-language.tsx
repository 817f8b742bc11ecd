/** What is in a language of its own within words of another, such as a title in a link's words. */
import type { ComponentChildren, JSX } from "preact";
import { langOf } from "../../theme/words.ts";

export function InLanguage({
  lang,
  around,
  children,
}: {
  readonly lang: string;
  /** The language of the words around it. */
  readonly around: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  const own = langOf({ lang }, around);
  return own === undefined ? <>{children}</> : <span lang={own}>{children}</span>;
}
