/**
 * Asks the browser for the fonts that a page shows first, before it has read the stylesheet. The
 * fonts are named as styles/ has them; `web-fonts.ts` puts the name of the subset in their place, or
 * removes the link where the stylesheet does not use the font.
 */
import type { JSX } from "preact";

/**
 * @param fonts what stands at the head of the page is set in, by their names in the styles.
 * @param toRoot path from the page to the edition's folder, e.g. `../`; empty for its first page.
 */
export function FontPreloads({
  fonts,
  toRoot = "",
}: {
  readonly fonts: readonly string[];
  readonly toRoot?: string;
}): JSX.Element {
  return (
    <>
      {fonts.map((href) => (
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
