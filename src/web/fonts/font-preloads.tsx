/**
 * Asks the browser for the fonts that a page shows first, before it has read the stylesheet. The
 * fonts are named as styles/ has them; `web-fonts.ts` puts the name of the subset in their place, or
 * removes the link where the stylesheet does not use the font.
 */
import type { JSX } from "preact";

/** What stands at the head of the page: the title and the lead. */
const FIRST_FONTS = ["fonts/inter-extrabold.ttf", "fonts/inter-semibold.ttf"];

/** @param toRoot path from the page to the edition's folder, e.g. `../`; empty for its first page. */
export function FontPreloads({ toRoot = "" }: { readonly toRoot?: string }): JSX.Element {
  return (
    <>
      {FIRST_FONTS.map((href) => (
        <link
          key={href}
          rel="preload"
          as="font"
          type="font/woff2"
          crossorigin="anonymous"
          href={`${toRoot}${href}`}
        />
      ))}
    </>
  );
}
